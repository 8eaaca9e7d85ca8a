import { densityQuantiles } from '#quant/density/quantile.ts';
import type { Smile } from '#quant/smile.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import { valueOrNull } from '../metrics/value-or-null.ts';
import type { Interval } from '../report.ts';

/** A quantile of S_T/F under the risk-neutral law. */
export interface QuantileReading {
  readonly probability: number;
  /** ln(S_T/F) below which the price ends with that probability; null where the law has none. */
  readonly logStrike: number | null;
  /** The same from the smiles through the bids and through the asks; null where either has none. */
  readonly interval: Interval | null;
  /** On a wing beyond the quotes. */
  readonly extrapolated: boolean;
}

/** Probabilities whose quantiles are told. */
export const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/** Quantiles of a fit, each with what the bid-ask spread leaves open of it. */
export function quantileReadings(
  { smile, bidSmile, askSmile }: Pick<SliceFit, 'smile' | 'bidSmile' | 'askSmile'>,
  quotedRange: Interval | null,
): readonly QuantileReading[] {
  const quoted = quotedRange && { lo: quotedRange[0], hi: quotedRange[1] };
  const found = densityQuantiles(smile, QUANTILES, quoted);
  const [bid, ask] = [sideQuantiles(bidSmile), sideQuantiles(askSmile)];
  return QUANTILES.map((probability, i) => {
    const mid = found[i];
    const [low, high] = [bid[i] ?? null, ask[i] ?? null];
    return {
      probability,
      logStrike: mid?.ok === true ? mid.value.k : null,
      interval: low === null || high === null ? null : [Math.min(low, high), Math.max(low, high)],
      extrapolated: mid?.ok === true && mid.value.extrapolated,
    };
  });
}

function sideQuantiles(smile: Smile | null): readonly (number | null)[] {
  if (smile === null) return QUANTILES.map(() => null);
  return densityQuantiles(smile, QUANTILES, null).map((found) =>
    valueOrNull(found.ok ? { ok: true, value: found.value.k } : found),
  );
}
