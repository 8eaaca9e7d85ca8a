import { ticks } from 'd3-array';
import { numberText } from '../number-text.ts';

/** Where a cost lies along a bar of any width. */
export interface CostScale {
  /** % of the bar's width. */
  readonly at: (cost: number) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string; readonly zero: boolean }[];
}

const TICKS = 3;
/** So near to the right end (%) a label would stand out of the bar. */
const EDGE = 94;

/** One scale for all rows, % of the holding; zero is always on it. */
export function costScale(costs: readonly [number, number] | null): CostScale {
  const [lo, hi] = costs ?? [0, 0];
  if (hi <= lo) return { at: () => 0, ticks: [] };
  const at = (cost: number): number => (100 * (cost - lo)) / (hi - lo);
  const marks = ticks(lo, hi, TICKS).filter((mark) => at(mark) <= EDGE);
  const decimals = marks.every(Number.isInteger) ? 0 : 2;
  return {
    at,
    ticks: marks.map((mark, index) => ({
      at: at(mark),
      text: `${numberText(mark, decimals)}${index === marks.length - 1 ? ' %' : ''}`,
      zero: mark === 0,
    })),
  };
}
