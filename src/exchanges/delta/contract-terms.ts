import type { Instrument } from '#market/instrument.ts';
import { linearFromName } from '../linear-terms.ts';
import type { NameReading } from '../named-owner.ts';

const OPTION = /^([CP])-([A-Z0-9]{1,12})-(\d{1,9}(?:\.\d{1,9})?)-(\d{2})(\d{2})(\d{2})$/;
/** Move contracts, spreads, futures with their date, perpetuals, spot pairs. */
const OTHER_KIND = /^(?:[A-Z]{2,4}-\S{1,50}|[A-Z0-9.]{2,24}(?:_[A-Za-z0-9]{1,12}){0,2})$/;
const EXPIRY_HOUR = 12;
/** The venue counts in dollars and settles in a dollar coin or in dollars; a name does not tell which. */
const CURRENCY = 'USD';
/** Coins of one contract; listed terms take their place. */
const CONTRACT_SIZES: Readonly<Record<string, number>> = { BTC: 0.001, ETH: 0.01 };

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
  const [, side, coin = '', strike = '', day = '', month = '', year = ''] = parts;
  const date = { year, month, day, hour: EXPIRY_HOUR };
  const terms = { currency: CURRENCY, contractSize: CONTRACT_SIZES[coin] ?? 1, fees: null };
  return linearFromName({ venue: 'delta', name, coin, date, strike, side, ...terms });
}
