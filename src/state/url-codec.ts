import type { WithFailures } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import { VENUE_IDS } from '#market/venue-id.ts';
import { expiryCode, readExpiryCode } from './expiry-code.ts';
import { planCode, readPlanCode } from './plan-form.ts';
import {
  ACTIVITIES,
  ATM_CONVENTIONS,
  AXES,
  COST_UNITS,
  DEFAULT_SELECTION,
  DELTA_CONVENTIONS,
  GRIDS,
  MARKETS,
  MOST_EXPIRIES,
  MOST_PINS,
  PANELS,
  PRICE_AXES,
  SURFACE_AXES,
  SURFACE_COLOURS,
  SURFACE_VIEWS,
  RESIDUALS,
  ROLLED_ON,
  ROW_KEYS,
  ROWS_SHOWN,
  SIDES,
  TERM_LINES,
  THEMES,
  VIEWS,
  WINGS,
  type Comparison,
  type Pin,
  type RowSort,
  type Selection,
  type Zoom,
} from './selection.ts';

/** A part of the address that was not understood; the default stands in its place. */
export interface UnreadField {
  readonly field: string;
  /** The text as it came, cut to a length fit for the screen. */
  readonly text: string;
  readonly reason: 'unknown-field' | 'unknown-value' | 'repeated-field' | 'too-many';
}

interface Field<T> {
  readonly write: (value: T) => string;
  /** Null when the text is not one of the field's values. */
  readonly read: (text: string) => T | null;
}

const LONGEST_SHOWN = 40;
const LONGEST_QUERY = 4000;

function oneOf<const T extends string>(values: readonly T[]): Field<T> {
  return { write: (value) => value, read: (text) => values.find((value) => value === text) ?? null };
}

function list<T>(item: Field<T>, most: number): Field<readonly T[]> {
  return {
    write: (values) => values.map(item.write).join('.'),
    read: (text) => {
      const parts = text.split('.');
      const items = parts.map(item.read);
      const good = items.filter((value) => value !== null);
      return parts.length <= most && good.length === parts.length ? good : null;
    },
  };
}

const underlying: Field<string> = {
  write: (value) => value,
  read: (text) => (/^[A-Z0-9_]{1,16}$/.test(text) ? text : null),
};

const expiry: Field<EpochMs> = { write: expiryCode, read: readExpiryCode };

/** Without a dot, which parts the items of a list: `0d625`. */
const price: Field<number> = {
  write: (value) => String(value).replace('.', 'd'),
  read: (text) => {
    if (!/^\d{1,9}(d\d{1,9})?$/.test(text)) return null;
    const value = Number(text.replace('d', '.'));
    return value > 0 ? value : null;
  },
};

const pin: Field<Pin> = {
  write: ({ expiry: at, strike }) =>
    strike === null ? expiryCode(at) : `${expiryCode(at)}~${price.write(strike)}`,
  read: (text) => {
    const [code = '', strikeText, ...rest] = text.split('~');
    const at = readExpiryCode(code);
    if (at === null || rest.length > 0) return null;
    if (strikeText === undefined) return { expiry: at, strike: null };
    const strike = price.read(strikeText);
    return strike === null ? null : { expiry: at, strike };
  },
};

/** What stands for "nothing chosen" is the empty text, which no address carries. */
function optional<T>(field: Field<T>): Field<T | null> {
  return { write: (value) => (value === null ? '' : field.write(value)), read: field.read };
}

const number: Field<number> = {
  write: (value) => String(value).replace('.', 'd'),
  read: (text) => (/^-?\d{1,9}(d\d{1,9})?$/.test(text) ? Number(text.replace('d', '.')) : null),
};

const zoom: Field<Zoom> = {
  write: ({ axis, from, to }) => [axis, number.write(from), number.write(to)].join('~'),
  read: (text) => {
    const [axisText = '', fromText = '', toText = '', ...rest] = text.split('~');
    const axis = oneOf(AXES).read(axisText);
    const [from, to] = [number.read(fromText), number.read(toText)];
    if (axis === null || from === null || to === null || rest.length > 0) return null;
    return from < to ? { axis, from, to } : null;
  },
};

const instant: Field<EpochMs> = {
  write: String,
  read: (text) => (/^\d{1,14}$/.test(text) ? epochMs(Number(text)) : null),
};

const compare: Field<Comparison> = {
  write: (value) => {
    if (value.kind === 'file') return 'file';
    if (value.kind === 'expiry') return `expiry~${expiryCode(value.expiry)}`;
    return value.kind === 'venue' ? `venue~${value.venue}` : `time~${instant.write(value.at)}`;
  },
  read: (text) => {
    const [kind = '', what = '', ...rest] = text.split('~');
    if (rest.length > 0) return null;
    if (text === 'file') return { kind: 'file' };
    switch (kind) {
      case 'venue': {
        const venue = oneOf(VENUE_IDS).read(what);
        return venue && { kind, venue };
      }
      case 'expiry': {
        const chosen = expiry.read(what);
        return chosen === null ? null : { kind, expiry: chosen };
      }
      case 'time': {
        const at = instant.read(what);
        return at === null ? null : { kind, at };
      }
      default:
        return null;
    }
  },
};

const words: Field<string> = {
  write: encodeURIComponent,
  read: (text) => (text.length <= 60 && /^[\p{L}\p{N} .,%_-]*$/u.test(text) ? text : null),
};

const rowSort: Field<RowSort> = {
  write: ({ key, down }) => `${key}.${down ? 'down' : 'up'}`,
  read: (text) => {
    const [name = '', way = '', ...rest] = text.split('.');
    const key = ROW_KEYS.find((one) => one === name);
    if (key === undefined || rest.length > 0 || !['up', 'down'].includes(way)) return null;
    return { key, down: way === 'down' };
  },
};

/** Every part of the address, in the order in which it is written. */
const FIELDS: { readonly [Name in keyof Selection]: Field<Selection[Name]> } = {
  market: oneOf(MARKETS),
  venue: oneOf(VENUE_IDS),
  underlying,
  panel: oneOf(PANELS),
  expiries: optional(list(expiry, MOST_EXPIRIES)),
  axis: oneOf(AXES),
  delta: oneOf(DELTA_CONVENTIONS),
  atm: oneOf(ATM_CONVENTIONS),
  termLines: oneOf(TERM_LINES),
  wing: oneOf(WINGS),
  grid: oneOf(GRIDS),
  translated: optional(expiry),
  theme: oneOf(THEMES),
  view: oneOf(VIEWS),
  pins: list(pin, MOST_PINS),
  sides: oneOf(SIDES),
  residual: oneOf(RESIDUALS),
  activity: oneOf(ACTIVITIES),
  zoom: optional(zoom),
  compare: optional(compare),
  priceAxis: oneOf(PRICE_AXES),
  level: optional(price),
  plan: { write: planCode, read: readPlanCode },
  costUnit: oneOf(COST_UNITS),
  rolledOn: oneOf(ROLLED_ON),
  rows: oneOf(ROWS_SHOWN),
  find: words,
  sort: optional(rowSort),
  surfaceAxis: oneOf(SURFACE_AXES),
  surfaceColour: oneOf(SURFACE_COLOURS),
  surfaceView: oneOf(SURFACE_VIEWS),
};
const NAMES = Object.keys(FIELDS) as (keyof Selection)[];

const written = (name: keyof Selection, selection: Selection): string =>
  (FIELDS[name].write as (value: Selection[keyof Selection]) => string)(selection[name]);

/** The query string of a selection, without `?`; what equals the default is left out. */
export function encodeSelection(selection: Selection): string {
  const parts = NAMES.flatMap((name) => {
    const text = written(name, selection);
    return text === written(name, DEFAULT_SELECTION) ? [] : [`${name}=${text}`];
  });
  return parts.join('&');
}

/** Reads a query string; a part that is not understood leaves the default and one entry that says so. */
export function decodeSelection(query: string): WithFailures<Selection, UnreadField> {
  const failures: UnreadField[] = [];
  const chosen: Partial<Record<keyof Selection, unknown>> = {};
  const unread = (field: string, text: string, reason: UnreadField['reason']): void => {
    failures.push({ field: field.slice(0, LONGEST_SHOWN), text: text.slice(0, LONGEST_SHOWN), reason });
  };
  for (const [field, text] of new URLSearchParams(query.slice(0, LONGEST_QUERY))) {
    const name = NAMES.find((known) => known === field);
    if (name === undefined) unread(field, text, 'unknown-field');
    else if (name in chosen) unread(field, text, 'repeated-field');
    else {
      const value = FIELDS[name].read(text);
      if (value === null) unread(field, text, 'unknown-value');
      else chosen[name] = value;
    }
  }
  if (query.length > LONGEST_QUERY) unread('…', query.slice(LONGEST_QUERY), 'too-many');
  return { value: { ...DEFAULT_SELECTION, ...chosen } as Selection, failures };
}
