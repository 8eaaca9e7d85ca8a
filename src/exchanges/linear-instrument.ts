import type { EpochMs } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { Instrument, OptionRight } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import type { VenueId } from '#market/venue-id.ts';

/** What a linear option's name and its venue's usual terms say. */
export interface LinearTerms {
  readonly venue: VenueId;
  readonly name: string;
  readonly coin: string;
  /** What premium, strike and settlement are counted in. */
  readonly currency: string;
  readonly expiry: EpochMs;
  readonly strike: number;
  readonly right: OptionRight;
  /** Coins in one contract. */
  readonly contractSize: number;
  readonly ticks: TickTable;
  readonly fees: FeeSchedule | null;
}

/** A European option settled in a currency; its underlying is the pair, `BTC_USDT`. */
export function linearInstrument(terms: LinearTerms): Instrument {
  const { coin, currency, ...rest } = terms;
  return {
    ...rest,
    underlying: `${coin}_${currency}`,
    series: `${coin}_${currency}`,
    premiumUnit: 'quote',
    quoteCurrency: currency,
    minimumTrade: null,
    exercise: 'european',
  };
}

/** What listed terms say against the name of their contract, or null. */
export function termsConflict(
  named: Instrument,
  listed: { readonly right: string | null; readonly strike: number | null; readonly expiry: EpochMs | null },
): string | null {
  const { right, strike, expiry } = listed;
  if (right?.toLowerCase() !== named.right && right !== (named.right === 'call' ? 'C' : 'P')) {
    return 'the side contradicts the name';
  }
  if (strike === null || Math.abs(strike - named.strike) > 1e-9 * strike)
    return 'the strike contradicts the name';
  return expiry === named.expiry ? null : 'the expiry contradicts the name';
}
