import type { DataTable } from '../figure/data-table.ts';
import type { CostCurveModel } from './cost-curve-model.ts';

export function costCurveTable(model: CostCurveModel): DataTable {
  const { axis, axisName, unit, decimals, columns, points } = model;
  return {
    columns: [
      { id: 'label', label: axis === 'days' ? 'expiry' : 'size', decimals: null },
      { id: 'x', label: axisName, decimals: axis === 'days' ? 1 : 2 },
      { id: 'cost', label: `all in, ${unit}`, decimals },
      { id: 'value', label: `value, ${unit}`, decimals },
      { id: 'execution', label: `execution, ${unit}`, decimals },
      ...columns,
      { id: 'note', label: 'cannot be had because, or without', decimals: null },
    ],
    rows: points.map(({ id, label, x, cost, execution, figures, note }) => ({
      id,
      cells: [
        label,
        x,
        cost,
        cost === null ? null : cost - (execution ?? 0),
        execution,
        ...columns.map((_, i) => figures[i] ?? null),
        note,
      ],
    })),
  };
}
