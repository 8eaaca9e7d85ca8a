import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { FeedEvent } from './adapter.ts';
import { adapterOf } from './registry.ts';

const AT = epochMs(Date.UTC(2026, 4, 22, 12));

function instrumentsIn(
  event: FeedEvent,
): readonly { readonly name: string; readonly fees: FeeSchedule | null }[] {
  if (event.kind === 'quotes' || event.kind === 'quote-parts') return event.rows.map((row) => row.instrument);
  return event.kind === 'instruments' ? event.instruments : [];
}

function feesIn(venue: VenueId, request: string, body: unknown): FeeSchedule | null {
  const via = request.startsWith('wss') ? 'ws' : 'http';
  const read = adapterOf(venue)?.read({ at: AT, via, request, body: JSON.stringify(body) });
  return read?.value.flatMap(instrumentsIn)[0]?.fees ?? null;
}

/** The schedule that a quote's name alone tells; Friday 5 June and Saturday 30 May 2026. */
const BY_NAME: Readonly<Partial<Record<VenueId, (day: 'friday' | 'saturday') => FeeSchedule | null>>> = {
  deribit: (day) =>
    feesIn('deribit', 'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=BTC', {
      jsonrpc: '2.0',
      result: [{ instrument_name: day === 'friday' ? 'BTC-5JUN26-60000-P' : 'BTC-30MAY26-60000-P' }],
    }),
  okx: (day) =>
    feesIn('okx', 'https://www.okx.com/api/v5/market/tickers?instType=OPTION&instFamily=BTC-USD', {
      code: '0',
      data: [{ instId: `BTC-USD-${day === 'friday' ? '260605' : '260530'}-60000-P` }],
    }),
  bybit: (day) =>
    feesIn('bybit', 'https://api.bybit.com/v5/market/tickers?category=option&baseCoin=BTC', {
      retCode: 0,
      result: { list: [{ symbol: `BTC-${day === 'friday' ? '5JUN26' : '30MAY26'}-60000-P-USDT` }] },
    }),
  binance: (day) =>
    feesIn('binance', 'https://eapi.binance.com/eapi/v1/mark', [
      { symbol: `BTC-${day === 'friday' ? '260605' : '260530'}-60000-P` },
    ]),
  derive: (day) =>
    feesIn('derive', 'https://api.lyra.finance/public/get_tickers', {
      result: {
        tickers: { [`BTC-${day === 'friday' ? '20260605' : '20260530'}-60000-P`]: { option_pricing: {} } },
      },
    }),
};

describe.each(Object.keys(BY_NAME) as VenueId[])('%s', (venue) => {
  it('has rates with a cap, and says where they come from and of when they are', () => {
    const fees = BY_NAME[venue]?.('friday');
    expect(fees?.maker).toBeGreaterThan(0);
    expect(fees?.taker).toBeGreaterThanOrEqual(fees?.maker ?? 1);
    expect(fees?.premiumCap).toBeGreaterThanOrEqual(0.07);
    expect(fees?.source).toMatchObject({ perContract: false });
    expect(fees?.source?.date).toMatch(/^20\d\d-\d\d/);
    expect(fees?.comboDiscount).toBeNull();
  });
});

it('delivers dailies free of charge where the venue says so, and Friday’s contracts at a rate with a cap', () => {
  const deliveries = (day: 'friday' | 'saturday'): unknown =>
    (['deribit', 'okx', 'bybit', 'binance', 'derive'] as const).map((venue) => {
      const fees = BY_NAME[venue]?.(day);
      return [fees?.delivery, fees?.deliveryCap];
    });
  expect(deliveries('friday')).toEqual([
    [0.000_15, 0.125],
    [0.0002, 0.07],
    [0.000_15, 0.125],
    [0.000_15, 0.1],
    [null, null],
  ]);
  expect(deliveries('saturday')).toEqual([
    [0, 0.125],
    [0, 0.07],
    [0, 0.125],
    [0.000_15, 0.1],
    [null, null],
  ]);
});

it('takes the rates that a venue lists with the contract, and says so with the day of the list', () => {
  const deribit = feesIn('deribit', 'https://www.deribit.com/api/v2/public/get_instruments?currency=BTC', {
    jsonrpc: '2.0',
    result: [
      {
        instrument_name: 'BTC-5JUN26-60000-P',
        option_type: 'put',
        strike: 60_000,
        expiration_timestamp: Date.UTC(2026, 5, 5, 8),
        contract_size: 1,
        tick_size: 0.0001,
        maker_commission: 0.0001,
        taker_commission: 0.000_25,
      },
    ],
  });
  expect(deribit).toMatchObject({
    maker: 0.0001,
    taker: 0.000_25,
    premiumCap: 0.125,
    source: { date: '2026-05-22', perContract: true },
  });
  const derive = feesIn('derive', 'https://api.lyra.finance/public/get_instruments', {
    result: [
      {
        instrument_name: 'BTC-20260605-60000-P',
        tick_size: '1',
        mark_price_fee_rate_cap: '0.1',
        base_fee: '0.25',
        maker_fee_rate: '0.0002',
        taker_fee_rate: '0.0004',
        option_details: { expiry: Date.UTC(2026, 5, 5, 8) / 1_000, strike: '60000', option_type: 'P' },
      },
    ],
  });
  expect(derive).toMatchObject({ maker: 0.0002, taker: 0.0004, premiumCap: 0.1, perTrade: 0.25 });
  expect(derive?.source?.perContract).toBe(true);
});
