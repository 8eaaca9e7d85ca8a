import type { EpochMs } from '#base/time.ts';
import type { OptionRight, PremiumUnit } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import type { CoinProfile } from './coin-profile.ts';

/** What the name of a contract is made of. */
export interface NamedTerms {
  readonly expiry: EpochMs;
  readonly strike: number;
  readonly right: OptionRight;
}

/** One family of listed contracts: how a coin's options are named, ticked and sized at a venue. */
export interface ListedFamily {
  /** Smirk's word for the underlying: `BTC` for coin-settled contracts, `BTC_USDC` and so on for linear ones. */
  readonly underlying: string;
  /** The settlement currency, by which some venues group their answers. */
  readonly currency: string;
  readonly profile: CoinProfile;
  readonly premiumUnit: PremiumUnit;
  /** The venue's name of the index the family settles on. */
  readonly indexName: string;
  readonly ticks: TickTable;
  /** Decimals of the printed mark price. */
  readonly markDecimals: number;
  /** Coins of one contract. */
  readonly contractSize: number;
  readonly minimumTrade: number;
  /** A usual size at the best price, as the venue counts sizes. */
  readonly usualSize: number;
  /** Multiplies every spread: the coin-settled books are the tight ones. */
  readonly width: number;
  /** Months before expiry at which a quarterly is listed. */
  readonly quarterlyMonths: number;
  /** Hour of the day, UTC, at which contracts expire. */
  readonly expiryHour: number;
  /** The venue's name of a contract; no other family of any venue has the same names. */
  readonly nameOf: (terms: NamedTerms) => string;
}
