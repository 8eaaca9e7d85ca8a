import type { DataTable } from '../figure/data-table.ts';
import type { CostMapModel } from './cost-map-model.ts';

/** A line for every strike of every expiry, costs and reasons alike. */
export function costMapTable({ rows, columns, unit, decimals }: CostMapModel): DataTable {
  const none = columns.map(() => null);
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'days', label: 'days', decimals: 1 },
      { id: 'strike', label: 'strike', decimals: 0 },
      { id: 'percent', label: '% of forward', decimals: 1 },
      { id: 'cost', label: `all in, ${unit}`, decimals },
      ...columns,
      { id: 'reason', label: 'cannot be had because', decimals: null },
    ],
    rows: rows.flatMap(({ expiryId, label, days, cells, absence }) =>
      cells.length === 0
        ? [{ id: expiryId, cells: [label, days, null, null, null, ...none, absence] }]
        : cells.map(({ strike, percent, cost, figures, reason }) => ({
            id: `${expiryId} ${strike}`,
            cells: [label, days, strike, percent, cost, ...columns.map((_, i) => figures[i] ?? null), reason],
          })),
    ),
  };
}
