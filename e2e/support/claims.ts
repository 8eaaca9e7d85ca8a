import { figuresOf, isPrinted, type ShownTable } from './shown-tables.ts';

/** What a cell must say: one number, the two ends of an interval, or nothing. */
export type Expected = number | readonly [number, number] | null;

/** One number of the report at one place of a panel, found by row and column heading. */
export interface Claim {
  readonly table: string | RegExp;
  /** Any of these texts in the row's key column; all of them where there are several key columns. */
  readonly row: readonly (readonly string[])[];
  readonly column: string;
  /** Which of the columns of that name, from 0. */
  readonly nth?: number;
  readonly value: Expected;
}

/** What was compared, and what did not agree. */
export interface Comparison {
  readonly faults: readonly string[];
  /** Numbers found on the screen and equal to the report's. */
  readonly equal: number;
}

/** @param keys headings of the columns by which rows are known; the first column without them */
export function compareClaims(
  tables: readonly ShownTable[],
  claims: readonly Claim[],
  keys: readonly string[] = [],
): Comparison {
  const faults: string[] = [];
  let equal = 0;
  const indexes = new Map<ShownTable, ReadonlyMap<string, readonly string[]>>();
  for (const claim of claims) {
    const shown = tables.find(({ name }) =>
      typeof claim.table === 'string' ? name === claim.table : claim.table.test(name),
    );
    if (shown === undefined) {
      faults.push(`no table ${String(claim.table)}`);
      continue;
    }
    if (!indexes.has(shown)) indexes.set(shown, indexOf(shown, keys));
    const fault = faultOf(shown, indexes.get(shown) ?? new Map(), claim);
    if (fault === null) equal += figureCount(claim.value);
    else faults.push(`${shown.name}, ${claim.row[0]?.join(' ')}, ${claim.column}: ${fault}`);
  }
  return { faults: [...new Set(faults)], equal };
}

function indexOf(
  { columns, rows }: ShownTable,
  keys: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const places = keys.length === 0 ? [0] : keys.map((key) => columns.indexOf(key));
  return new Map(rows.map((row) => [places.map((place) => row[place] ?? '').join('|'), row]));
}

function figureCount(value: Expected): number {
  if (value === null) return 0;
  return typeof value === 'number' ? 1 : 2;
}

function faultOf(
  { columns }: ShownTable,
  rows: ReadonlyMap<string, readonly string[]>,
  { row: names, column, nth = 0, value }: Claim,
): string | null {
  const row = names.map((name) => rows.get(name.join('|'))).find((found) => found !== undefined);
  if (row === undefined) return value === null ? null : 'no such row';
  const places = columns.flatMap((name, place) => (name === column ? [place] : []));
  const cell = row[places[nth] ?? -1];
  if (cell === undefined) return 'no such column';
  const figures = figuresOf(cell);
  const wanted = value === null ? [] : [value].flat();
  const agrees =
    figures.length === wanted.length && figures.every((one, i) => isPrinted(one, wanted[i] ?? NaN));
  return agrees ? null : `shows "${cell}", the report says ${wanted.join(' to ') || 'nothing'}`;
}
