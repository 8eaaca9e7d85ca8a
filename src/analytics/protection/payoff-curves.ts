import type { SmileDynamics } from './hedge-scenario.ts';

/** Value of what is held and its hedge against the price, quote currency for the whole holding; plain arrays of one length. */
export interface PayoffCurves {
  readonly prices: readonly number[];
  readonly unhedged: readonly number[];
  readonly atExpiry: readonly number[];
  /** Before expiry, hedge at mid on the fitted surface: the vol of the time then left, read off today's surface. */
  readonly before: readonly {
    readonly daysFromNow: number;
    readonly dynamics: SmileDynamics;
    readonly values: readonly number[];
  }[];
}
