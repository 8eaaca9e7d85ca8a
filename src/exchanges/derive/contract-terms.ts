import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { linearFromName, pairOfCoin } from '../linear-terms.ts';
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
/** A name does not tell the tick; this is the finest seen, and a step too coarse would misjudge quotes. */
const TICKS: TickTable = { base: 0.01, steps: [] };

/**
 * Names such as `HYPE-20260823-77_5-P`: date as YYYYMMDD, an underscore for the decimal point of a strike. Settled in
 * USDC at 08:00 UTC; one contract is one coin.
 */
export const NAMES: NameReading = {
  instrumentOf,
  underlyingOf: (name) => pairOfCoin(name, CURRENCY),
};

function instrumentOf(name: string): Instrument | 'not-an-option' | null {
  const parts = OPTION.exec(name);
  if (parts === null) return OTHER_KIND.test(name) ? 'not-an-option' : null;
  const [, coin = '', year = '', month = '', day = '', strikeText = '', side] = parts;
  const date = { year, month, day, hour: EXPIRY_HOUR };
  const strike = strikeText.replace('_', '.');
  const terms = { currency: CURRENCY, ticks: TICKS, fees: FEES };
  return linearFromName({ venue: 'derive', name, coin, date, strike, side, ...terms });
}
