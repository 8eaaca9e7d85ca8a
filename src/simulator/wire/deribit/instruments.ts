import type { ListedContract } from '#simulator/listing.ts';

/** One row of `get_instruments`. */
export function instrumentRow(contract: ListedContract): Record<string, unknown> {
  const { family, listing, name, strike, right, stream } = contract;
  const { coin } = family.profile;
  const coinSettled = family.premiumUnit === 'underlying';
  const period = { day: 'day', week: 'week', month: 'month', quarter: 'month' }[listing.kind];
  return {
    instrument_name: name,
    instrument_id: 1_000_000 + (stream % 9_000_000),
    kind: 'option',
    option_type: right,
    strike,
    expiration_timestamp: listing.expiry,
    creation_timestamp: listing.listedAt,
    is_active: true,
    state: 'open',
    settlement_period: period,
    base_currency: coin,
    quote_currency: coinSettled ? coin : 'USDC',
    counter_currency: coinSettled ? 'USD' : 'USDC',
    settlement_currency: coinSettled ? coin : 'USDC',
    instrument_type: coinSettled ? 'reversed' : 'linear',
    price_index: family.indexName,
    contract_size: family.contractSize,
    min_trade_amount: family.minimumTrade,
    tick_size: family.ticks.base,
    tick_size_steps: family.ticks.steps.map(({ above, tick }) => ({ above_price: above, tick_size: tick })),
    maker_commission: coinSettled ? 0.0003 : 0.0001,
    taker_commission: coinSettled ? 0.0003 : 0.0005,
    block_trade_commission: 0.0003,
    block_trade_min_trade_amount: 25 * family.usualSize,
    block_trade_tick_size: family.ticks.base,
  };
}
