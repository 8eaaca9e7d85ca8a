import { DAYS_PER_YEAR } from '#base/time.ts';
import { blackGreeks } from '#quant/black/greeks.ts';
import type { Smile } from '#quant/smile.ts';
import type { LegBill } from './leg-bill.ts';

/** Sensitivities of the whole hedge, without what is held; quote currency for the whole holding. */
export interface HedgeGreeks {
  /** Units of the underlying, each strike keeping its vol (sticky strike). */
  readonly delta: number;
  /** Units of the underlying, each delta keeping its vol (sticky delta). */
  readonly deltaStickyDelta: number;
  /** Change of `delta` per 1 % of the forward. */
  readonly gammaPerPercent: number;
  /** Per vol point. */
  readonly vegaPerPoint: number;
  /** Per day, at fixed forward and vol; mostly negative. */
  readonly thetaPerDay: number;
}

/** Sums Black's sensitivities over the legs, each at its own mid vol; the smile's slope makes the sticky-delta one. */
export function hedgeGreeks(
  legs: readonly LegBill[],
  { smile, discount }: { readonly smile: Smile; readonly discount: number },
): HedgeGreeks {
  let [delta, slopePart, gamma, vega, theta] = [0, 0, 0, 0, 0];
  for (const { side, units, forward, strike, midVol, right } of legs) {
    const signed = side === 'buy' ? units : -units;
    const greeks = blackGreeks(forward, strike, midVol, smile.years, discount, right);
    const { w, dw } = smile.jet(Math.log(strike / forward));
    const slope = dw / (2 * Math.sqrt(w * smile.years));
    delta += signed * greeks.deltaF;
    slopePart -= (signed * greeks.vega * slope) / forward;
    gamma += signed * greeks.gamma * forward * 0.01;
    vega += signed * greeks.vega * 0.01;
    theta += (signed * greeks.theta) / DAYS_PER_YEAR;
  }
  return {
    delta,
    deltaStickyDelta: delta + slopePart,
    gammaPerPercent: gamma,
    vegaPerPoint: vega,
    thetaPerDay: theta,
  };
}

/** A future sold: it moves with the price one for one and has no vol. */
export function shortGreeks(units: number): HedgeGreeks {
  return { delta: -units, deltaStickyDelta: -units, gammaPerPercent: 0, vegaPerPoint: 0, thetaPerDay: 0 };
}
