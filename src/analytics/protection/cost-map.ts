import type { EpochMs } from '#base/time.ts';
import type { NoHedgeReason } from './no-hedge.ts';

/** What a bill comes to, without its details. */
export interface CostFigure {
  /** Quote currency per unit held. */
  readonly perUnit: number;
  /** Of the holding's value at the forward, decimal. */
  readonly share: number;
  /** Quote currency for the whole holding a day. */
  readonly perDay: number;
  /** Half-spread, slippage and fees, quote currency per unit held. */
  readonly execution: number;
  /** Most that can be lost, bill included, of the reference value. */
  readonly maximumLoss: number;
}

/** One listed strike of one expiry: its cost, or why there is none and what share of the size is offered. */
export interface CostCell {
  readonly strike: number;
  /** Strike over the expiry's forward. */
  readonly moneyness: number;
  readonly cost: CostFigure | null;
  readonly reason: NoHedgeReason | null;
  readonly fillable: number | null;
}

/** One expiry's row of the map, strikes rising. */
export interface CostRow {
  readonly expiry: EpochMs;
  readonly label: string;
  readonly years: number;
  /** Why the expiry has no cells; null when it has. */
  readonly reason: NoHedgeReason | null;
  readonly cells: readonly CostCell[];
}
