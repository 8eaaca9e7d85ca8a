import type { DataTable } from '../figure/data-table.ts';
import type { SurfaceModel } from './surface-model.ts';

/** Every contract that has a value of what the colours show, with all that is known of it. */
export function surfaceTable(model: SurfaceModel): DataTable {
  const labels = new Map(model.expiries.map(({ expiryId, label, days }) => [expiryId, { label, days }]));
  const contracts = model.contracts.filter(({ values }) => values[model.quantity] !== null);
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'days', label: 'days', decimals: 1 },
      { id: 'strike', label: 'strike', decimals: model.strikeDecimals },
      { id: 'right', label: 'side', decimals: null },
      { id: 'k', label: 'ln(K/F)', decimals: 3 },
      { id: 'mid', label: 'mid vol, %', decimals: 1 },
      ...model.quantities.map(({ quantity, name, decimals }) => ({ id: quantity, label: name, decimals })),
      { id: 'fit', label: 'in the fit', decimals: null },
    ],
    rows: contracts.map(({ id, expiryId, strike, right, k, mid, values, used }) => ({
      id,
      cells: [
        labels.get(expiryId)?.label ?? '',
        labels.get(expiryId)?.days ?? null,
        strike,
        right,
        k,
        mid,
        ...model.quantities.map(({ quantity }) => values[quantity]),
        used ? 'yes' : 'no',
      ],
    })),
  };
}
