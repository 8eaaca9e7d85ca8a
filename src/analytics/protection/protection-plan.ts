import type { EpochMs } from '#base/time.ts';
import type { BookLevel } from '#market/order-book.ts';

/**
 * A strike as a person names it, before it is looked up among the listed ones: a price in the quote currency, a
 * fraction of spot, a fraction of the expiry's own forward, or the size of a delta in (0, 1) in the report's convention.
 */
export type StrikeChoice =
  | { readonly by: 'strike'; readonly strike: number }
  | { readonly by: 'spot'; readonly share: number }
  | { readonly by: 'forward'; readonly share: number }
  | { readonly by: 'delta'; readonly delta: number };

/** Where the floor is; `loss`: the cheapest listed strike that keeps the largest loss, bill included, at or under a fraction. */
export type FloorChoice = StrikeChoice | { readonly by: 'loss'; readonly share: number };

/** How often a rolling programme buys anew: every 7, 30 or 91 days. */
export type RollPeriod = 'week' | 'month' | 'quarter';

/**
 * Until when the floor must stand. A date between expiries is served by the first listed expiry at or after it, since
 * nothing else can be bought; what an option to that very date would be worth is shown beside it as not tradable.
 */
export type Horizon =
  | { readonly kind: 'expiry'; readonly expiry: EpochMs; readonly series: string | null }
  | { readonly kind: 'date'; readonly at: EpochMs }
  | { readonly kind: 'rolling'; readonly every: RollPeriod; readonly until: EpochMs };

/** Terms of a benchmark future or perpetual; null where they are not known, and then the result says so. */
export interface FutureTerms {
  /** Bid side in quote currency and units of the underlying, best first; null: the expiry's forward (or spot) alone is used. */
  readonly bids: readonly BookLevel[] | null;
  /** Taker fee, fraction of notional. */
  readonly taker: number | null;
  /** Funding that a short position receives, fraction of notional a year; negative when it pays. Perpetuals only. */
  readonly fundingPerYear: number | null;
}

/** What is bought and sold beside the put at the floor; `ratio` is puts sold for each put bought. */
export type Structure =
  | { readonly kind: 'put' }
  | { readonly kind: 'put-spread'; readonly lower: StrikeChoice }
  | { readonly kind: 'collar'; readonly cap: StrikeChoice }
  | { readonly kind: 'zero-cost-collar' }
  | { readonly kind: 'put-ratio'; readonly lower: StrikeChoice; readonly ratio: number }
  | { readonly kind: 'short-future'; readonly terms: FutureTerms }
  | { readonly kind: 'short-perpetual'; readonly terms: FutureTerms };

/** The word for a structure. */
export type StructureKind = Structure['kind'];

/**
 * How a premium in coin is paid: out of the coins held, which leaves fewer to protect, or with cash that buys the coin.
 * Premiums in the quote currency are always paid with cash.
 */
export type Funding = 'from-holding' | 'cash';

/** A user's own tier: each rate given replaces the venue's; null keeps it. Fractions as in `FeeSchedule`. */
export interface FeeOverride {
  readonly taker: number | null;
  readonly premiumCap: number | null;
  readonly delivery: number | null;
}

/** What is held, how far it may fall, until when, and by what means. */
export interface ProtectionPlan {
  /** Units of the underlying held, > 0. */
  readonly amount: number;
  /** Price paid for them, quote currency per unit; null measures loss from spot. */
  readonly entry: number | null;
  readonly floor: FloorChoice;
  readonly horizon: Horizon;
  readonly structure: Structure;
  readonly funding: Funding;
  readonly fees: FeeOverride | null;
}
