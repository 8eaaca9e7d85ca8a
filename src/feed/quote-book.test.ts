import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeedEvent, ReadFailure, ReadMessage } from '#exchanges/adapter.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { createQuoteBook } from './quote-book.ts';

const T0 = 1_780_000_000_000;
const SUMMARY = 'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option';

interface Row {
  readonly instrument_name: string;
  readonly [field: string]: unknown;
}

function at(seconds: number): EpochMs {
  return epochMs(T0 + seconds * 1_000);
}

function row(name: string, seconds: number, fields: Record<string, unknown> = {}): Row {
  return {
    instrument_name: name,
    bid_price: 0.01,
    ask_price: 0.02,
    creation_timestamp: at(seconds),
    ...fields,
  };
}

function summary(rows: readonly unknown[], seconds: number, request: string = SUMMARY): ReadMessage {
  const body = JSON.stringify({ jsonrpc: '2.0', result: rows, usOut: at(seconds) * 1_000 });
  return deribitAdapter.read({ at: at(seconds), via: 'http', request, body });
}

function ticker(name: string, seconds: number, fields: Record<string, unknown> = {}): ReadMessage {
  const result = { instrument_name: name, timestamp: at(seconds), ...fields };
  const request = `https://www.deribit.com/api/v2/public/ticker?instrument_name=${name}`;
  return deribitAdapter.read({
    at: at(seconds),
    via: 'http',
    request,
    body: JSON.stringify({ jsonrpc: '2.0', result }),
  });
}

function names(chain: OptionChain | null): readonly string[] {
  return chain?.expiries.flatMap((expiry) => expiry.contracts.map((one) => one.instrument.name)) ?? [];
}

describe('a quote book', () => {
  it('has nothing before the first quotes, not even when the index is known', () => {
    const book = createQuoteBook('deribit');
    book.apply({ value: [{ kind: 'index', at: at(0), underlyings: ['BTC'], price: 7 }], failures: [] });
    expect(book.snapshot('BTC')).toBeNull();
    expect(book.underlyings()).toEqual([]);
  });

  it('orders expiries by time and contracts by strike, put before call', () => {
    const book = createQuoteBook('deribit');
    const listed = ['BTC-26JUN26-70000-C', 'BTC-5JUN26-60000-C', 'BTC-5JUN26-9000-P', 'BTC-5JUN26-60000-P'];
    book.apply(
      summary(
        listed.map((name) => row(name, 0)),
        1,
      ),
    );
    expect(names(book.snapshot('BTC'))).toEqual([
      'BTC-5JUN26-9000-P',
      'BTC-5JUN26-60000-P',
      'BTC-5JUN26-60000-C',
      'BTC-26JUN26-70000-C',
    ]);
  });

  it('is as of its newest quote, older rows keep their own time', () => {
    const book = createQuoteBook('deribit');
    book.apply(summary([row('BTC-5JUN26-60000-P', -90), row('BTC-5JUN26-61000-P', -2)], 0));
    const chain = book.snapshot('BTC');
    expect(chain?.asOf).toBe(at(-2));
    expect(chain?.expiries[0]?.contracts.map((one) => one.quote?.at)).toEqual([at(-90), at(-2)]);
  });

  it('raises the version only when something changed, and never alters a snapshot handed out', () => {
    const book = createQuoteBook('deribit');
    book.apply(summary([row('BTC-5JUN26-60000-P', 0)], 0));
    const first = book.snapshot('BTC');
    expect(book.snapshot('BTC')).toBe(first);
    book.apply(
      summary([row('BTC-5JUN26-60000-P', 10, { bid_price: 0.015 }), row('BTC-5JUN26-61000-P', 10)], 10),
    );
    const second = book.snapshot('BTC');
    expect([first?.version, second?.version]).toEqual([1, 2]);
    expect(names(first)).toEqual(['BTC-5JUN26-60000-P']);
    expect(first?.expiries[0]?.contracts[0]?.quote?.bid).toBe(0.01);
    expect(second?.expiries[0]?.contracts[0]?.quote?.bid).toBe(0.015);
  });

  it('drops contracts that a whole list no longer has, but not for a single contract', () => {
    const book = createQuoteBook('deribit');
    book.apply(summary([row('BTC-5JUN26-60000-P', 0), row('BTC-5JUN26-61000-P', 0)], 0));
    book.apply(ticker('BTC-5JUN26-62000-P', 1));
    expect(names(book.snapshot('BTC'))).toHaveLength(3);
    book.apply(summary([row('BTC-5JUN26-61000-P', 2)], 2));
    expect(names(book.snapshot('BTC'))).toEqual(['BTC-5JUN26-61000-P']);
  });

  it('shows an empty chain when the venue lists nothing', () => {
    const book = createQuoteBook('deribit');
    book.apply(summary([], 3));
    expect(book.snapshot('BTC')).toMatchObject({ expiries: [], rejected: [], asOf: at(3) });
    expect(book.underlyings()).toEqual([]);
  });

  it('lets no older single quote replace a newer one', () => {
    const book = createQuoteBook('deribit');
    book.apply(ticker('BTC-5JUN26-60000-P', 5, { best_bid_price: 0.05 }));
    book.apply(ticker('BTC-5JUN26-60000-P', 4, { best_bid_price: 0.04 }));
    expect(book.snapshot('BTC')?.expiries[0]?.contracts[0]?.quote?.bid).toBe(0.05);
  });

  it('keeps every coin of one answer apart', () => {
    const book = createQuoteBook('deribit');
    const linear = SUMMARY.replace('BTC', 'USDC');
    book.apply(summary([row('SOL_USDC-26JUN26-90-P', 0), row('XRP_USDC-26JUN26-0d625-C', 0)], 0, linear));
    expect(book.underlyings()).toEqual(['SOL_USDC', 'XRP_USDC']);
    expect(names(book.snapshot('XRP_USDC'))).toEqual(['XRP_USDC-26JUN26-0d625-C']);
  });

  it('prefers listed terms to those told by the name, whichever came first, and rescales sizes', () => {
    const terms = JSON.stringify({
      jsonrpc: '2.0',
      result: [
        {
          instrument_name: 'SOL_USDC-26JUN26-90-P',
          option_type: 'put',
          strike: 90,
          expiration_timestamp: Date.parse('2026-06-26T08:00:00Z'),
          contract_size: 5,
          tick_size: 0.01,
        },
      ],
    });
    const request = deribitAdapter.instrumentRequests('SOL_USDC')[0]!.url;
    const listing = deribitAdapter.read({ at: at(0), via: 'http', request, body: terms });
    const quote = ticker('SOL_USDC-26JUN26-90-P', 0, { best_bid_price: 1, best_bid_amount: 30 });
    const chains = [
      [listing, quote],
      [quote, listing],
    ].map((order) => {
      const book = createQuoteBook('deribit');
      for (const read of order) book.apply(read);
      return book.snapshot('SOL_USDC')?.expiries[0]?.contracts[0];
    });
    expect(chains[0]).toEqual(chains[1]);
    expect(chains[0]?.instrument).toMatchObject({ contractSize: 5, ticks: { base: 0.01 } });
    expect(chains[0]?.quote?.bidSize).toBe(6);
  });

  it('counts rejected rows with their chain until the next whole list', () => {
    const book = createQuoteBook('deribit');
    const rows = [
      row('BTC-5JUN26-60000-P', 0),
      row('BTC-5JUN26-60000-P', 0),
      row('BTC-5JUN26-61000-P', 0, { bid_price: -1 }),
      7,
      8,
    ];
    book.apply(summary(rows, 0));
    const chain = book.snapshot('BTC');
    expect(chain?.rejected.map((one) => one.reason)).toEqual([
      'duplicate-row',
      'malformed-row',
      'malformed-row',
      'malformed-row',
    ]);
    expect(names(chain).length + (chain?.rejected.length ?? 0)).toBe(rows.length);
    book.apply(summary([row('BTC-5JUN26-60000-P', 1)], 1));
    expect(book.snapshot('BTC')?.rejected).toEqual([]);
  });

  it('counts a bad single quote once, until a good one comes', () => {
    const book = createQuoteBook('deribit');
    for (const seconds of [0, 1, 2]) book.apply(ticker('BTC-5JUN26-60000-P', seconds, { mark_iv: 'x' }));
    book.apply(ticker('BTC-5JUN26-61000-P', 3));
    expect(book.snapshot('BTC')?.rejected).toHaveLength(1);
    book.apply(ticker('BTC-5JUN26-60000-P', 4));
    expect(book.snapshot('BTC')?.rejected).toEqual([]);
  });

  it('keeps its last snapshot when a document is bad', () => {
    const book = createQuoteBook('deribit');
    book.apply(summary([row('BTC-5JUN26-60000-P', 0)], 0));
    const before = book.snapshot('BTC');
    book.apply(summary([row('BTC-5JUN26-60000-P', 0, { bid_price: '1' })], 5));
    book.apply(deribitAdapter.read({ at: at(6), via: 'http', request: SUMMARY, body: '<html>' }));
    expect(book.snapshot('BTC')).toBe(before);
  });

  it('carries index and volatility index', () => {
    const book = createQuoteBook('deribit');
    const events: FeedEvent[] = [
      { kind: 'index', at: at(0), underlyings: ['BTC'], price: 70_000 },
      { kind: 'volatility-index', at: at(0), underlyings: ['BTC', 'BTC_USDC'], vol: 0.38 },
    ];
    const failures: readonly ReadFailure[] = [];
    book.apply(summary([row('BTC-5JUN26-60000-P', 0)], 0));
    book.apply({ value: events, failures });
    expect(book.snapshot('BTC')).toMatchObject({ indexPrice: 70_000, volatilityIndex: 0.38, version: 1 });
  });
});

it('lists what was quoted and lets go of what expired long enough ago by the venue’s own stamps', () => {
  const book = createQuoteBook('deribit');
  const expiry = Math.round((Date.UTC(2026, 4, 29, 8) - T0) / 1_000);
  book.apply(summary([row('BTC-29MAY26-60000-P', 0), row('BTC-5JUN26-60000-P', 0)], 0));
  const listed = (): readonly string[] => book.listing('BTC').map(({ name }) => name);
  book.apply(ticker('BTC-5JUN26-60000-P', expiry + 59, { best_bid_price: 0.02 }));
  book.retire('BTC', 60_000);
  expect(listed()).toEqual(['BTC-29MAY26-60000-P', 'BTC-5JUN26-60000-P']);
  book.apply(ticker('BTC-5JUN26-60000-P', expiry + 61, { best_bid_price: 0.02 }));
  book.retire('BTC', 60_000);
  expect(listed()).toEqual(['BTC-5JUN26-60000-P']);
  expect(names(book.snapshot('BTC'))).toEqual(['BTC-5JUN26-60000-P']);
});
