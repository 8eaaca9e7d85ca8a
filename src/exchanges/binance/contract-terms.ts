import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument } from '#market/instrument.ts';
import { linearFromName, pairOfCoin } from '../linear-terms.ts';
import type { NameReading } from '../named-owner.ts';

const OPTION = /^([A-Z0-9]{1,12})-(\d{2})(\d{2})(\d{2})-(\d{1,9}(?:\.\d{1,9})?)-([CP])$/;
const OTHER_KIND = /^[A-Z0-9]{2,24}(?:_\d{6})?$/;
const EXPIRY_HOUR = 8;
const CURRENCY = 'USDT';
const FEES: FeeSchedule = {
  maker: 0.0003,
  taker: 0.0003,
  premiumCap: 0.1,
  delivery: 0.000_15,
  deliveryCap: 0.1,
  comboDiscount: null,
  source: { name: 'Binance: options fees, base tier', date: '2025-12', perContract: false },
};

/** Names such as `BTC-241227-60000-C`: date as YYMMDD, settled in USDT at 08:00 UTC; one contract is one coin. */
export const NAMES: NameReading = {
  instrumentOf,
  underlyingOf: (name) => pairOfCoin(name, CURRENCY),
};

/** The underlying of the venue's pair, `BTC_USDT` of `BTCUSDT`; null for a pair of another currency. */
export function underlyingOfPair(pair: string): string | null {
  const coin = /^([A-Z0-9]{1,12})USDT$/.exec(pair)?.[1];
  return coin === undefined ? null : `${coin}_${CURRENCY}`;
}

function instrumentOf(name: string): Instrument | 'not-an-option' | null {
  const parts = OPTION.exec(name);
  if (parts === null) return OTHER_KIND.test(name) ? 'not-an-option' : null;
  const [, coin = '', year = '', month = '', day = '', strike = '', side] = parts;
  const date = { year, month, day, hour: EXPIRY_HOUR };
  return linearFromName({ venue: 'binance', name, coin, currency: CURRENCY, date, strike, side, fees: FEES });
}
