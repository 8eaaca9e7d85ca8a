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

export function placeRow(model: SurfaceModel, expiry: SurfaceExpiry, { plot, x, y }: RowFrame): PlacedRow {
  const at = y(expiry.days);
  const contracts = model.contracts.flatMap((contract) => {
    if (contract.expiryId !== expiry.expiryId || contract.place === null) return [];
    const across = x(contract.place);
    return across < plot.left - 0.5 || across > plot.right + 0.5 ? [] : [{ contract, x: across, y: at }];
  });
  return { expiry, y: at, contracts: contracts.toSorted((a, b) => a.x - b.x) };
}
