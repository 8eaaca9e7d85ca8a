import { type Result, err, ok } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import { readDateLine } from './local-date-line.ts';
import { readOsiSymbol } from './osi-symbol.ts';
import type { RowFields } from './quote-row.ts';
import { DELAY_MS, type QuoteFile } from './read-delayed-quotes.ts';

/** Both sides of a strike stand in one line: calls in these columns, puts after the strike. */
const CALL_COLUMN = 1;
const STRIKE_COLUMN = 11;
const PUT_COLUMN = 12;
const COLUMNS = 22;

/**
 * Reads the table a person downloads from the venue's site: a title line with the last price, a date line in the
 * visitor's own language, a line of column names, then one line a strike.
 */
export function readQuoteTable(text: string): Result<QuoteFile, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const head = lines.findIndex((line) => /^"?Expiration Date"?,"?Calls"?,/.test(line));
  if (head < 0) return err('no line of column names that begins with Expiration Date, Calls');
  const title = lines.slice(0, head);
  const madeAt = title.map(readDateLine).find((instant) => instant !== null) ?? null;
  if (madeAt === null) return err(`the date line was not understood: ${title[1] ?? title[0] ?? 'missing'}`);
  const cells = lines.slice(head + 1).map((line) => line.split(','));
  const rows = cells.flatMap((row) => [side(row, CALL_COLUMN), side(row, PUT_COLUMN)]);
  const underlying = underlyingOf(rows);
  if (underlying === null) return err('no option symbols in the table');
  const spot = Number(/\bLast:\s*([\d.]+)/.exec(title.join(','))?.[1]);
  return ok({
    listing: { underlying, isIndex: / INDEX\b/i.test(title[0] ?? '') || INDEX_ROOTS.has(underlying) },
    at: epochMs(madeAt - DELAY_MS),
    spot: spot > 0 && spot < 1e9 ? spot : null,
    vol30: null,
    rows,
  });
}

const INDEX_ROOTS: ReadonlySet<string> = new Set([
  'SPX',
  'XSP',
  'NDX',
  'XND',
  'RUT',
  'MRUT',
  'VIX',
  'DJX',
  'OEX',
  'XEO',
]);

/** Columns of a side: symbol, last, net, bid, ask, volume, vol, delta, gamma, open interest. */
function side(row: readonly string[], from: number): RowFields {
  const whole = row.length === COLUMNS && row[STRIKE_COLUMN] !== '';
  const cell = (offset: number): unknown => (whole ? numberOf(row[from + offset]) : undefined);
  return {
    symbol: row[from]?.trim(),
    last: cell(1),
    bid: cell(3),
    ask: cell(4),
    volume: cell(5),
    vol: cell(6),
    openInterest: cell(9),
  };
}

/** An empty cell is no number, where Number('') would be 0. */
function numberOf(cell: string | undefined): number | null {
  return cell === undefined || cell.trim() === '' ? null : Number(cell);
}

/** The shortest root is the underlying's own (SPX beside SPXW); null where no symbol can be read. */
function underlyingOf(rows: readonly RowFields[]): string | null {
  let shortest: string | null = null;
  for (const { symbol } of rows) {
    const root = typeof symbol === 'string' ? (readOsiSymbol(symbol)?.root ?? null) : null;
    if (root !== null && (shortest === null || root.length < shortest.length)) shortest = root;
  }
  return shortest;
}
