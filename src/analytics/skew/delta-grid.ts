import { deltaStrike } from '#quant/skew/delta-strike.ts';
import { smileVol } from '#quant/smile.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { MeasuredSmile } from '../metrics/delta-points.ts';

/** One column of the grid: the put or the call of a delta, or the forward. */
export interface GridColumn {
  readonly right: 'put' | 'call' | 'atm';
  /** Size in (0, 0.5); 0.5 stands for the forward. */
  readonly delta: number;
}

const SIZES = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4] as const;

/** Puts left, calls right, the forward between them. */
export const GRID_COLUMNS: readonly GridColumn[] = [
  ...SIZES.map((delta) => ({ right: 'put' as const, delta })),
  { right: 'atm', delta: 0.5 },
  ...SIZES.toReversed().map((delta) => ({ right: 'call' as const, delta })),
];

/** The fitted smile at one delta. */
export interface GridCell {
  /** Decimal. */
  readonly vol: number;
  /** In the quote currency. */
  readonly strike: number;
  /** Whether the strike lies between the outermost quotes of the fit; beyond them it is extrapolated. */
  readonly quoted: boolean;
}

/** One cell a column of `GRID_COLUMNS`; null where the smile has no such delta. */
export function deltaGrid(measured: MeasuredSmile): readonly (GridCell | null)[] {
  return GRID_COLUMNS.map((column) => gridCell(measured, column));
}

function gridCell(measured: MeasuredSmile, column: GridColumn): GridCell | null {
  const { fit, forward, quotedRange } = measured;
  const k = logStrikeOf(measured, column);
  if (k === null) return null;
  const vol = finiteOrNull(smileVol(fit.smile, k));
  const strike = finiteOrNull(forward * Math.exp(k));
  if (vol === null || strike === null) return null;
  return { vol, strike, quoted: quotedRange !== null && k >= quotedRange[0] && k <= quotedRange[1] };
}

function logStrikeOf({ fit, convention }: MeasuredSmile, { right, delta }: GridColumn): number | null {
  if (right === 'atm') return 0;
  const found = deltaStrike(fit.smile, { delta, right, convention: { kind: convention } });
  return found.ok ? finiteOrNull(found.value.k) : null;
}
