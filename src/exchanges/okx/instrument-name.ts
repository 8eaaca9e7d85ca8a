import { utcInstant } from '#base/calendar.ts';
import { type InstrumentName, LONGEST_NAME } from '../option-name.ts';

const OPTION = /^([A-Z0-9]{1,12})-USD-(\d{2})(\d{2})(\d{2})-(\d{1,9}(?:\.\d{1,9})?)-([CP])$/;
/** Spot pairs, perpetuals and futures of any settlement. */
const OTHER_KIND = /^[A-Z0-9]{1,12}-[A-Z0-9_]{1,12}(?:-(?:SWAP|\d{6}))?$/;
const EXPIRY_HOUR = 8;

/** Reads a venue name: `BTC-USD-241227-60000-C`, date as YYMMDD, expiry at 08:00 UTC. */
export function readInstrumentName(name: string): InstrumentName {
  if (name.length > LONGEST_NAME) return { kind: 'unreadable' };
  const option = OPTION.exec(name);
  if (option === null) return { kind: OTHER_KIND.test(name) ? 'not-an-option' : 'unreadable' };
  const [, underlying = '', year = '', month = '', day = '', strikeText = '', side] = option;
  const date = { year: 2000 + Number(year), month: Number(month), day: Number(day), hour: EXPIRY_HOUR };
  const expiry = utcInstant(date);
  const strike = Number(strikeText);
  if (expiry === null || !(strike > 0)) return { kind: 'unreadable' };
  return { kind: 'option', underlying, expiry, strike, right: side === 'C' ? 'call' : 'put' };
}

/** The coin of a family of options settled in coin, `BTC` of `BTC-USD`; null for anything else. */
export function underlyingOfFamily(family: string): string | null {
  return /^([A-Z0-9]{1,12})-USD$/.exec(family)?.[1] ?? null;
}

/** The underlying that a name begins with, even where the rest cannot be read. */
export function underlyingOfName(name: string): string | null {
  return /^([A-Z0-9]{1,12})-USD(?=-|$)/.exec(name.slice(0, LONGEST_NAME))?.[1] ?? null;
}
