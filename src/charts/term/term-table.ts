import type { DataTable } from '../figure/data-table.ts';
import type { TermModel } from './term-model.ts';

/** Listed expiries, then the constant maturities between them. */
export function termTable({ atmLabel, deltaLabel, points, tenors, decimals }: TermModel): DataTable {
  const vol = (id: string, label: string) => ({ id, label: `${label}, vol points`, decimals });
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'days', label: 'days', decimals: 1 },
      vol('atm', `ATM, ${atmLabel}`),
      vol('lo', 'ATM bid'),
      vol('hi', 'ATM ask'),
      vol('put', `${deltaLabel} put`),
      vol('call', `${deltaLabel} call`),
      { id: 'note', label: 'missing because', decimals: null },
    ],
    rows: [
      ...points.map(({ expiryId, label, days, atm, atmInterval, putVol, callVol, absence }) => ({
        id: expiryId,
        cells: [
          label,
          days,
          atm,
          atmInterval?.[0] ?? null,
          atmInterval?.[1] ?? null,
          putVol,
          callVol,
          absence,
        ],
      })),
      ...tenors.map(({ label, days, atm }) => ({
        id: `tenor ${label}`,
        cells: [`${label} constant`, days, atm, null, null, null, null, null],
      })),
    ],
  };
}
