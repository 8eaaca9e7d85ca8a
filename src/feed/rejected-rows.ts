import type { ReadMessage } from '#exchanges/adapter.ts';
import type { RejectedRow } from '#market/option-chain.ts';

/** Rows left out of the messages about one underlying, so that they can be counted with its chain. */
export interface RejectedRows {
  /** A whole list has been read: what was left out of earlier ones of its kind counts no more. */
  clear(kind: string): void;
  clearAll(): void;
  /** The contract has been read since. */
  forget(kind: string, instrument: string): void;
  /** In a whole list each row counts, in a stream only the last about each contract. */
  add(kind: string, row: RejectedRow, whole: boolean): void;
  all(): readonly RejectedRow[];
  /** The same rows, which go their own way from here. */
  copy(): RejectedRows;
}

/** No chain keeps more rejected rows of one kind than the longest list that a reader takes. */
const MOST_REJECTED = 20_000;
/** Rows of messages that carry quotes in one piece. */
export const ONE_PIECE = '';

/** An empty collection; rows are kept apart by the kind of message that they came with. */
export function createRejectedRows(): RejectedRows {
  return rejectedRows(new Map());
}

function rejectedRows(kinds: Map<string, Map<string, RejectedRow>>): RejectedRows {
  function rowsOf(kind: string): Map<string, RejectedRow> {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const fresh = new Map<string, RejectedRow>();
    kinds.set(kind, fresh);
    return fresh;
  }

  return {
    clear: (kind) => void kinds.delete(kind),
    clearAll: () => kinds.clear(),
    forget(kind, instrument) {
      kinds.get(kind)?.delete(instrument);
      kinds.get(ONE_PIECE)?.delete(instrument);
    },
    add(kind, row, whole) {
      const rows = rowsOf(kind);
      const again = row.instrument === null || (whole && rows.has(row.instrument));
      const key = again ? `${row.instrument ?? ''}#${rows.size}` : (row.instrument ?? '');
      if (rows.size < MOST_REJECTED) rows.set(key, row);
    },
    all: () => [...kinds.values()].flatMap((rows) => Array.from(rows.values())),
    copy: () => rejectedRows(new Map([...kinds].map(([kind, rows]) => [kind, new Map(rows)]))),
  };
}

/** Which rows of a message were left out, and whose list they are missing in. */
export interface LeftOut {
  readonly kind: string;
  readonly whole: boolean;
  readonly rows: readonly { readonly owner: string; readonly row: RejectedRow }[];
}

/**
 * Rows left out of quote messages count with their chain; a row that does not tell whose it is, with every chain of
 * its message. A message of which nothing was read changes nothing: the last quotes stay, and their age shows.
 */
export function leftOutOf(read: ReadMessage): LeftOut | null {
  const quotes = read.value.filter((event) => event.kind === 'quotes' || event.kind === 'quote-parts');
  if (quotes.length === 0 && read.value.length > 0) return null;
  if (read.failures.some((failure) => failure.scope === 'document')) return null;
  const covered = [...new Set(quotes.flatMap((event) => event.underlyings))];
  const rows = read.failures.flatMap((failure) => {
    if (failure.scope === 'document') return [];
    const { scope: _scope, underlying, ...row } = failure;
    return (underlying === null ? covered : [underlying]).map((owner) => ({ owner, row }));
  });
  const parts = quotes.flatMap((event) => (event.kind === 'quote-parts' ? [event.part] : []));
  return { kind: parts[0] ?? ONE_PIECE, whole: quotes.some((event) => event.whole), rows };
}
