import type { DataTable } from '../figure/data-table.ts';
import type { SmileAxisKind, SmileModel } from './smile-model.ts';

const xLabels: Record<SmileAxisKind, readonly [label: string, decimals: number] | null> = {
  strike: null,
  'percent-of-forward': ['strike, % of forward', 1],
  'log-moneyness': ['ln(K/F)', 4],
  'expected-moves': ['expected moves', 2],
  delta: ['|Δ put| = 1 − Δ call', 3],
};

/** Every quote of the curves drawn, those outside the axes included. */
export function smileTable(model: SmileModel): DataTable {
  const x = xLabels[model.axis];
  const vol = (id: string, label: string) => ({
    id,
    label: `${label}, vol points`,
    decimals: model.volDecimals,
  });
  return {
    columns: [
      { id: 'expiry', label: 'expiry', decimals: null },
      { id: 'strike', label: `strike, ${model.strikeUnit}`, decimals: model.strikeDecimals },
      { id: 'right', label: 'right', decimals: null },
      ...(x === null ? [] : [{ id: 'x', label: x[0], decimals: x[1] }]),
      vol('bid', 'bid'),
      vol('ask', 'ask'),
      vol('mid', 'mid'),
      vol('venueMark', 'venue mark'),
      vol('fit', 'fit'),
      { id: 'note', label: 'not in the fit because', decimals: null },
      { id: 'instrument', label: 'instrument', decimals: null },
    ],
    rows: model.curves.flatMap(({ label, quotes }) =>
      quotes.map((quote) => ({
        id: quote.id,
        cells: [
          label,
          quote.strike,
          quote.right,
          ...(x === null ? [] : [quote.x]),
          quote.bid,
          quote.ask,
          quote.mid,
          quote.venueMark,
          quote.fit,
          quote.note,
          quote.id,
        ],
      })),
    ),
  };
}
