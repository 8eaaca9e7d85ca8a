import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import { isRecord } from './json-document.ts';

/**
 * Reads fields of one row, numbers as numbers or as decimal text. A field that is wrong reads as null and leaves its
 * defect behind, so that a row is read straight through and judged once at its end. Bounds lie far beyond any market.
 */
export interface RowFields {
  /** Positive; null where absent, empty or zero: no venue has a price of zero. */
  price(field: string): number | null;
  /** Null where absent or empty; zero is a value. */
  amount(field: string): number | null;
  /** A fraction a year; null where absent, empty, zero or −1, which all say that there is none. */
  vol(field: string): number | null;
  /** Any finite number. */
  number(field: string): number | null;
  /** Integer milliseconds UTC between the years 2010 and 2100. */
  instant(field: string): EpochMs | null;
  /** At most 64 characters; null where absent or empty. */
  word(field: string): string | null;
  /** The fields of an object inside the row, all missing where it is absent; their defects are the row's. */
  inside(field: string): RowFields;
  /** The elements of a list inside the row by their place, `'0'` the first; all missing where it is absent. */
  places(field: string): RowFields;
  /** The field as it came, for what has a reader of its own. */
  raw(field: string): unknown;
  /** Whether the field is there at all. */
  has(field: string): boolean;
  /** The objects of a list inside the row, none where absent; their defects are the row's. */
  list(field: string): readonly RowFields[];
  /** The first thing found wrong, or null. */
  defect(): string | null;
}

const DECIMAL = /^[+-]?\d{1,30}(?:\.\d{0,40})?(?:[eE][+-]?\d{1,3})?$/;
const EARLIEST = 1_262_304_000_000;
const LATEST = 4_102_444_800_000;
const LONGEST_WORD = 64;
const LONGEST_LIST = 100;

/** Opens a row for reading. */
export function rowFields(row: Readonly<Record<string, unknown>>): RowFields {
  return fieldsOf(row, { defect: null });
}

function fieldsOf(row: Readonly<Record<string, unknown>>, found: { defect: string | null }): RowFields {
  function wrong(field: string, what: string): null {
    found.defect ??= `${field}: ${what}`;
    return null;
  }

  function number(field: string): number | null {
    const value = Object.hasOwn(row, field) ? row[field] : null;
    if (value === null || value === undefined || value === '') return null;
    const parsed = decimalOf(value);
    return parsed === null ? wrong(field, 'not a number') : parsed;
  }

  function within(field: string, [low, high]: readonly [number, number]): number | null {
    const value = number(field);
    if (value === null) return null;
    return value >= low && value <= high ? value : wrong(field, `was ${value}`);
  }

  return {
    number,
    price: (field) => within(field, [0, 1e9]) || null,
    amount: (field) => within(field, [0, 1e15]),
    vol: (field) => (number(field) === -1 ? null : within(field, [0, 1e3]) || null),
    instant(field) {
      const value = within(field, [EARLIEST, LATEST]);
      if (value === null) return null;
      return Number.isInteger(value) ? epochMs(value) : wrong(field, 'a time with a fraction');
    },
    word(field) {
      const value = Object.hasOwn(row, field) ? row[field] : null;
      if (value === null || value === undefined || value === '') return null;
      if (typeof value === 'string' && value.length <= LONGEST_WORD) return value;
      return wrong(field, 'not a word');
    },
    inside(field) {
      const value = Object.hasOwn(row, field) ? row[field] : null;
      if (isRecord(value)) return fieldsOf(value, found);
      if (value !== null && value !== undefined) wrong(field, 'not an object');
      return fieldsOf({}, found);
    },
    places(field) {
      const value = Object.hasOwn(row, field) ? row[field] : null;
      if (Array.isArray(value))
        return fieldsOf(Object.fromEntries(value.slice(0, LONGEST_LIST).entries()), found);
      if (value !== null && value !== undefined) wrong(field, 'not a list');
      return fieldsOf({}, found);
    },
    raw: (field) => (Object.hasOwn(row, field) ? row[field] : undefined),
    has: (field) => Object.hasOwn(row, field) && row[field] !== null && row[field] !== undefined,
    list(field) {
      const value = Object.hasOwn(row, field) ? row[field] : null;
      if (value === null || value === undefined) return [];
      const entries: readonly unknown[] =
        Array.isArray(value) && value.length <= LONGEST_LIST ? value : [null];
      if (!entries.every(isRecord)) wrong(field, 'not a list of objects');
      return entries.filter(isRecord).map((entry) => fieldsOf(entry, found));
    },
    defect: () => found.defect,
  };
}

/** A row's time in milliseconds, `receivedAt` where it has none; text says why it is no time of this message. */
export function rowTime(fields: RowFields, field: string, receivedAt: EpochMs): EpochMs | string {
  const at = fields.instant(field) ?? receivedAt;
  return isAhead(at, receivedAt) ? 'time stamp more than a day ahead of the message' : at;
}

/** A time stamp of a row, refused when it lies more than a day after the message: it would age everything else. */
export function isAhead(stamp: EpochMs, receivedAt: EpochMs): boolean {
  return stamp > receivedAt + DAY_MS;
}

/** A number given as a number or as decimal text; null for anything else. */
export function decimalOf(value: unknown): number | null {
  const text = typeof value === 'string' && value.length <= 80 && DECIMAL.test(value);
  const parsed = text ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : null;
}
