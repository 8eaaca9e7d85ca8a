import type { DataTable } from '../figure/data-table.ts';
import type { OutcomeCurveModel } from './outcome-curve-model.ts';

export function outcomeCurveTable(model: OutcomeCurveModel): DataTable {
  const { axisTitle, axis, xs, lines, columns, unit, decimals } = model;
  return {
    columns: [
      { id: 'x', label: axisTitle, decimals: axis.decimals },
      ...lines.map(({ id, name }) => ({ id, label: `${name}, ${unit}`, decimals })),
      ...columns.map(({ id, label, decimals: fine }) => ({ id, label, decimals: fine })),
    ],
    rows: xs.map((x, i) => ({
      id: String(i),
      cells: [x, ...[...lines, ...columns].map(({ values }) => values[i] ?? null)],
    })),
  };
}
