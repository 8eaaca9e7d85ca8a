import { utcInstant } from '#base/calendar.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { linearInstrument } from '../linear-instrument.ts';
import type { NameReading } from '../named-owner.ts';

const OPTION = /^([CP])-([A-Z0-9]{1,12})-(\d{1,9}(?:\.\d{1,9})?)-(\d{2})(\d{2})(\d{2})$/;
/** Move contracts, spreads, futures with their date, perpetuals, spot pairs. */
const OTHER_KIND = /^(?:[A-Z]{2,4}-\S{1,50}|[A-Z0-9.]{2,24}(?:_[A-Za-z0-9]{1,12}){0,2})$/;
const EXPIRY_HOUR = 12;
/** The venue counts in dollars and settles in a dollar coin or in dollars; a name does not tell which. */
const CURRENCY = 'USD';
/** Coins of one contract; listed terms take their place. */
const CONTRACT_SIZES: Readonly<Record<string, number>> = { BTC: 0.001, ETH: 0.01 };
/** A name does not tell the tick; a step too coarse would misjudge quotes. */
const FINEST_TICKS: TickTable = { base: 0.0001, steps: [] };

/** Names such as `C-BTC-90000-310125`: the side first, date as DDMMYY, expiry at 12:00 UTC. */
export const NAMES: NameReading = {
  instrumentOf,
  underlyingOf: (name) => {
    const coin = /^[A-Z]{1,4}-([A-Z0-9]{1,12})-/.exec(name)?.[1];
    return coin === undefined ? null : `${coin}_${CURRENCY}`;
  },
};

function instrumentOf(name: string): Instrument | 'not-an-option' | null {
  const parts = OPTION.exec(name);
  if (parts === null) return OTHER_KIND.test(name) ? 'not-an-option' : null;
  const [, side, coin = '', strikeText = '', day = '', month = '', year = ''] = parts;
  const date = { year: 2000 + Number(year), month: Number(month), day: Number(day), hour: EXPIRY_HOUR };
  const expiry = utcInstant(date);
  const strike = Number(strikeText);
  if (expiry === null || !(strike > 0)) return null;
  return linearInstrument({
    venue: 'delta',
    name,
    coin,
    currency: CURRENCY,
    expiry,
    strike,
    right: side === 'C' ? 'call' : 'put',
    contractSize: CONTRACT_SIZES[coin] ?? 1,
    ticks: FINEST_TICKS,
    fees: null,
  });
}
