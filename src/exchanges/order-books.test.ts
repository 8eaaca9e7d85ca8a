import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { OrderBook } from '#market/order-book.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { FeedEvent, ReadMessage } from './adapter.ts';
import { ADAPTERS, adapterOf } from './registry.ts';

const AT = epochMs(1_780_000_003_500);

function read(venue: VenueId, name: string, request: string): ReadMessage {
  const body = readFileSync(new URL(`${venue}/fixtures/${name}.json`, import.meta.url), 'utf8');
  return readBody(venue, request, body);
}

function readBody(venue: VenueId, request: string, body: string): ReadMessage {
  const via = request.startsWith('wss') ? 'ws' : 'http';
  return adapterOf(venue)?.read({ at: AT, via, request, body }) ?? { value: [], failures: [] };
}

function bookIn({ value }: ReadMessage): Extract<FeedEvent, { kind: 'order-book' }> {
  const event = value.find((one) => one.kind === 'order-book');
  return event?.kind === 'order-book' ? event : expect.fail('no book inside');
}

/** Prices and sizes alone. */
function sides({ bids, asks }: OrderBook): readonly (readonly (readonly number[])[])[] {
  return [bids, asks].map((levels) => levels.map(({ price, size }) => [price, size]));
}

it.each([
  [
    'okx' as const,
    'http-books',
    'https://www.okx.com/api/v5/market/books?instId=BTC-USD-260605-60000-P&sz=50',
    {
      sides: [
        [
          [0.0105, 90],
          [0.0095, 300],
        ],
        [
          [0.011, 140],
          [0.0115, 25],
        ],
      ],
      at: 1_780_000_000_455,
      limit: 50,
      leftOut: 2,
    },
  ],
  [
    'okx' as const,
    'ws-books5',
    'wss://ws.okx.com:8443/ws/v5/public',
    {
      sides: [
        [
          [0.0105, 95],
          [0.01, 40],
        ],
        [[0.011, 120]],
      ],
      at: 1_780_000_003_100,
      limit: 5,
    },
  ],
  [
    'bybit' as const,
    'http-orderbook',
    'https://api.bybit.com/v5/market/orderbook?category=option&symbol=BTC-5JUN26-60000-P-USDT&limit=25',
    {
      sides: [
        [
          [735, 2.5],
          [730, 10],
        ],
        [
          [770, 1.25],
          [775, 6],
        ],
      ],
      at: 1_780_000_000_512,
      limit: 25,
      leftOut: 1,
    },
  ],
  [
    'bybit' as const,
    'ws-orderbook',
    'wss://stream.bybit.com/v5/public/option',
    {
      sides: [
        [[735, 2.5]],
        [
          [770, 1.25],
          [780, 4],
        ],
      ],
      at: 1_780_000_003_010,
      limit: 25,
    },
  ],
  [
    'binance' as const,
    'http-depth',
    'https://eapi.binance.com/eapi/v1/depth?symbol=BTC-260605-60000-P&limit=10',
    {
      sides: [
        [
          [735, 0.5],
          [730, 3.1],
        ],
        [[770, 0.8]],
      ],
      at: 1_780_000_000_400,
      limit: 10,
      leftOut: 2,
    },
  ],
  [
    'binance' as const,
    'ws-depth',
    'wss://fstream.binance.com/public/stream',
    {
      sides: [
        [[735, 0.5]],
        [
          [765, 0.2],
          [770, 0.8],
        ],
      ],
      at: 1_780_000_003_010,
      limit: 10,
    },
  ],
  [
    'derive' as const,
    'ws-orderbook',
    'wss://api.lyra.finance/ws',
    {
      sides: [
        [
          [118, 150.6],
          [117.5, 40],
        ],
        [[121.8, 13.7]],
      ],
      at: 1_780_000_003_060,
      limit: 20,
      leftOut: 1,
    },
  ],
  [
    'delta' as const,
    'http-l2orderbook',
    'https://api.india.delta.exchange/v2/l2orderbook/P-BTC-60000-050626?depth=20',
    {
      sides: [
        [
          [735, 3995],
          [730, 2000],
        ],
        [[770, 2397]],
      ],
      at: 1_780_000_000_123,
      limit: 20,
      leftOut: 1,
    },
  ],
  [
    'deribit' as const,
    'http-order-book-btc',
    'https://www.deribit.com/api/v2/public/get_order_book?instrument_name=BTC-26JUN20-4000-P&depth=20',
    {
      sides: [
        [],
        [
          [0.0015, 9.5],
          [0.002, 5],
        ],
      ],
      at: 1_590_100_000_775,
      limit: 20,
    },
  ],
])(
  '%s: %s is a book, best first, what is no offer left out and counted',
  (venue, name, request, expected) => {
    const { book, instrument } = bookIn(read(venue, name, request));
    const { at, limit, leftOut } = book;
    expect({ sides: sides(book), at, limit, ...(leftOut === undefined ? {} : { leftOut }) }).toEqual(
      expected,
    );
    expect(book.instrument).toBe(instrument.name);
    expect(instrument.venue).toBe(venue);
  },
);

it('tells an order book from a quote by what was asked', () => {
  for (const adapter of ADAPTERS) {
    for (const { url } of adapter.bookRequests('X')) {
      expect(['book', 'contract']).toContain(adapter.purposeOf(url));
      expect(adapter.origins).toContain(new URL(url).origin);
    }
  }
});

it('takes coins for contracts where the venue counts coins, here ten coins each', () => {
  const channel = 'book.SOL_USDC-26JUN26-90-P.none.20.100ms';
  const data = {
    instrument_name: 'SOL_USDC-26JUN26-90-P',
    timestamp: AT,
    change_id: 5,
    bids: [[1.1, 50]],
    asks: [
      [1.3, 120],
      [1.2, 10],
    ],
  };
  const push = JSON.stringify({ jsonrpc: '2.0', method: 'subscription', params: { channel, data } });
  const event = bookIn(readBody('deribit', 'wss://www.deribit.com/ws/api/v2', push));
  expect(sides(event.book)).toEqual([
    [[1.1, 5]],
    [
      [1.2, 1],
      [1.3, 12],
    ],
  ]);
  expect([event.sizedInCoin, event.book.limit]).toEqual([true, 20]);
});

it.each([
  [
    'deribit' as const,
    {
      method: 'subscription',
      params: {
        channel: 'book.BTC-5JUN26-60000-P.100ms',
        data: { type: 'change', instrument_name: 'BTC-5JUN26-60000-P', bids: [['new', 0.01, 5]], asks: [] },
      },
    },
  ],
  [
    'okx' as const,
    {
      arg: { channel: 'books', instId: 'BTC-USD-260605-60000-P' },
      action: 'update',
      data: [{ asks: [], bids: [] }],
    },
  ],
  [
    'binance' as const,
    { stream: 'btc-260605-60000-p@depth', data: { s: 'BTC-260605-60000-P', b: [], a: [] } },
  ],
])('never takes a change of a book for a whole one: %s', (venue, push) => {
  expect(readBody(venue, 'wss://venue', JSON.stringify(push))).toMatchObject({
    value: [],
    failures: [{ scope: 'document', reason: 'unknown-request' }],
  });
});

it('reads what has changed in a book as that, a level of size 0 being gone', () => {
  const { value } = read('bybit', 'ws-orderbook-delta', 'wss://stream.bybit.com/v5/public/option');
  expect(value).toMatchObject([
    {
      kind: 'book-changes',
      at: 1_780_000_003_110,
      instrument: { name: 'BTC-5JUN26-60000-P-USDT' },
      bids: [
        { price: 735, size: 0 },
        { price: 734, size: 3 },
      ],
      asks: [{ price: 770, size: 2 }],
    },
  ]);
});

it('takes changes of which one level is unfit for none', () => {
  const body = readFileSync(new URL('bybit/fixtures/ws-orderbook-delta.json', import.meta.url), 'utf8');
  const damaged = body.replace('"734", "3"', '"734", "-3"');
  expect(readBody('bybit', 'wss://stream.bybit.com/v5/public/option', damaged)).toMatchObject({
    value: [],
    failures: [{ scope: 'row', reason: 'malformed-row', detail: 'bids: not a list of levels' }],
  });
});

it('says which side is no list, and keeps no book of it', () => {
  const request = 'https://www.okx.com/api/v5/market/books?instId=BTC-USD-260605-60000-P&sz=50';
  const body = JSON.stringify({ code: '0', data: [{ bids: [], asks: { '0.1': '5' }, ts: `${AT}` }] });
  expect(readBody('okx', request, body)).toMatchObject({
    value: [],
    failures: [
      { scope: 'row', underlying: 'BTC', reason: 'malformed-row', detail: 'asks: not a list of levels' },
    ],
  });
});

it('keeps the best 200 levels a side and says so; every level is kept, cut or counted', () => {
  const level = fc.tuple(
    fc.oneof(fc.double(), fc.integer({ min: -5, max: 500 }), fc.constantFrom('x', '', '0', '1e3', null)),
    fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constant('NaN')),
  );
  const side = fc.array(level, { maxLength: 260 });
  fc.assert(
    fc.property(side, side, (bids, asks) => {
      const request = 'https://www.deribit.com/api/v2/public/get_order_book?instrument_name=x&depth=1000';
      const result = { instrument_name: 'BTC-5JUN26-60000-P', timestamp: AT, bids, asks };
      const { book } = bookIn(readBody('deribit', request, JSON.stringify({ jsonrpc: '2.0', result })));
      const levels = [...book.bids, ...book.asks];
      expect(levels.every(({ price, size }) => price > 0 && size > 0 && Number.isFinite(price * size))).toBe(
        true,
      );
      expect(book.bids.every(({ price }, i) => i === 0 || price <= book.bids[i - 1]!.price)).toBe(true);
      expect(book.asks.every(({ price }, i) => i === 0 || price >= book.asks[i - 1]!.price)).toBe(true);
      expect(Math.max(book.bids.length, book.asks.length)).toBeLessThanOrEqual(200);
      const accounted = levels.length + (book.leftOut ?? 0);
      if (book.limit === 200) expect(accounted).toBeLessThan(bids.length + asks.length);
      else expect(accounted).toBe(bids.length + asks.length);
    }),
    { seed: 20_200_521, numRuns: 200 },
  );
});
