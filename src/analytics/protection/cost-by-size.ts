import type { CostFigure } from './cost-map.ts';
import type { NoHedgeReason } from './no-hedge.ts';

/** The same plan for another size. */
export interface SizeCost {
  readonly amount: number;
  readonly cost: CostFigure | null;
  readonly reason: NoHedgeReason | null;
  readonly fillable: number | null;
}
