import type { DataTable } from '#charts/figure/data-table.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { spanText } from '#app/reading/time-words.ts';
import { type ContractRow, stateWords } from './contract-rows.ts';

type Key = keyof ContractRow;

/** One column of the table of contracts. */
export interface ContractColumn {
  readonly key: Key;
  readonly label: string;
  /** What the heading leaves out: the unit and the sign. */
  readonly help: string;
  readonly words: boolean;
  readonly text: (row: ContractRow) => string;
}

type NumberKey = { [K in Key]: ContractRow[K] extends number | null ? K : never }[Key];

const figure = (key: NumberKey, label: string, help: string, decimals: number): ContractColumn => ({
  key,
  label,
  help,
  words: false,
  text: (row) => numberText(row[key], decimals),
});

const words = (
  key: Key,
  label: string,
  help: string,
  text: (row: ContractRow) => string,
): ContractColumn => ({
  key,
  label,
  help,
  words: true,
  text,
});

/** A price with the digits it came with. */
const price = (key: 'bid' | 'ask', label: string, premium: string): ContractColumn => ({
  key,
  label,
  help: `Best ${key}, ${premium}`,
  words: false,
  text: (row) => (row[key] === null ? numberText(null, 0) : String(Number(row[key].toPrecision(10)))),
});

/** Everything known of a contract, in the order in which doubts are settled. */
export function contractColumns(premium: string, underlying: string): readonly ContractColumn[] {
  return [
    words('instrument', 'Contract', 'The venue’s own name', (row) => row.instrument),
    words('fate', 'In the fit', 'Used, or why it was left out', (row) => row.fate),
    words('state', 'Book', 'What is quoted', (row) => stateWords(row.state)),
    {
      ...figure('ageMs', 'Age', 'Since the venue’s own stamp, at the time of the chain', 0),
      text: (row) => (row.ageMs === null ? numberText(null, 0) : spanText(row.ageMs)),
    },
    price('bid', 'Bid', premium),
    price('ask', 'Ask', premium),
    figure('bidSize', 'Bid size', 'Contracts', 1),
    figure('askSize', 'Ask size', 'Contracts', 1),
    figure('spreadTicks', 'Spread, ticks', 'Ask less bid in the contract’s price steps', 0),
    figure('spreadVol', 'Spread, vol', 'Ask vol less bid vol, vol points', 2),
    figure('bidVol', 'Bid vol', 'Black-76 on the forward, %', 2),
    figure('askVol', 'Ask vol', 'Black-76 on the forward, %', 2),
    figure('markVol', 'Mark vol', 'Our inversion of the venue’s mark, %', 2),
    figure('venueVol', 'Venue’s', 'What the venue says its mark vol is, %', 2),
    {
      ...figure('venueGap', 'Ours − theirs', 'Our mark vol less the venue’s, vol points', 3),
      text: (row) => signedText(row.venueGap, 3),
    },
    figure('fitVol', 'Fit', 'The expiry’s fitted smile at this strike, %', 2),
    figure('openInterest', 'Open interest', underlying, 1),
    figure('volume', 'Volume', `24 hours, ${underlying}`, 1),
  ];
}

/** The rows as shown, for the clipboard and for a file; numbers in full. */
export function contractTable(columns: readonly ContractColumn[], rows: readonly ContractRow[]): DataTable {
  return {
    columns: columns.map(({ key, label, help, words: text }) => ({
      id: key,
      label: text ? label : `${label} (${help})`,
      decimals: text ? null : 6,
    })),
    rows: rows.map((row) => ({
      id: row.instrument,
      cells: columns.map((column) => {
        const value = row[column.key];
        return column.words || typeof value === 'boolean' ? column.text(row) : value;
      }),
    })),
  };
}
