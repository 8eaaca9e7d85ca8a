import type { Point, Rect } from '../frame/rect.ts';
import type { SurfaceContract, SurfaceExpiry, SurfaceModel } from './surface-model.ts';

export interface PlacedContract extends Point {
  readonly contract: SurfaceContract;
}

/** One listed expiry's row. */
export interface PlacedRow {
  readonly expiry: SurfaceExpiry;
  readonly y: number;
  /** Ascending in x; only what the plot shows. */
  readonly contracts: readonly PlacedContract[];
}

interface RowFrame {
  readonly plot: Rect;
  readonly x: (place: number) => number;
  readonly y: (days: number) => number;
}

export function placeRows({ contracts, expiries }: SurfaceModel, frame: RowFrame): readonly PlacedRow[] {
  const { plot, x, y } = frame;
  const rows = expiries.map((expiry) => ({ expiry, y: y(expiry.days), contracts: [] as PlacedContract[] }));
  const rowOf = new Map(rows.map((row) => [row.expiry.expiryId, row]));
  for (const contract of contracts) {
    const row = rowOf.get(contract.expiryId);
    const across = contract.place === null ? null : x(contract.place);
    if (row === undefined || across === null || across < plot.left - 0.5 || across > plot.right + 0.5)
      continue;
    row.contracts.push({ contract, x: across, y: row.y });
  }
  for (const row of rows) row.contracts.sort((a, b) => a.x - b.x);
  return rows;
}
