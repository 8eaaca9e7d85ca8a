import type { EpochMs } from '#base/time.ts';
import { crossedSmile } from '#quant/density/crossed-smile.ts';
import { densityReach } from '#quant/density/density.ts';
import { densityMoments, type MomentsFailure } from '#quant/density/moments.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import type { Analysis } from '../analyse-chain.ts';
import type { Interval } from '../report.ts';
import type { FittedSmile } from '../smiles/fit-smiles.ts';
import { type Law, flatLaw, lawOf } from './law.ts';
import { type QuantileReading, quantileReadings } from './quantile-readings.ts';

/** Moments of ln(S_T/F) under the risk-neutral law; not annualised, every entry finite. */
export interface LawMoments {
  /** E[S_T]/F: 1 where the law reprices the forward. */
  readonly forwardRatio: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Negative means the heavier tail lies below. */
  readonly skewness: number;
  /** Fourth moment over squared variance, less the 3 of a normal law. */
  readonly excessKurtosis: number;
  /** Shares in [0, 1] that rest on wings beyond the quotes; null where no range is quoted. */
  readonly extrapolated: { readonly mass: number; readonly variance: number } | null;
}

/** The risk-neutral law of one expiry's price on a grid of log-strikes; every entry finite. */
export interface ExpiryDensity {
  readonly expiry: EpochMs;
  /** In the quote currency. */
  readonly forward: number;
  /** k = ln(K/F), ascending; all laws below share it. */
  readonly logStrikes: Float64Array;
  /** From the fitted smile. */
  readonly mid: Law;
  /** The normal law of ln(S_T/F) that the vol at the forward alone would give. */
  readonly lognormal: Law;
  /** From the smiles through the bids and through the asks; null where that side is too thin. */
  readonly bid: Law | null;
  readonly ask: Law | null;
  /**
   * From the smile through the asks of puts and the bids of calls, and from the other way round: how far the spread lets the smile
   * tilt, as the interval of the risk reversal counts it. Null where a side is too thin.
   */
  readonly tilted: readonly [steeper: Law, flatter: Law] | null;
  /** Outermost log-strikes of the points used; the law beyond is extrapolated. */
  readonly quotedRange: Interval | null;
  readonly quantiles: readonly QuantileReading[];
  readonly moments: LawMoments | null;
  /** Why there are no moments; null when there are. */
  readonly refusal: MomentsFailure | null;
}

const NODES = 601;
/** Standard deviations drawn on either side of the forward, where the density reaches so far. */
const DRAWN = 8;

/** Laws of several expiries straight from their fitted smiles, in the order asked for; null where an expiry has no fit. */
export function expiryDensities(
  { smiles }: Analysis,
  expiries: readonly EpochMs[],
): readonly (ExpiryDensity | null)[] {
  return expiries.map((wanted) => {
    const smile = smiles.find(({ expiry }) => expiry.quotes.expiry === wanted);
    return smile === undefined ? null : densityOfExpiry(smile);
  });
}

function densityOfExpiry({ expiry, fit, quotedRange }: FittedSmile): ExpiryDensity | null {
  const { forward } = expiry.forward;
  if (fit === null || forward === null) return null;
  const { smile } = fit;
  const sd = Math.sqrt(smile.totalVariance(0));
  const reach = densityReach(smile);
  const lo = Math.max(reach?.lo ?? -DRAWN * sd, -DRAWN * sd);
  const hi = Math.min(reach?.hi ?? DRAWN * sd, DRAWN * sd);
  const logStrikes = Float64Array.from({ length: NODES }, (_, i) => lo + ((hi - lo) * i) / (NODES - 1));
  const mid = lawOf(smile, logStrikes);
  if (mid === null) return null;
  const sides = sideLaws(fit, sd, logStrikes);
  const { bid, ask, tilted } = sides;
  const laws = bid === null || ask === null || tilted === null ? null : [bid, ask, ...tilted];
  return {
    expiry: expiry.quotes.expiry,
    forward,
    logStrikes,
    mid,
    lognormal: flatLaw(sd, logStrikes),
    ...sides,
    quotedRange,
    quantiles: quantileReadings(smile, quotedRange, laws && { logStrikes, laws }),
    ...momentsOf(fit.smile, quotedRange),
  };
}

/** Laws of the smiles that bids and asks leave room for. @param width log-strike over which a tilted one passes from side to side */
function sideLaws(
  { bidSmile, askSmile }: SliceFit,
  width: number,
  logStrikes: Float64Array,
): Pick<ExpiryDensity, 'bid' | 'ask' | 'tilted'> {
  const bid = bidSmile && lawOf(bidSmile, logStrikes);
  const ask = askSmile && lawOf(askSmile, logStrikes);
  if (bidSmile === null || askSmile === null) return { bid, ask, tilted: null };
  const steeper = lawOf(crossedSmile(askSmile, bidSmile, width), logStrikes);
  const flatter = lawOf(crossedSmile(bidSmile, askSmile, width), logStrikes);
  return { bid, ask, tilted: steeper && flatter && [steeper, flatter] };
}

function momentsOf(
  smile: Parameters<typeof densityMoments>[0],
  quotedRange: Interval | null,
): Pick<ExpiryDensity, 'moments' | 'refusal'> {
  const found = densityMoments(smile, quotedRange && { lo: quotedRange[0], hi: quotedRange[1] });
  if (!found.ok) return { moments: null, refusal: found.error };
  const { mean, variance, skewness, kurtosis, forward, extrapolated } = found.value;
  const moments: LawMoments = {
    forwardRatio: forward,
    mean,
    standardDeviation: Math.sqrt(variance),
    skewness,
    excessKurtosis: kurtosis - 3,
    extrapolated: extrapolated && { mass: extrapolated.mass, variance: extrapolated.variance },
  };
  const numbers = [forward, mean, moments.standardDeviation, skewness, kurtosis];
  return numbers.every(Number.isFinite)
    ? { moments, refusal: null }
    : { moments: null, refusal: 'wings-too-heavy' };
}
