import { type Result, type WithFailures, err, ok } from '#base/result.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ReadFailure, ReadMessage, RowFailure } from './adapter.ts';
import { documentFailure, isRecord } from './json-document.ts';
import { rowFailure } from './row-failure.ts';
import { type RowFields, rowFields } from './row-fields.ts';

/** The most rows taken from one answer; the longest list of any crypto venue has a few thousand. */
const MOST_ROWS = 20_000;

/** What a venue's row belongs to: an option, or the failure that says what else it is. */
export type RowOwner = Result<Instrument, RowFailure>;

/** How rows of one kind of list are read. */
export interface RowReading<T> {
  /** The contract that a row is about, from its name alone. */
  readonly owner: (row: Readonly<Record<string, unknown>>) => RowOwner;
  /** What the row says; fields found wrong make the row malformed, whatever is returned. */
  readonly read: (fields: RowFields, instrument: Instrument) => T | string;
}

/** Rows that were read, each contract once. Null where the list itself is bad, which is then among the failures. */
export type ReadRows<T> = WithFailures<readonly T[] | null, ReadFailure>;

/**
 * Reads a list row by row: a bad row is left out with its name and reason. When rows came and none could be read, the
 * list is a bad document and never an empty one; other things than options do not count as unreadable.
 */
export function readRows<T>(content: unknown, reading: RowReading<T>): ReadRows<T> {
  if (!Array.isArray(content)) return badList('malformed-document', 'there is no list of rows inside');
  if (content.length > MOST_ROWS) return badList('too-large', `${content.length} rows, more than any list`);
  const rows = new Map<string, T>();
  const failures: RowFailure[] = [];
  for (const value of content as readonly unknown[]) {
    const row = readRow(value, reading);
    if (!row.ok) failures.push(row.error);
    else if (rows.has(row.value.instrument.name)) failures.push(duplicate(row.value.instrument));
    else rows.set(row.value.instrument.name, row.value.content);
  }
  const unreadable = failures.filter((failure) => failure.reason !== 'not-an-option');
  if (rows.size > 0 || unreadable.length === 0) return { value: [...rows.values()], failures };
  const detail = `none of ${content.length} rows could be read; first: ${unreadable[0]?.detail ?? ''}`;
  return { value: null, failures: [...failures, documentFailure('malformed-document', detail)] };
}

/** Reads one row outside of a list; the failure is the row's. */
export function readRow<T>(
  value: unknown,
  reading: RowReading<T>,
): Result<{ readonly instrument: Instrument; readonly content: T }, RowFailure> {
  if (!isRecord(value)) {
    const detail = 'a row that is not an object';
    return err(rowFailure({ underlying: null, name: null, reason: 'malformed-row', detail }));
  }
  const owner = reading.owner(value);
  if (!owner.ok) return owner;
  const instrument = owner.value;
  const fields = rowFields(value);
  const content = reading.read(fields, instrument);
  const defect = fields.defect() ?? (typeof content === 'string' ? content : null);
  if (defect === null && typeof content !== 'string') return ok({ instrument, content });
  const { underlying, name } = instrument;
  const failure = rowFailure({ underlying, name, reason: 'malformed-row', detail: defect ?? '' });
  return err({ ...failure, listed: instrument });
}

/** A message of which nothing could be read. */
export function unreadMessage(...failures: readonly ReadFailure[]): ReadMessage {
  return { value: [], failures };
}

function badList<T>(reason: 'malformed-document' | 'too-large', detail: string): ReadRows<T> {
  return { value: null, failures: [documentFailure(reason, detail)] };
}

function duplicate({ name, underlying }: Instrument): RowFailure {
  return rowFailure({ underlying, name, reason: 'duplicate-row', detail: 'listed twice; the first stays' });
}
