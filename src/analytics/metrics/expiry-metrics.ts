import { atmForwardVol, normalisedSkew } from '#quant/skew/delta-skew.ts';
import { deltaNeutralStrike } from '#quant/skew/delta-strike.ts';
import { smileShape } from '#quant/skew/smile-shape.ts';
import { varianceSwap } from '#quant/variance/variance-swap.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { ExpiryReport } from '../report.ts';
import { type MeasuredSmile, NO_DELTA_POINTS, deltaPoints } from './delta-points.ts';
import type { TenorPillar } from './constant-maturities.ts';
import { intervalOf } from './interval.ts';
import { sideVols } from './smile-sides.ts';
import { valueOrNull } from './value-or-null.ts';

/** What one expiry's smile says by itself; the part of its report that needs no other expiry. */
export type ExpiryMetrics = Pick<
  ExpiryReport,
  | 'atmVol'
  | 'atmVolInterval'
  | 'dnsVol'
  | 'varianceSwapVol'
  | 'delta25'
  | 'delta10'
  | 'skewSlope'
  | 'normalisedSkew'
>;

/** The metrics of an expiry without a fit. */
export const NO_METRICS: ExpiryMetrics = {
  atmVol: null,
  atmVolInterval: null,
  dnsVol: null,
  varianceSwapVol: null,
  delta25: NO_DELTA_POINTS,
  delta10: NO_DELTA_POINTS,
  skewSlope: null,
  normalisedSkew: null,
};

/** One smile's metrics, and the pillar it gives to constant tenors. */
export interface MeasuredExpiry {
  readonly metrics: ExpiryMetrics;
  readonly pillar: TenorPillar;
}

/** Reads level, skew and the variance swap off one fitted smile, in the report's delta convention. */
export function expiryMetrics(measured: MeasuredSmile): MeasuredExpiry {
  const { fit, quotedRange } = measured;
  const convention = { kind: measured.convention };
  const atm = sideVols(fit, quotedRange, 0);
  const straddle = deltaNeutralStrike(fit.smile, convention);
  const swap = varianceSwap(fit.smile, null);
  const mixon = normalisedSkew(fit.smile, convention);
  const atmVol = finiteOrNull(atmForwardVol(fit.smile));
  const { points: delta25, putSides, callSides } = deltaPoints(measured, 0.25);
  const { putVol, callVol } = delta25;
  return {
    pillar: { years: fit.smile.years, atmVol, putVol, callVol, putSides, callSides },
    metrics: {
      atmVol,
      atmVolInterval: intervalOf(atm.bid, atm.ask),
      dnsVol: straddle.ok ? finiteOrNull(straddle.value.vol) : null,
      varianceSwapVol: swap.ok ? finiteOrNull(swap.value.vol) : null,
      delta25,
      delta10: deltaPoints(measured, 0.1).points,
      skewSlope: finiteOrNull(smileShape(fit.smile).slope),
      normalisedSkew: valueOrNull(mixon),
    },
  };
}
