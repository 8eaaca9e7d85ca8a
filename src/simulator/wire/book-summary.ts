import type { EpochMs } from '#base/time.ts';
import { expiryLabel } from '#base/calendar.ts';
import type { ListedContract } from '../listing.ts';
import { downToTick, type MadeQuote, upToTick } from '../quote-maker.ts';
import { uniformAt } from '../seeded-noise.ts';

const HOUR_MS = 3_600_000;

/** One row of `get_book_summary_by_currency`. */
export function bookSummaryRow(
  contract: ListedContract,
  quote: MadeQuote,
  spot: number,
  now: EpochMs,
): Record<string, string | number | null> {
  const { family, name, listing } = contract;
  const { bid, ask } = quote;
  const activity = activityOf(contract, quote, now);
  const { last } = activity;
  const coin = family.profile.coin;
  const traded = activity.volume > 0 && last !== null;
  return {
    instrument_name: name,
    base_currency: coin,
    quote_currency: family.premiumUnit === 'underlying' ? coin : 'USDC',
    bid_price: bid,
    ask_price: ask,
    mid_price: bid === null || ask === null ? null : rounded((bid + ask) / 2, 6),
    mark_price: rounded(quote.fair, family.markDecimals),
    mark_iv: rounded(100 * quote.vol, 2),
    interest_rate: 0,
    underlying_price: rounded(quote.forward, family.profile.priceDecimals),
    underlying_index: `${family.underlying}-${expiryLabel(listing.expiry).replaceAll(' ', '')}`,
    estimated_delivery_price: rounded(spot, family.profile.priceDecimals),
    creation_timestamp: now,
    last,
    high: traded ? upToTick(family.ticks, last * 1.08) : null,
    low: traded ? downToTick(family.ticks, last * 0.94) || last : null,
    price_change: traded ? rounded(100 * (uniformAt(contract.stream, 20) - 0.5), 4) : null,
    volume: activity.volume,
    volume_usd: rounded(activity.volume * (last ?? 0) * (family.premiumUnit === 'underlying' ? spot : 1), 2),
    open_interest: activity.openInterest,
  };
}

/** Rounds to a number of decimals. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Trades gather out of the money, at round strikes and in the long-lived expiries; they move from hour to hour. */
function activityOf(
  { family, listing, strike, right, stream }: ListedContract,
  quote: MadeQuote,
  now: EpochMs,
): { readonly volume: number; readonly openInterest: number; readonly last: number | null } {
  const moneyness = Math.log(strike / quote.forward);
  const outside = (right === 'put') === strike < quote.forward;
  const round = Number(strike.toPrecision(1)) === strike ? 2.5 : 1;
  const life = { day: 0.4, week: 0.7, month: 1.6, quarter: 3 }[listing.kind];
  const interest = (outside ? 1 : 0.25) * round * life * Math.exp(-3 * Math.abs(moneyness));
  const hour = Math.floor(now / HOUR_MS);
  const lot = family.minimumTrade;
  const lots = (units: number): number => rounded(Math.floor(units / lot) * lot, 2);
  const busy = uniformAt(stream + 10, hour) ** 3 * interest;
  const volume = lots(busy < 0.05 ? 0 : 20 * busy * family.usualSize);
  const openInterest = lots(60 * interest * uniformAt(stream, 12) ** 2 * family.usualSize);
  const drift = 0.9 + 0.2 * uniformAt(stream + 11, hour);
  const everTraded = volume > 0 || uniformAt(stream, 13) < 0.7;
  const last = everTraded ? upToTick(family.ticks, quote.fair * drift) : null;
  return { volume, openInterest, last };
}
