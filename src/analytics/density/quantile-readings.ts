import { densityQuantiles } from '#quant/density/quantile.ts';
import type { Smile } from '#quant/smile.ts';
import type { Interval } from '../report.ts';
import type { Law } from './law.ts';

/** A quantile of S_T/F under the risk-neutral law. */
export interface QuantileReading {
  readonly probability: number;
  /** ln(S_T/F) below which the price ends with that probability; null where the law has none. */
  readonly logStrike: number | null;
  /** What the spread leaves open of it: from where one of the laws in it has added up to so much to where all have; null without such laws. */
  readonly interval: Interval | null;
  /** On a wing beyond the quotes. */
  readonly extrapolated: boolean;
}

/** Probabilities whose quantiles are told. */
export const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/**
 * Quantiles of a fit, each with what the bid-ask spread leaves open of it.
 * @param inSpread laws on one grid that bids and asks leave room for; null where a side is too thin
 */
export function quantileReadings(
  smile: Smile,
  quotedRange: Interval | null,
  inSpread: { readonly logStrikes: Float64Array; readonly laws: readonly Law[] } | null,
): readonly QuantileReading[] {
  const quoted = quotedRange && { lo: quotedRange[0], hi: quotedRange[1] };
  const found = densityQuantiles(smile, QUANTILES, quoted);
  return QUANTILES.map((probability, i) => {
    const mid = found[i];
    const logStrike = mid?.ok === true ? mid.value.k : null;
    return {
      probability,
      logStrike,
      interval: logStrike === null || inSpread === null ? null : openAt(probability, logStrike, inSpread),
      extrapolated: mid?.ok === true && mid.value.extrapolated,
    };
  });
}

function openAt(
  probability: number,
  own: number,
  { logStrikes, laws }: { readonly logStrikes: Float64Array; readonly laws: readonly Law[] },
): Interval | null {
  const sides = laws.map(({ below }) => crossingOf(below, logStrikes, probability));
  const known = sides.filter((side) => side !== null);
  return known.length < sides.length ? null : [Math.min(own, ...known), Math.max(own, ...known)];
}

/** Where a distribution first reaches a probability, in a straight line between its nodes; null where it never does. */
function crossingOf(below: Float64Array, logStrikes: Float64Array, probability: number): number | null {
  const next = below.findIndex((share) => share >= probability);
  const [from, to] = [below[next - 1], below[next]];
  const [left, right] = [logStrikes[next - 1], logStrikes[next]];
  if (from === undefined || to === undefined || left === undefined || right === undefined) return null;
  return left + ((right - left) * (probability - from)) / (to - from);
}
