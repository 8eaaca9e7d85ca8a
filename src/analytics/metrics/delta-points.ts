import { type DeltaSkew, deltaSkew } from '#quant/skew/delta-skew.ts';
import type { SmilePoint } from '#quant/skew/delta-strike.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { DeltaConvention, DeltaPoints, Interval } from '../report.ts';
import { differenceOf, intervalOf, sumOf } from './interval.ts';
import { NO_SIDES, type SideVols, sideVols } from './smile-sides.ts';
import { valueOrNull } from './value-or-null.ts';

/** Nothing is known at a delta: the expiry has no fit. */
export const NO_DELTA_POINTS: DeltaPoints = {
  putVol: null,
  callVol: null,
  putStrike: null,
  callStrike: null,
  riskReversal: null,
  butterfly: null,
  riskReversalInterval: null,
  butterflyInterval: null,
};

/** The points of one delta, with what is bid and asked in vol at its two strikes. */
export interface DeltaMeasure {
  readonly points: DeltaPoints;
  readonly putSides: SideVols;
  readonly callSides: SideVols;
}

/** One expiry's fit and what its measures are taken against. */
export interface MeasuredSmile {
  readonly fit: SliceFit;
  /** The expiry's forward in the quote currency. */
  readonly forward: number;
  readonly convention: DeltaConvention;
  /** Outermost log-strikes of the points used. */
  readonly quotedRange: Interval | null;
}

/**
 * Put and call of one delta on the fitted smile, their risk reversal and butterfly, and what the bid-ask spread leaves
 * of both: the risk reversal can be sold at (call bid − put ask) and bought at (call ask − put bid); the butterfly's
 * ends take both wings on one side and the at-the-money vol on the other.
 * @param delta size in (0, 1): 0.25 for the 25-delta put and call
 */
export function deltaPoints(smile: MeasuredSmile, delta: number): DeltaMeasure {
  const { fit, forward, convention, quotedRange } = smile;
  const skew = deltaSkew(fit.smile, {
    delta,
    convention: { kind: convention },
    centre: 'atm-forward',
  });
  const put = pointOf(skew.put);
  const call = pointOf(skew.call);
  const sides = (point: SmilePoint | null): SideVols =>
    point === null ? NO_SIDES : sideVols(fit, quotedRange, point.k);
  const putSides = sides(put);
  const callSides = sides(call);
  const points = {
    putVol: put?.vol ?? null,
    callVol: call?.vol ?? null,
    putStrike: put && finiteOrNull(forward * Math.exp(put.k)),
    callStrike: call && finiteOrNull(forward * Math.exp(call.k)),
    riskReversal: valueOrNull(skew.riskReversal),
    butterfly: valueOrNull(skew.butterfly),
    ...spreadIntervals(putSides, callSides, sideVols(fit, quotedRange, 0)),
  };
  return { points, putSides, callSides };
}

function spreadIntervals(
  put: SideVols,
  call: SideVols,
  atm: SideVols,
): Pick<DeltaPoints, 'riskReversalInterval' | 'butterflyInterval'> {
  const half = (a: number | null, b: number | null): number | null => {
    const sum = sumOf(a, b);
    return sum === null ? null : sum / 2;
  };
  return {
    riskReversalInterval: intervalOf(differenceOf(call.bid, put.ask), differenceOf(call.ask, put.bid)),
    butterflyInterval: intervalOf(
      differenceOf(half(put.bid, call.bid), atm.ask),
      differenceOf(half(put.ask, call.ask), atm.bid),
    ),
  };
}

function pointOf(found: DeltaSkew['put']): SmilePoint | null {
  return found.ok && Number.isFinite(found.value.vol) && Number.isFinite(found.value.k) ? found.value : null;
}
