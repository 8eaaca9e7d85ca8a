import type { DataColumn, DataTable } from '#charts/figure/data-table.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import { smileTable } from '#charts/smile/smile-table.ts';
import { ownId } from '#app/reading/compared-id.ts';
import type { PointKnowledge } from './point-details.ts';
import { residualsOf } from './residuals.ts';

/** A further column, with its value for a contract of the picture. */
interface MoreColumn extends DataColumn {
  readonly of: (id: string) => number | null | undefined;
}

function residualColumns(model: SmileModel): readonly MoreColumn[] {
  const decimals = model.volDecimals;
  const residuals = new Map(model.curves.flatMap(residualsOf).map((one) => [one.id, one]));
  const quotes = new Map(model.curves.flatMap((curve) => curve.quotes.map((quote) => [quote.id, quote])));
  return [
    {
      id: 'residual',
      label: 'mid less fit, vol points',
      decimals,
      of: (id) => residuals.get(id)?.points,
    },
    {
      id: 'halfSpreads',
      label: 'mid less fit, half-spreads',
      decimals: 1,
      of: (id) => residuals.get(id)?.inHalfSpreads,
    },
    { id: 'last', label: 'last trade, vol points', decimals, of: (id) => quotes.get(id)?.last },
  ];
}

function activityColumns({ activity, coin }: PointKnowledge): readonly MoreColumn[] {
  const amount = (id: keyof typeof AMOUNTS): MoreColumn => ({
    id,
    label: `${AMOUNTS[id]}, ${coin}`,
    decimals: 1,
    of: (contract) => activity.get(contract)?.[id],
  });
  return (Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[]).map(amount);
}

const AMOUNTS = {
  openInterest: 'open interest',
  volume: 'volume of 24 hours',
  bidSize: 'size bid',
  askSize: 'size asked',
} as const;

function differenceColumns({ differences }: PointKnowledge, decimals: number): readonly MoreColumn[] {
  const quoted = new Map(differences.flatMap((one) => one.quoted.map((each) => [each.id, each])));
  if (differences.length === 0) return [];
  return [
    { id: 'difference', label: 'A − B, vol points', decimals, of: (id) => quoted.get(id)?.value },
    { id: 'from', label: 'A − B from, vol points', decimals, of: (id) => quoted.get(id)?.interval[0] },
    { id: 'to', label: 'A − B to, vol points', decimals, of: (id) => quoted.get(id)?.interval[1] },
  ];
}

/** The smile's table with what the strips show: one row a contract. */
export function smileDetailTable(model: SmileModel, knowledge: PointKnowledge): DataTable {
  const { columns, rows } = smileTable(model);
  const more = [
    ...residualColumns(model),
    ...activityColumns(knowledge),
    ...differenceColumns(knowledge, model.volDecimals),
  ];
  return {
    columns: [...columns, ...more.map(({ id, label, decimals }) => ({ id, label, decimals }))],
    rows: rows.map(({ id, cells }) => ({
      id,
      cells: [
        // B's contracts go by their own names again.
        ...cells.map((cell) => (cell === id ? (ownId(id) ?? id) : cell)),
        ...more.map((column) => column.of(id) ?? null),
      ],
    })),
  };
}
