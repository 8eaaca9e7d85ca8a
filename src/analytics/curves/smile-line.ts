import { smileVol } from '#quant/smile.ts';
import { smileDelta } from '../points/smile-delta.ts';
import type { DeltaConvention } from '../report.ts';
import type { FittedSmile } from '../smiles/fit-smiles.ts';

/** One fitted smile as a fine line over the listed strikes; for pictures. Ascending in log-strike, finite throughout. */
export interface SmileLine {
  /** k = ln(K/F) on the expiry's own forward. */
  readonly logStrikes: Float64Array;
  /** Decimal vols. */
  readonly vols: Float64Array;
  /** |Δ put| up to the forward and 1 − Δ call beyond it, in the report's delta convention: rises with the strike. */
  readonly deltas: Float64Array;
}

const POINTS = 161;

/** Samples a smile densely around the forward and ever more widely in the wings; null without a fit or a strike. */
export function smileLine(
  { expiry, fit }: Pick<FittedSmile, 'expiry' | 'fit'>,
  convention: DeltaConvention,
): SmileLine | null {
  const forward = expiry.forward.forward;
  if (fit === null || forward === null) return null;
  const { smile } = fit;
  const strikes = expiry.contracts.map(({ contract }) => Math.log(contract.instrument.strike / forward));
  const spread = Math.sqrt(smile.totalVariance(0));
  const from = Math.asinh(Math.min(...strikes) / spread);
  const to = Math.asinh(Math.max(...strikes) / spread);
  const places = Array.from({ length: POINTS }, (_, index) => {
    const k = spread * Math.sinh(from + ((to - from) * index) / (POINTS - 1));
    const delta = k <= 0 ? smileDelta(smile, k, 'put', convention) : smileDelta(smile, k, 'call', convention);
    return { k, vol: smileVol(smile, k), delta: delta === null ? Number.NaN : (k <= 0 ? 0 : 1) - delta };
  });
  const sound = places.filter(({ k, vol, delta }) => [k, vol, delta].every(Number.isFinite));
  if (sound.length < 2) return null;
  return {
    logStrikes: Float64Array.from(sound, ({ k }) => k),
    vols: Float64Array.from(sound, ({ vol }) => vol),
    deltas: Float64Array.from(sound, ({ delta }) => delta),
  };
}
