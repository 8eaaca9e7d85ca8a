import type { RowSort, RowsShown } from '#state/selection.ts';
import type { ContractRow } from './contract-rows.ts';

interface Wanted {
  readonly shown: RowsShown;
  readonly find: string;
  readonly sort: RowSort | null;
}

function matcher(find: string): (row: ContractRow) => boolean {
  const wanted = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return () => true;
  return (row) => {
    const own = `${row.instrument} ${row.expiryLabel} ${row.right} ${row.fate} ${row.state}`.toLowerCase();
    return wanted.every((word) => own.includes(word));
  };
}

/** Missing values last, whichever way the others go. */
function compare(a: ContractRow, b: ContractRow, { key, down }: RowSort): number {
  const [x, y] = [a[key], b[key]];
  if (x === null || y === null) return Number(x === null) - Number(y === null);
  const order = x < y ? -1 : Number(x > y);
  return down ? -order : order;
}

/** The rows that were asked for, in the order that was asked for; rows that compare equal keep the venue's order. */
export function chooseRows(
  rows: readonly ContractRow[],
  { shown, find, sort }: Wanted,
): readonly ContractRow[] {
  const found = matcher(find);
  const kept = rows.filter((row) => (shown === 'all' || row.used === (shown === 'used')) && found(row));
  return sort === null ? kept : kept.toSorted((a, b) => compare(a, b, sort));
}
