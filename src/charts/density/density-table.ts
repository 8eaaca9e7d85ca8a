import type { DataTable } from '../figure/data-table.ts';
import type { DensityModel } from './density-model.ts';

/** So many places of each law are tabled; the picture's own are finer than a table can be read. */
const rowsPerCurve = 61;

const AXIS_LABEL = {
  price: ({ priceUnit }: DensityModel) => `price, ${priceUnit}`,
  percent: () => 'price, % of forward',
  log: () => 'log return, %',
  moves: () => 'expected moves',
} as const;

export function densityTable(model: DensityModel): DataTable {
  const chance = (id: string, label: string) => ({ id, label: `${label}, %`, decimals: 2 });
  const xDecimals = model.axis === 'price' ? model.priceDecimals : 2;
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'x', label: AXIS_LABEL[model.axis](model), decimals: xDecimals },
      { id: 'density', label: `chance per ${model.densityPer}, %`, decimals: 3 },
      chance('below', 'below'),
      chance('bidLo', 'below, least within the spread'),
      chance('askHi', 'below, most within the spread'),
      chance('lognormal', 'below, lognormal'),
      { id: 'basis', label: 'rests on', decimals: null },
    ],
    rows: model.curves.flatMap(({ expiryId, label, points, quotedRange, absence }) => {
      if (points.length === 0)
        return [{ id: expiryId, cells: [label, null, null, null, null, null, null, absence] }];
      const every = Math.max(1, Math.round((points.length - 1) / (rowsPerCurve - 1)));
      return points
        .filter((_, index) => index % every === 0)
        .map(({ x, density, below, belowRange, lognormalBelow }) => {
          const quoted = quotedRange !== null && x >= quotedRange[0] && x <= quotedRange[1];
          return {
            id: `${expiryId} ${x}`,
            cells: [
              label,
              x,
              density,
              below,
              belowRange?.[0] ?? null,
              belowRange?.[1] ?? null,
              lognormalBelow,
              quoted ? 'quotes' : 'extrapolated',
            ],
          };
        });
    }),
  };
}
