import { DAYS_PER_YEAR, type EpochMs, yearsBetween } from '#base/time.ts';
import { surfaceSmile } from '#quant/surface/surface.ts';
import { type HedgeDecay, valueAfter } from './amortisation.ts';
import type { PayoffOption } from './hedge-payoff.ts';
import { surfaceValue } from './surface-value.ts';

/** The value of a hedge to a date at which nothing expires; not tradable. */
export interface InterpolatedValue {
  readonly at: EpochMs;
  readonly days: number;
  /** Forward of that date: spot carried at the bought expiry's own rate. */
  readonly forward: number;
  /** Quote currency per unit held, at mid on the interpolated surface, no spread and no fee. */
  readonly perUnit: number;
  /** What the hedge bought is still worth then, per unit held, if the price stands still. */
  readonly leftPerUnit: number;
}

/**
 * What options with the strikes of a hedge but expiring at a date between listed expiries would be worth on the surface,
 * total variance linear in time at fixed log-strike; nobody quotes them. Null where the date is not before the expiry.
 */
export function interpolatedValue(
  options: readonly PayoffOption[],
  at: EpochMs,
  { asOf, amount, decay }: { readonly asOf: EpochMs; readonly amount: number; readonly decay: HedgeDecay },
): InterpolatedValue | null {
  const { fits, spot, discount, years } = decay;
  const gone = yearsBetween(asOf, at);
  const smile = gone > 0 && gone < years ? surfaceSmile(fits, gone) : null;
  if (smile === null) return null;
  const share = gone / years;
  const forward = spot * (decay.forward / spot) ** share;
  const moment = { smile, forward, anchor: forward, discount: discount ** share };
  return {
    at,
    days: gone * DAYS_PER_YEAR,
    forward,
    perUnit: surfaceValue(options, moment) / amount,
    leftPerUnit: valueAfter(options, gone, decay) / amount,
  };
}
