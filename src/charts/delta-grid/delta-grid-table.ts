import type { DataTable } from '../figure/data-table.ts';
import type { DeltaGridModel } from './delta-grid-model.ts';

/** Every column, drawn or not, and in words where a number is extrapolated. */
export function deltaGridTable({ columns, rows, unit, decimals }: DeltaGridModel): DataTable {
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'days', label: 'days', decimals: 1 },
      ...columns.map(({ id, name }) => ({ id, label: `${name}, ${unit}`, decimals })),
      { id: 'extrapolated', label: 'extrapolated at', decimals: null },
      { id: 'note', label: 'missing because', decimals: null },
    ],
    rows: rows.map(({ expiryId, label, days, cells, absence }) => {
      const beyond = columns.filter((_, i) => cells[i]?.quoted === false).map(({ name }) => name);
      const values = columns.map((_, i) => cells[i]?.value ?? null);
      return { id: expiryId, cells: [label, days, ...values, beyond.join(', '), absence] };
    }),
  };
}
