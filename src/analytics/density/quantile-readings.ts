import { densityQuantiles } from '#quant/density/quantile.ts';
import type { Smile } from '#quant/smile.ts';
import { valueOrNull } from '../metrics/value-or-null.ts';
import type { Interval } from '../report.ts';

/** A quantile of S_T/F under the risk-neutral law. */
export interface QuantileReading {
  readonly probability: number;
  /** ln(S_T/F) below which the price ends with that probability; null where the law has none. */
  readonly logStrike: number | null;
  /** What the spread leaves open of it: the outermost over all fits in it, the smile's own included; null where one has none. */
  readonly interval: Interval | null;
  /** On a wing beyond the quotes. */
  readonly extrapolated: boolean;
}

/** Probabilities whose quantiles are told. */
export const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/**
 * Quantiles of a fit, each with what the bid-ask spread leaves open of it.
 * @param inSpread further smiles that bids and asks leave room for; null where a side is too thin
 */
export function quantileReadings(
  smile: Smile,
  inSpread: readonly Smile[] | null,
  quotedRange: Interval | null,
): readonly QuantileReading[] {
  const quoted = quotedRange && { lo: quotedRange[0], hi: quotedRange[1] };
  const found = densityQuantiles(smile, QUANTILES, quoted);
  const sides = inSpread?.map(sideQuantiles) ?? null;
  return QUANTILES.map((probability, i) => {
    const mid = found[i];
    const logStrike = mid?.ok === true ? mid.value.k : null;
    return {
      probability,
      logStrike,
      interval: sides && outermost([logStrike, ...sides.map((side) => side[i] ?? null)]),
      extrapolated: mid?.ok === true && mid.value.extrapolated,
    };
  });
}

function outermost(places: readonly (number | null)[]): Interval | null {
  const known = places.filter((place) => place !== null);
  return known.length < places.length ? null : [Math.min(...known), Math.max(...known)];
}

function sideQuantiles(smile: Smile): readonly (number | null)[] {
  return densityQuantiles(smile, QUANTILES, null).map((found) =>
    valueOrNull(found.ok ? { ok: true, value: found.value.k } : found),
  );
}
