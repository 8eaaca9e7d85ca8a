import type { EpochMs } from '#base/time.ts';
import type { OptionRight } from '#market/instrument.ts';
import type { RowFailureReason } from '#market/option-chain.ts';
import type { VenueId } from '#market/venue-id.ts';

/** Lower and upper end of what the bid-ask spread leaves open; the same unit as the number it belongs to. */
export type Interval = readonly [lo: number, hi: number];

/** What a contract's book looks like, judged before any fit. */
export type QuoteState =
  | 'two-sided'
  | 'bid-only'
  | 'ask-only'
  | 'none'
  | 'crossed'
  | 'below-intrinsic'
  | 'above-maximum'
  | 'expired'
  | 'stale';

/** Why a contract is not a point of its expiry's fit. Every contract not used has exactly one. */
export type DropReason =
  | Exclude<QuoteState, 'two-sided'>
  | 'in-the-money'
  | 'no-forward'
  /** One price tick is worth more vol than a quote can be read to, or the time value is under one tick. */
  | 'beyond-tick'
  /** A side is worth more than 400 % vol: placed to catch a mistake, not to trade. */
  | 'implausible-vol'
  | 'outlier'
  | 'too-few-quotes'
  /** The expiry's fit was refused or was not sound. */
  | 'fit-failed'
  | RowFailureReason;

/** One contract with our vols beside the venue's; vols and deltas are decimals, missing is null. */
export interface ReportPoint {
  readonly instrument: string;
  readonly expiry: EpochMs;
  readonly strike: number;
  readonly right: OptionRight;
  /** ln(strike / forward of the expiry). */
  readonly k: number | null;
  /** The forward of this row, which its own inversion used. */
  readonly forward: number | null;
  readonly bidVol: number | null;
  readonly askVol: number | null;
  readonly midVol: number | null;
  /** Our inversion of the venue's mark price. */
  readonly markVol: number | null;
  /** What the venue says. */
  readonly venueMarkVol: number | null;
  /** The expiry's fitted smile at this strike; null where there is no fit. */
  readonly fitVol: number | null;
  /** On the fitted smile, in the report's delta convention; puts negative. */
  readonly delta: number | null;
  readonly state: QuoteState;
  /** Null exactly when the contract is a point of the fit. */
  readonly reason: DropReason | null;
}

/** Points of one smile at one delta, solved on the fit. Vols are decimals; risk reversal is call minus put. */
export interface DeltaPoints {
  readonly putVol: number | null;
  readonly callVol: number | null;
  readonly putStrike: number | null;
  readonly callStrike: number | null;
  /** σ(call) − σ(put): negative means puts dearer. */
  readonly riskReversal: number | null;
  /** ½(σ(call) + σ(put)) − σ(ATM forward). */
  readonly butterfly: number | null;
  readonly riskReversalInterval: Interval | null;
  readonly butterflyInterval: Interval | null;
}

/** Which family of curves an expiry's smile was fitted with. */
export type FitModel = 'svi' | 'essvi' | 'mixture' | 'flat';

/** What a fit is and how well it holds; never a bare parameter set. */
export interface FitReport {
  readonly model: FitModel;
  /** By the model's own names; total-variance units. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Root mean square of fit minus mid vol over the points used, decimal vol. */
  readonly rmse: number;
  /** Share of two-sided points whose fitted vol lies inside [bid vol, ask vol]. */
  readonly insideBidAsk: number;
  /** Two-sided points used. */
  readonly quotes: number;
  readonly converged: boolean;
  readonly butterflyFree: boolean;
  /** Minimum of Durrleman's g over a dense grid reaching beyond the quotes. */
  readonly minG: number;
  /** No total variance below the previous expiry's, on a dense grid. */
  readonly calendarFree: boolean;
  /** Why the first-choice model was left, in words; null when it was not. */
  readonly note: string | null;
}

/** One expiry's numbers. Missing is null with the reason told by `unfitted` or the screen. */
export interface ExpiryReport {
  readonly expiry: EpochMs;
  /** As traders write it: `31 JUL 26`, with the series where one date has two (`21 AUG 26 SPXW`). */
  readonly label: string;
  /** ACT/365F from the chain's `asOf`. */
  readonly years: number;
  /** The venue's forward for this expiry (median over rows), or the parity forward where it publishes none. */
  readonly forward: number | null;
  readonly forwardSource: 'venue' | 'parity' | null;
  /** Put-call parity forward from tight strikes, beside the venue's. */
  readonly parityForward: number | null;
  readonly discount: number;
  readonly atmVol: number | null;
  readonly atmVolInterval: Interval | null;
  /** Vol at the delta-neutral straddle strike of the report's delta convention. */
  readonly dnsVol: number | null;
  readonly varianceSwapVol: number | null;
  /** Vol between the previous listed expiry and this one; null when total variance falls (see fit.calendarFree). */
  readonly forwardVolFromPrevious: number | null;
  readonly delta25: DeltaPoints;
  readonly delta10: DeltaPoints;
  /** dσ/dk at the forward, vol per unit of log-strike. */
  readonly skewSlope: number | null;
  /** Mixon: (σ25put − σ25call) / σ50. */
  readonly normalisedSkew: number | null;
  readonly fit: FitReport | null;
  /** Why there is no fit; null when there is one. */
  readonly unfitted: 'expired' | 'no-forward' | 'too-few-quotes' | 'fit-failed' | null;
  /** Outermost log-strikes of the points used; the fit beyond is extrapolated. */
  readonly quotedRange: Interval | null;
  readonly counts: QuoteCounts;
}

/** How many contracts there were and what became of them; used + Σ dropped = instruments. */
export interface QuoteCounts {
  readonly instruments: number;
  readonly quotesUsed: number;
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}

/** The counts of the whole report, with the venue's rows that are no contract in it. */
export interface ReportCounts extends QuoteCounts {
  /** Rows that could not be read and name no listed contract, or repeat one; not among `instruments`. */
  readonly rowsRejected: Readonly<Partial<Record<RowFailureReason, number>>>;
}

/** A constant-maturity pillar, interpolated between listed expiries; null outside them. */
export interface ConstantMaturity {
  readonly days: number;
  readonly atmVol: number | null;
  readonly riskReversal25: number | null;
  readonly butterfly25: number | null;
  readonly riskReversal25Interval: Interval | null;
}

/** How deltas were measured: undiscounted forward Black delta, or that less the premium in coin. */
export type DeltaConvention = 'forward' | 'premium-adjusted';

/** The analysis of one snapshot: everything a panel shows. Plain data, finite or null throughout. */
export interface Report {
  readonly venue: VenueId;
  readonly underlying: string;
  readonly asOf: EpochMs;
  readonly version: number;
  readonly deltaConvention: DeltaConvention;
  readonly indexPrice: number | null;
  readonly volatilityIndex: number | null;
  readonly counts: ReportCounts;
  readonly expiries: readonly ExpiryReport[];
  readonly constantMaturity: readonly ConstantMaturity[];
  readonly points: readonly ReportPoint[];
}
