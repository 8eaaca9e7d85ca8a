import { type Result, err, ok } from '#base/result.ts';
import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import type { RowFailureReason } from '#market/option-chain.ts';
import type { RowFailure } from '../adapter.ts';
import { rowFailure as venueRowFailure } from '../row-failure.ts';
import { isRecord } from '../json-document.ts';
import type { OptionName } from '../option-name.ts';
import { readInstrumentName, underlyingOfName } from './instrument-name.ts';

/** The most rows taken from one answer; the venue lists about a thousand options a coin. */
export const MOST_ROWS = 20_000;

/** A row whose name was read as an option's. */
export interface NamedRow {
  readonly name: string;
  readonly parts: OptionName;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Reads the name of a row of any kind of answer. */
export function nameRow(value: unknown): Result<NamedRow, RowFailure> {
  if (!isRecord(value)) return err(rowFailure(null, 'malformed-row', 'a row that is not an object'));
  const name = value['instrument_name'];
  if (typeof name !== 'string')
    return err(rowFailure(null, 'unreadable-name', 'no instrument_name in the row'));
  const parts = readInstrumentName(name);
  if (parts.kind === 'option') return ok({ name, parts, fields: value });
  return err(
    parts.kind === 'not-an-option'
      ? rowFailure(name, 'not-an-option', 'a future, spot pair or combination')
      : rowFailure(name, 'unreadable-name', 'a name of no known form'),
  );
}

/** One row left out; name and detail are cut to bounded lengths. */
export function rowFailure(name: string | null, reason: RowFailureReason, detail: string): RowFailure {
  const underlying = name === null ? null : underlyingOfName(name);
  return venueRowFailure({ underlying, name, reason, detail });
}

/** Missing, zero and no quote are one thing on this venue: there is no price of zero. */
export function quoted(value: number | null | undefined): number | null {
  return value === undefined || value === null || value === 0 ? null : value;
}

/** Zero is a value here (no open interest, no volume); only missing is null. */
export function counted(value: number | null | undefined): number | null {
  return value ?? null;
}

/** The venue's percent as a decimal; 0 means that it has none. */
export function volOf(percent: number | null | undefined): number | null {
  const value = quoted(percent);
  return value === null ? null : value / 100;
}

/** A time stamp of a row, refused when it lies more than a day after the message: it would age everything else. */
export function quoteTime(stamp: number | null | undefined, sentAt: EpochMs): Result<EpochMs, string> {
  if (stamp === undefined || stamp === null) return ok(sentAt);
  return stamp > sentAt + DAY_MS
    ? err('time stamp more than a day ahead of the message')
    : ok(epochMs(stamp));
}
