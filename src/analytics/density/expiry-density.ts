import type { EpochMs } from '#base/time.ts';
import { densityAt, densityReach } from '#quant/density/density.ts';
import type { Analysis } from '../analyse-chain.ts';

/** The risk-neutral law of one expiry's price on a grid of log-strikes; every entry finite. */
export interface ExpiryDensity {
  readonly expiry: EpochMs;
  /** k = ln(K/F), ascending. */
  readonly logStrikes: Float64Array;
  /** Density per unit of k. */
  readonly pdf: Float64Array;
  /** P(S_T < K), in [0, 1]. */
  readonly below: Float64Array;
}

const NODES = 401;
/** Standard deviations drawn on either side of the forward, where the density reaches so far. */
const DRAWN = 6;

/** Density and distribution of an expiry straight from its fitted smile; null where the expiry has no fit. */
export function expiryDensity({ smiles }: Analysis, expiry: EpochMs): ExpiryDensity | null {
  const smile = smiles.find((one) => one.expiry.quotes.expiry === expiry)?.fit?.smile;
  if (smile === undefined) return null;
  const reach = densityReach(smile);
  const far = DRAWN * Math.sqrt(smile.totalVariance(0));
  const lo = Math.max(reach?.lo ?? -far, -far);
  const hi = Math.min(reach?.hi ?? far, far);
  const logStrikes = Float64Array.from({ length: NODES }, (_, i) => lo + ((hi - lo) * i) / (NODES - 1));
  const points = Array.from(logStrikes, (k) => densityAt(smile, k));
  return {
    expiry,
    logStrikes,
    pdf: Float64Array.from(points, ({ pdf }) => pdf),
    below: Float64Array.from(points, ({ below }) => below),
  };
}
