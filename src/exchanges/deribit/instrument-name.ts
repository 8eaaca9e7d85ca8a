import { monthNumber, utcInstant } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import { type InstrumentName, LONGEST_NAME } from '../option-name.ts';

const OPTION =
  /^([A-Z0-9]{1,12}(?:_[A-Z0-9]{1,12})?)-(\d{1,2})([A-Z]{3})(\d{2})-(\d{1,9}(?:d\d{1,9})?)-([CP])$/;
const UNDERLYING = /^[A-Z0-9]{1,12}(?:_[A-Z0-9]{1,12})?(?=-|$)/;
/** After the base: a perpetual, a future's date, or a combo's code and legs. Spot pairs have no second part. */
const OTHER_KIND =
  /^[A-Z0-9]{1,12}(?:_[A-Z0-9]{1,12})?-(?:PERPETUAL|\d{1,2}[A-Z]{3}\d{2}|[A-Z][A-Z0-9]{1,8}-\S+)$/;
const SPOT = /^[A-Z0-9]{1,12}_[A-Z0-9]{1,12}$/;
const EXPIRY_HOUR = 8;

/** Reads a venue name: day of one or two digits, `d` for the decimal point of a strike, expiry at 08:00 UTC. */
export function readInstrumentName(name: string): InstrumentName {
  if (name.length > LONGEST_NAME) return { kind: 'unreadable' };
  const option = OPTION.exec(name);
  if (option === null)
    return { kind: OTHER_KIND.test(name) || SPOT.test(name) ? 'not-an-option' : 'unreadable' };
  const [, underlying = '', day = '', monthName = '', year = '', strikeText = '', side] = option;
  const expiry = expiryInstant(day, monthName, year);
  const strike = Number(strikeText.replace('d', '.'));
  if (expiry === null || !(strike > 0)) return { kind: 'unreadable' };
  return { kind: 'option', underlying, expiry, strike, right: side === 'C' ? 'call' : 'put' };
}

/** The underlying that a name begins with, even where the rest cannot be read; null where it does not begin so. */
export function underlyingOfName(name: string): string | null {
  return name.length > LONGEST_NAME ? null : (UNDERLYING.exec(name)?.[0] ?? null);
}

function expiryInstant(day: string, monthName: string, year: string): EpochMs | null {
  const month = monthNumber(monthName);
  if (month === null) return null;
  return utcInstant({ year: 2000 + Number(year), month, day: Number(day), hour: EXPIRY_HOUR });
}
