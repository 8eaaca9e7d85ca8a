import { blackPrice } from '#quant/black/black-price.ts';
import { type Smile, smileVol } from '#quant/smile.ts';
import type { PayoffOption } from './hedge-payoff.ts';

/** An instant and a price at which a hedge is valued. */
export interface SurfaceMoment {
  /** Smile of the time that is then left; null at expiry. */
  readonly smile: Smile | null;
  /** Forward of the hedge's expiry then. */
  readonly forward: number;
  /**
   * Forward from which log-strikes are counted when the vol is read: today's, so that each strike keeps its vol (sticky
   * strike), or the one then, so that each delta does (sticky delta).
   */
  readonly anchor: number;
  readonly discount: number;
}

/** Value at mid of some options on the fitted surface, quote currency for all their units; at expiry what they pay. */
export function surfaceValue(
  options: readonly Pick<PayoffOption, 'right' | 'strike' | 'units'>[],
  { smile, forward, anchor, discount }: SurfaceMoment,
): number {
  let value = 0;
  for (const { right, strike, units } of options) {
    const [vol, years] = smile === null ? [0, 0] : [smileVol(smile, Math.log(strike / anchor)), smile.years];
    value += units * blackPrice(forward, strike, vol, years, discount, right);
  }
  return value;
}
