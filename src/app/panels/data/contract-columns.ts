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

interface Units {
  /** What premiums are paid in. */
  readonly premium: string;
  readonly underlying: string;
  /** Open interest and volume come in whole numbers. */
  readonly whole: boolean;
}

/** Everything known of a contract, in the order in which doubts are settled. */
export function contractColumns({ premium, underlying, whole }: Units): readonly ContractColumn[] {
  const amounts = whole ? 0 : 1;
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
    figure('openInterest', 'Open interest', underlying, amounts),
    figure('volume', 'Volume', `24 hours, ${underlying}`, amounts),
  ];
}

function nameOf({ key, label }: ContractColumn): string {
  return key === 'venueVol' ? 'mark vol of the venue’s own' : label.toLowerCase().replace(', ', ' in ');
}

/** Columns that say something of some contract, and the names of those that say nothing of any. */
export function tellingColumns(
  columns: readonly ContractColumn[],
  rows: readonly ContractRow[],
): { readonly telling: readonly ContractColumn[]; readonly silent: readonly string[] } {
  const tells = ({ key, words: text }: ContractColumn): boolean =>
    text || rows.some((row) => row[key] !== null);
  const silent = columns.filter((column) => !tells(column) && column.key !== 'venueGap').map(nameOf);
  return { telling: columns.filter(tells), silent };
}

/** The units of the figures, which narrow headings have no room for. */
export function unitWords(premium: string, underlying: string): string {
  return `Bid and ask in ${premium}; vols are Black-76 on the forward, %; spreads in the contract’s ticks and in vol points; ages as of the chain’s own time; volume is of 24 hours; amounts in ${underlying}.`;
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
