import { monthNumber, utcInstant } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { isDailyExpiry } from '../fee-terms.ts';
import { FINEST_TICKS, linearFromName } from '../linear-terms.ts';
import type { NameReading } from '../named-owner.ts';

const OPTION =
  /^([A-Z0-9]{1,12})-(\d{1,2})([A-Z]{3})(\d{2})-(\d{1,9}(?:\.\d{1,9})?)-([CP])(?:-([A-Z]{3,5}))?$/;
const OTHER_KIND = /^[A-Z0-9]{2,24}(?:-\d{1,2}[A-Z]{3}\d{2})?$/;
const EXPIRY_HOUR = 8;
/** A name of four parts is settled in this currency, as all were before 2025. */
const EARLIER_CURRENCY = 'USDC';

/** The rates before are not known here. */
const FEES: FeeSchedule = {
  maker: 0.0002,
  taker: 0.0003,
  premiumCap: 0.07,
  delivery: 0.000_15,
  deliveryCap: 0.125,
  comboDiscount: null,
  source: { name: 'Bybit help: Options Trading: Fees Explained', date: '2025-09-18', perContract: false },
};
const FEES_SINCE = utcInstant({ year: 2025, month: 9, day: 1 }) ?? 0;
/** Bitcoin's documented step; a name does not tell others, and a step too coarse would misjudge quotes. */
const TICKS: Readonly<Record<string, TickTable>> = { BTC: { base: 5, steps: [] } };

/**
 * Names such as `BTC-27MAR26-70000-P-USDT`: the fifth part is the settlement currency, USDC where there is none; the
 * day has one or two digits; strikes of small coins have a point. Expiry at 08:00 UTC; one contract is one coin.
 */
export function nameReading(at: EpochMs): NameReading {
  return {
    instrumentOf: (name) => instrumentOf(name, at),
    underlyingOf: (name) => {
      const coin = /^([A-Z0-9]{1,12})-/.exec(name)?.[1];
      const currency = /-[CP]-([A-Z]{3,5})$/.exec(name)?.[1] ?? EARLIER_CURRENCY;
      return coin === undefined ? null : `${coin}_${currency}`;
    },
  };
}

function instrumentOf(name: string, at: EpochMs): Instrument | 'not-an-option' | null {
  const parts = OPTION.exec(name);
  if (parts === null) return OTHER_KIND.test(name) ? 'not-an-option' : null;
  const [, coin = '', day = '', month = '', year = '', strike = '', side, currency = EARLIER_CURRENCY] =
    parts;
  const named = linearFromName({
    venue: 'bybit',
    name,
    coin,
    currency,
    date: { year, month: monthNumber(month), day, hour: EXPIRY_HOUR },
    strike,
    side,
    ticks: TICKS[coin] ?? FINEST_TICKS,
    fees: null,
  });
  return named === null || at < FEES_SINCE ? named : { ...named, fees: feesOf(named.expiry) };
}

/** Dailies are delivered free of charge. */
function feesOf(expiry: EpochMs): FeeSchedule {
  return isDailyExpiry(expiry) ? { ...FEES, delivery: 0 } : FEES;
}
