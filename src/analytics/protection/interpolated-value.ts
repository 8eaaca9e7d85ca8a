import type { EpochMs } from '#base/time.ts';

/** The value of an option to a date at which nothing expires; not tradable. */
export interface InterpolatedValue {
  readonly at: EpochMs;
  readonly days: number;
  /** Quote currency per unit held, at mid on the interpolated surface, no spread and no fee. */
  readonly perUnit: number;
  /** What the hedge bought is still worth then, per unit held, if the price stands still. */
  readonly leftPerUnit: number;
}
