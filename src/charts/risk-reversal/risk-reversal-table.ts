import type { DataTable } from '../figure/data-table.ts';
import type { RiskReversalModel } from './risk-reversal-model.ts';

/** Listed expiries, then the constant maturities between them. */
export function riskReversalTable({ words, points, tenors, decimals }: RiskReversalModel): DataTable {
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'days', label: 'days', decimals: 1 },
      { id: 'value', label: `${words.label}, vol points`, decimals },
      { id: 'lo', label: 'lowest after the spread, vol points', decimals },
      { id: 'hi', label: 'highest after the spread, vol points', decimals },
      { id: 'note', label: 'missing because', decimals: null },
    ],
    rows: [
      ...points.map(({ expiryId, label, days, value, interval, absence }) => ({
        id: expiryId,
        cells: [label, days, value, interval?.[0] ?? null, interval?.[1] ?? null, absence],
      })),
      ...tenors.map(({ tenorId, label, days, value, interval }) => ({
        id: tenorId,
        cells: [label, days, value, interval?.[0] ?? null, interval?.[1] ?? null, null],
      })),
    ],
  };
}
