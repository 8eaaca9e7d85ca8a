import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { ReadMessage } from '../adapter.ts';
import { offeredUnderlyings } from '../offered-underlyings.ts';
import { deribitAdapter } from './deribit-adapter.ts';

const AT = epochMs(1_780_000_000_500);
const SUMMARY = deribitAdapter.chainRequests('BTC')[0]!.url;
const LINEAR = deribitAdapter.chainRequests('SOL_USDC')[0]!.url;
const API = 'https://www.deribit.com/api/v2/public';

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
}

function read(request: string, body: string): ReadMessage {
  return deribitAdapter.read({ at: AT, via: 'http', request, body });
}

function rowsOf(outcome: ReadMessage): readonly ContractQuote[] {
  return outcome.value.flatMap((event) => (event.kind === 'quotes' ? event.rows : []));
}

function answer(rows: readonly unknown[]): string {
  return JSON.stringify({ jsonrpc: '2.0', result: rows, usOut: 1_780_000_000_131_250 });
}

const PLAIN_ROW = {
  instrument_name: 'BTC-5JUN26-60000-P',
  bid_price: 0.01,
  ask_price: 0.011,
  creation_timestamp: 1_780_000_000_123,
};

describe('a book summary', () => {
  const outcome = read(SUMMARY, fixture('http-book-summary-btc'));
  const rows = rowsOf(outcome);

  it('gives every option, vols as decimals, each with its own forward and time', () => {
    expect(rows.map((row) => row.instrument.name)).toEqual([
      'BTC-5JUN26-60000-P',
      'BTC-5JUN26-60000-C',
      'BTC-30MAY26-45000-P',
      'BTC-25DEC26-300000-P',
    ]);
    expect(rows[0]!.quote).toEqual({
      instrument: 'BTC-5JUN26-60000-P',
      bid: 0.0105,
      ask: 0.011,
      bidSize: null,
      askSize: null,
      mark: 0.010_712_34,
      last: 0.0115,
      venueMarkVol: 0.5525,
      venueBidVol: null,
      venueAskVol: null,
      forward: 70_010.5,
      forwardName: 'SYN.BTC-5JUN26',
      discount: null,
      openInterest: 812.4,
      volume: 120.5,
      at: 1_780_000_000_123,
    });
  });

  it('reads null and 0.0 alike as no quote, and no open interest as 0', () => {
    expect([rows[1]!.quote?.bid, rows[2]!.quote?.bid]).toEqual([null, null]);
    expect([rows[1]!.quote?.openInterest, rows[1]!.quote?.volume]).toEqual([0, 0]);
  });

  it('keeps tiny marks and puts that cost more than a coin', () => {
    expect(rows[2]!.quote?.mark).toBe(1.3e-7);
    expect(rows[3]!.quote?.bid).toBe(3.12);
  });

  it('leaves combos and futures out by name and reason, so that rows add up', () => {
    expect(outcome.failures).toHaveLength(2);
    expect(outcome.failures).toMatchObject([
      { scope: 'row', instrument: 'BTC-CS-25DEC26-70000_75000', reason: 'not-an-option', underlying: 'BTC' },
      { scope: 'row', instrument: 'BTC-PERPETUAL', reason: 'not-an-option' },
    ]);
  });

  it('is the whole list, and carries the index price', () => {
    expect(outcome.value).toMatchObject([
      { kind: 'quotes', whole: true, underlyings: ['BTC'] },
      { kind: 'index', underlyings: ['BTC'], price: 70_000.25 },
    ]);
  });

  it('derives terms from the name: coin premium, US dollar strikes, two-step ticks', () => {
    expect(rows[0]!.instrument).toMatchObject({
      venue: 'deribit',
      underlying: 'BTC',
      series: 'BTC',
      premiumUnit: 'underlying',
      quoteCurrency: 'USD',
      contractSize: 1,
      exercise: 'european',
      ticks: { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] },
      fees: { maker: 0.0003, taker: 0.0003, premiumCap: 0.125 },
    });
  });

  it('has no mark vol where the venue sent none, and the flat tick of that time', () => {
    const [row] = rowsOf(read(SUMMARY, fixture('http-book-summary-2023-no-mark-iv')));
    expect(row!.quote?.venueMarkVol).toBeNull();
    expect(row!.quote?.mark).toBe(0.312_52);
    expect(row!.instrument.ticks).toEqual({ base: 0.0005, steps: [] });
    expect(row!.instrument.fees).toBeNull();
  });

  it('splits one linear answer by coin and offers coins never heard of', () => {
    const linear = read(LINEAR, fixture('http-book-summary-usdc'));
    expect(
      rowsOf(linear).map(({ instrument }) => [
        instrument.underlying,
        instrument.strike,
        instrument.contractSize,
      ]),
    ).toEqual([
      ['SOL_USDC', 90, 10],
      ['XRP_USDC', 0.625, 1_000],
      ['NEWCOIN_USDC', 1.52, 1],
    ]);
    expect(
      rowsOf(linear).every(
        ({ instrument }) => instrument.premiumUnit === 'quote' && instrument.quoteCurrency === 'USDC',
      ),
    ).toBe(true);
    expect(offeredUnderlyings(linear.value)).toEqual(['SOL_USDC', 'XRP_USDC', 'NEWCOIN_USDC']);
    expect(linear.value[0]).toMatchObject({
      underlyings: expect.arrayContaining(['TRX_USDC', 'NEWCOIN_USDC']),
    });
  });

  it('keeps contracts that have expired but are still listed, for others to judge', () => {
    const past = rowsOf(read(SUMMARY, answer([{ ...PLAIN_ROW, instrument_name: 'BTC-28MAY26-60000-P' }])));
    expect(past.map((row) => [row.instrument.expiry < row.quote!.at, row.quote!.bid])).toEqual([
      [true, 0.01],
    ]);
  });

  it('keeps each row’s own forward within one expiry', () => {
    const forwards = [
      { ...PLAIN_ROW, instrument_name: 'BTC-5JUN26-60000-P', underlying_price: 70_010.5 },
      { ...PLAIN_ROW, instrument_name: 'BTC-5JUN26-61000-P', underlying_price: 70_010.75 },
    ];
    expect(rowsOf(read(SUMMARY, answer(forwards))).map((row) => row.quote?.forward)).toEqual([
      70_010.5, 70_010.75,
    ]);
  });

  it('is an honest empty list when the venue lists nothing', () => {
    expect(read(SUMMARY, answer([]))).toEqual({
      value: [{ kind: 'quotes', at: 1_780_000_000_131, underlyings: ['BTC'], whole: true, rows: [] }],
      failures: [],
    });
  });

  it('says nothing on options when only futures were asked for', () => {
    const futures = read(
      `${API}/get_book_summary_by_currency?currency=BTC&kind=future`,
      answer([{ instrument_name: 'BTC-PERPETUAL' }]),
    );
    expect(futures.value).toMatchObject([{ kind: 'quotes', whole: false, underlyings: [], rows: [] }]);
  });

  it.each([
    ['a price as text', { bid_price: '0.01' }],
    ['a negative price', { ask_price: -0.01 }],
    ['an absurd price', { mark_price: 1e12 }],
    ['an object for a price', { bid_price: { value: 1 } }],
    ['a negative vol', { mark_iv: -1 }],
    ['a true for a forward', { underlying_price: true }],
    ['a time in seconds', { creation_timestamp: 1_780_000_000 }],
    ['a time with a fraction', { creation_timestamp: 1_780_000_000_123.5 }],
    ['a time next week', { creation_timestamp: 1_780_600_000_000 }],
    ['a forward name without end', { underlying_index: 'x'.repeat(1_000) }],
  ])('drops only the row with %s', (_, defect) => {
    const good = { ...PLAIN_ROW, instrument_name: 'BTC-5JUN26-61000-P' };
    const mixed = read(SUMMARY, answer([{ ...PLAIN_ROW, ...defect }, good]));
    expect(rowsOf(mixed).map((row) => row.instrument.name)).toEqual(['BTC-5JUN26-61000-P']);
    expect(mixed.failures).toMatchObject([
      { scope: 'row', instrument: 'BTC-5JUN26-60000-P', reason: 'malformed-row' },
    ]);
  });

  it('rejects a number too large for a double instead of passing infinity on', () => {
    const body = answer([
      PLAIN_ROW,
      { ...PLAIN_ROW, instrument_name: 'BTC-5JUN26-61000-P', bid_price: 7 },
    ]).replace('"bid_price":7', '"bid_price":1e999');
    const mixed = read(SUMMARY, body);
    expect(mixed.failures).toMatchObject([{ instrument: 'BTC-5JUN26-61000-P', reason: 'malformed-row' }]);
  });

  it('keeps the first of two rows of one contract', () => {
    const twice = read(SUMMARY, answer([PLAIN_ROW, { ...PLAIN_ROW, bid_price: 0.009 }]));
    expect(rowsOf(twice).map((row) => row.quote?.bid)).toEqual([0.01]);
    expect(twice.failures).toMatchObject([{ reason: 'duplicate-row' }]);
  });

  it('bounds what it repeats of a bad name, and says whose row it was', () => {
    const mixed = read(
      SUMMARY,
      answer([
        PLAIN_ROW,
        { instrument_name: `BTC-${'<script>'.repeat(50)}` },
        { instrument_name: 'BTC-99JUN26-1-C' },
        7,
        {},
      ]),
    );
    const left = mixed.failures.flatMap((failure) => (failure.scope === 'row' ? [failure] : []));
    expect(left.map((row) => row.reason)).toEqual([
      'unreadable-name',
      'unreadable-name',
      'malformed-row',
      'unreadable-name',
    ]);
    expect(left.map((row) => row.underlying)).toEqual([null, 'BTC', null, null]);
    expect(left[0]!.instrument!.length).toBeLessThanOrEqual(64);
  });

  it('is a bad document when no row of it can be read, so that nobody takes it for an empty list', () => {
    const broken = read(SUMMARY, answer([{ ...PLAIN_ROW, bid_price: 'x' }, 3]));
    expect(broken.value).toEqual([]);
    expect(broken.failures).toHaveLength(3);
    expect(broken.failures[2]).toMatchObject({ scope: 'document', reason: 'malformed-document' });
  });

  it('refuses a list longer than any market', () => {
    expect(read(SUMMARY, answer(Array.from({ length: 20_001 }, () => PLAIN_ROW))).failures).toMatchObject([
      { scope: 'document', reason: 'too-large' },
    ]);
  });
});

describe('one contract', () => {
  it('has sizes and the venue’s vols from an order book, and no quote where the venue writes 0.0', () => {
    const outcome = read(
      `${API}/get_order_book?instrument_name=BTC-26JUN20-4000-P&depth=20`,
      fixture('http-order-book-btc'),
    );
    expect(outcome.failures).toEqual([]);
    expect(outcome.value[0]).toMatchObject({ kind: 'quotes', whole: false, underlyings: ['BTC'] });
    expect(outcome.value[1]).toMatchObject({ kind: 'index', price: 9_095.5 });
    expect(rowsOf(outcome)[0]!.quote).toMatchObject({
      bid: null,
      bidSize: null,
      ask: 0.0015,
      askSize: 9.5,
      venueMarkVol: 1.2005,
      venueBidVol: null,
      venueAskVol: 5,
      last: 0.001,
      volume: 12.5,
      at: 1_590_100_000_775,
    });
  });

  it('counts sizes in contracts where the wire counts coins', () => {
    const pushed = deribitAdapter.read({
      at: epochMs(1_780_000_003_050),
      via: 'ws',
      request: 'wss://www.deribit.com/ws/api/v2',
      body: fixture('ws-ticker'),
    });
    expect(rowsOf(pushed)[0]!.quote).toMatchObject({
      bidSize: 5,
      askSize: 12,
      venueAskVol: 8.6338,
      openInterest: 1_200,
    });
  });
});

describe('contract terms', () => {
  const outcome = read(deribitAdapter.instrumentRequests('BTC')[0]!.url, fixture('http-instruments'));
  const instruments = outcome.value.flatMap((event) =>
    event.kind === 'instruments' ? event.instruments : [],
  );

  it('come with the venue’s ticks, sizes and fees', () => {
    expect(instruments.map((one) => one.name)).toEqual([
      'BTC-5JUN26-60000-P',
      'BTC-30MAY26-45000-P',
      'SOL_USDC-26JUN26-90-P',
    ]);
    expect(instruments[0]).toMatchObject({
      minimumTrade: 0.1,
      ticks: { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] },
      fees: { maker: 0.000_25, taker: 0.0003, premiumCap: 0.125, delivery: 0.000_15 },
    });
    expect(instruments[1]!.fees?.delivery).toBe(0);
    expect(instruments[2]).toMatchObject({ contractSize: 5, minimumTrade: 2 });
  });

  it('are refused where they contradict the name', () => {
    expect(outcome.failures).toMatchObject([
      {
        instrument: 'BTC-5JUN26-61000-P',
        reason: 'malformed-row',
        detail: 'option_type contradicts the name',
      },
      { instrument: 'BTC-5JUN26', reason: 'not-an-option' },
    ]);
  });
});

describe('index levels', () => {
  it('belong to the underlyings of the pair asked for', () => {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      result: { index_price: 151.5, estimated_delivery_price: 151.4 },
    });
    expect(read(`${API}/get_index_price?index_name=sol_usdc`, body).value).toMatchObject([
      { kind: 'index', underlyings: ['SOL_USDC'], price: 151.5 },
    ]);
    expect(read(`${API}/get_index_price?index_name=btc_usd`, body).value).toMatchObject([
      { underlyings: ['BTC'] },
    ]);
  });

  it('give the volatility index as the last close, a decimal', () => {
    const request = deribitAdapter.indexRequests('BTC', AT)[1]!.url;
    expect(read(request, fixture('http-volatility-index')).value).toMatchObject([
      {
        kind: 'volatility-index',
        vol: 0.4355,
        at: 1_780_000_000_000,
        underlyings: expect.arrayContaining(['BTC', 'BTC_USDC']),
      },
    ]);
  });

  it('ask for no volatility index of a coin that has none', () => {
    expect(deribitAdapter.indexRequests('SOL_USDC', AT)).toEqual([
      { url: `${API}/get_index_price?index_name=sol_usdc` },
    ]);
  });
});

describe('a document that cannot be read', () => {
  it.each([
    ['an empty body', '', 'not-json', 'empty'],
    ['a web page', '<!DOCTYPE html><html><body>Access denied</body></html>', 'not-json', 'web page'],
    ['a truncated body', fixture('http-book-summary-btc').slice(0, 900), 'not-json', 'breaks off'],
    ['text', 'upstream connect error', 'not-json', 'upstream connect error'],
    [
      'NaN',
      '{"jsonrpc":"2.0","result":[{"instrument_name":"BTC-5JUN26-60000-P","bid_price":NaN}]}',
      'not-json',
      'damaged',
    ],
    ['a number', '7', 'not-this-venue', 'wrapping'],
    ['a bare list', '[]', 'not-this-venue', 'wrapping'],
    ['another venue', '{"code":"0","msg":"","data":[]}', 'not-this-venue', 'no result'],
    ['a result of another kind', '{"jsonrpc":"2.0","result":{"a":1}}', 'malformed-document', 'not a list'],
    ['the rate limit', fixture('http-error-rate-limit'), 'rate-limited', 'too_many_requests (code 10028)'],
    [
      'a settlement pause',
      '{"jsonrpc":"2.0","error":{"code":10041,"message":"settlement_in_progress"}}',
      'venue-error',
      'settlement_in_progress (code 10041)',
    ],
    ['an error of no form', '{"jsonrpc":"2.0","error":{}}', 'venue-error', 'no message'],
  ])('says what is wrong with %s', (_, body, reason, words) => {
    const outcome = read(SUMMARY, body);
    expect(outcome.value).toEqual([]);
    expect(outcome.failures).toMatchObject([
      { scope: 'document', reason, detail: expect.stringContaining(words) },
    ]);
  });

  it('is one that answers nothing that was asked', () => {
    expect(read(`${API}/get_time`, '{"jsonrpc":"2.0","result":1}').failures).toMatchObject([
      { reason: 'unknown-request' },
    ]);
    expect(read('file:x.json', '{"jsonrpc":"2.0","result":[]}').failures).toMatchObject([
      { reason: 'unknown-request' },
    ]);
  });

  it('is refused before parsing when it is larger than any answer', () => {
    expect(read(SUMMARY, ' '.repeat(32_000_001)).failures).toMatchObject([{ reason: 'too-large' }]);
  });
});

describe('requests', () => {
  it('ask for all linear coins at once and tell chains from contracts', () => {
    expect(
      new Set(
        ['SOL_USDC', 'BTC_USDC'].flatMap((coin) => deribitAdapter.chainRequests(coin).map((one) => one.url)),
      ).size,
    ).toBe(1);
    expect(
      [
        SUMMARY,
        `${API}/get_order_book?instrument_name=BTC-5JUN26-60000-P`,
        'wss://www.deribit.com/ws/api/v2',
        'file:a',
      ].map((url) => deribitAdapter.purposeOf(url)),
    ).toEqual(['chain', 'contract', 'stream', 'other']);
  });

  it('go only to the origins that the page may reach', () => {
    const urls = deribitAdapter.knownUnderlyings.flatMap((one) => [
      ...deribitAdapter.chainRequests(one),
      ...deribitAdapter.instrumentRequests(one),
      ...deribitAdapter.indexRequests(one, AT),
    ]);
    expect(urls.every(({ url }) => deribitAdapter.origins.includes(new URL(url).origin))).toBe(true);
  });
});
