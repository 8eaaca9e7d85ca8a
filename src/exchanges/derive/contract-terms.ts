import { utcInstant } from '#base/calendar.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { linearInstrument } from '../linear-instrument.ts';
import type { NameReading } from '../named-owner.ts';

const OPTION = /^([A-Z0-9]{1,12})-(\d{4})(\d{2})(\d{2})-(\d{1,9}(?:_\d{1,9})?)-([CP])$/;
const OTHER_KIND = /^[A-Z0-9]{1,12}-(?:PERP|[A-Z0-9]{1,12})$/;
const EXPIRY_HOUR = 8;
const CURRENCY = 'USDC';
const FEES: FeeSchedule = {
  maker: 0.0001,
  taker: 0.0003,
  premiumCap: 0.125,
  delivery: null,
  deliveryCap: null,
  perTrade: 0.5,
  comboDiscount: null,
  source: { name: 'Derive documentation: Fees', date: '2025-12', perContract: false },
};
/** A name does not tell the tick; a step too coarse would misjudge quotes. */
const FINEST_TICKS: TickTable = { base: 0.01, steps: [] };

/**
 * Names such as `HYPE-20260823-77_5-P`: date as YYYYMMDD, an underscore for the decimal point of a strike. Settled in
 * USDC at 08:00 UTC; one contract is one coin.
 */
export const NAMES: NameReading = {
  instrumentOf,
  underlyingOf: (name) => {
    const coin = /^([A-Z0-9]{1,12})-/.exec(name)?.[1];
    return coin === undefined ? null : underlyingOfCoin(coin);
  },
};

/** What Smirk calls the options of a coin. */
export function underlyingOfCoin(coin: string): string {
  return `${coin}_${CURRENCY}`;
}

function instrumentOf(name: string): Instrument | 'not-an-option' | null {
  const parts = OPTION.exec(name);
  if (parts === null) return OTHER_KIND.test(name) ? 'not-an-option' : null;
  const [, coin = '', year = '', month = '', day = '', strikeText = '', side] = parts;
  const date = { year: Number(year), month: Number(month), day: Number(day), hour: EXPIRY_HOUR };
  const expiry = utcInstant(date);
  const strike = Number(strikeText.replace('_', '.'));
  if (expiry === null || !(strike > 0)) return null;
  return linearInstrument({
    venue: 'derive',
    name,
    coin,
    currency: CURRENCY,
    expiry,
    strike,
    right: side === 'C' ? 'call' : 'put',
    contractSize: 1,
    ticks: FINEST_TICKS,
    fees: FEES,
  });
}
