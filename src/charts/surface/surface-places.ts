import { minIndex } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Step } from '../focus/reading.ts';
import type { Point } from '../frame/rect.ts';
import type { SurfaceGeometry } from './geometry.ts';
import type { PlacedContract, PlacedRow } from './placed-rows.ts';

function focusOn({ expiry }: PlacedRow, at: PlacedContract | undefined): ChartFocus {
  return { expiryId: expiry.expiryId, x: null, pointId: at?.contract.id ?? null };
}

function nearest({ contracts }: PlacedRow, x: number): PlacedContract | undefined {
  return contracts[minIndex(contracts, (at) => Math.abs(at.x - x))];
}

const margin = 10;

/** The listed contract nearest to a pixel: first its expiry's row, then its strike. */
export function findSurfacePlace(
  { plot, rows }: Pick<SurfaceGeometry, 'plot' | 'rows'>,
  at: Point,
): ChartFocus | null {
  const off = Math.max(plot.left - at.x, at.x - plot.right, plot.top - at.y, at.y - plot.bottom);
  if (off > margin) return null;
  const listed = rows.filter(({ contracts }) => contracts.length > 0);
  const row = listed[minIndex(listed, ({ y }) => Math.abs(y - at.y))];
  return row === undefined ? null : focusOn(row, nearest(row, at.x));
}

/** Where a focus stands; null where this picture does not show its contract. */
export function placedContract(
  { rows }: Pick<SurfaceGeometry, 'rows'>,
  focus: ChartFocus | null,
): { readonly row: PlacedRow; readonly at: PlacedContract } | null {
  const row = rows.find(({ expiry }) => expiry.expiryId === focus?.expiryId);
  const at = row?.contracts.find(({ contract }) => contract.id === focus?.pointId);
  return row === undefined || at === undefined ? null : { row, at };
}

/** ← → along the strikes of one expiry, ↑ to the nearer and ↓ to the farther expiry at the same place; from nowhere to the first chosen one. */
export function stepSurfacePlace(
  geometry: Pick<SurfaceGeometry, 'plot' | 'rows'>,
  from: ChartFocus | null,
  step: Step,
): ChartFocus | null {
  const listed = geometry.rows.filter(({ contracts }) => contracts.length > 0);
  const found = placedContract(geometry, from);
  const middle = (geometry.plot.left + geometry.plot.right) / 2;
  const index = listed.findIndex(({ expiry }) => expiry.expiryId === from?.expiryId);
  const first = listed.find(({ expiry }) => expiry.chosen) ?? listed[0];
  if (first === undefined) return null;
  if (index < 0) return focusOn(first, nearest(first, middle));
  const move = { up: -1, down: 1, left: 0, right: 0 }[step];
  const row = listed[Math.max(0, Math.min(listed.length - 1, index + move))] ?? first;
  const x = found?.at.x ?? middle;
  if (move !== 0 || found === null) return focusOn(row, nearest(row, x));
  const along = row.contracts.indexOf(found.at) + (step === 'left' ? -1 : 1);
  return focusOn(row, row.contracts[Math.max(0, Math.min(row.contracts.length - 1, along))]);
}
