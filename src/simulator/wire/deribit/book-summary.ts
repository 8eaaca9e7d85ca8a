import { expiryLabel } from '#base/calendar.ts';
import { activityOf } from '#simulator/activity.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView } from '#simulator/market-view.ts';
import { downToTick, upToTick } from '#simulator/quote-maker.ts';
import { rounded } from '#simulator/rounded.ts';
import { uniformAt } from '#simulator/seeded-noise.ts';

/** One row of `get_book_summary_by_currency`. */
export function bookSummaryRow(
  contract: ListedContract,
  view: MarketView,
): Record<string, string | number | null> {
  const { family, name, listing } = contract;
  const { now } = view;
  const spot = view.spot(family);
  const quote = view.quote(contract);
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
