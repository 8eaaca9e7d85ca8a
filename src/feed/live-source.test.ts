import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Result, err, ok } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import { bybitAdapter } from '#exchanges/bybit/bybit-adapter.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { WireMessage } from '#market/recording.ts';
import { feedFailureText } from './feed-failure.ts';
import { type LiveSource, createLiveSource } from './live-source.ts';
import type { TransportFailure } from './transport.ts';

const AT = epochMs(1_780_000_000_500);
const GOOD = fixture('http-book-summary-btc');

function fixture(name: string): string {
  return readFileSync(new URL(`../exchanges/deribit/fixtures/${name}.json`, import.meta.url), 'utf8');
}

type Answer = string | TransportFailure;

/** A source whose venue gives these answers one after another, by the method asked for. */
function sourceOf(answers: Record<string, Answer[]>): LiveSource & { readonly heard: WireMessage[] } {
  const heard: WireMessage[] = [];
  const source = createLiveSource({
    adapter: deribitAdapter,
    now: () => AT,
    onMessage: (message) => heard.push(message),
    transport: {
      get: ({ url }): Promise<Result<WireMessage, TransportFailure>> => {
        const method = Object.keys(answers).find((name) => url.includes(name));
        const answer = answers[method ?? '']?.shift() ?? { kind: 'unreachable' };
        const body = typeof answer === 'string' ? answer : null;
        return Promise.resolve(
          body === null ? err(answer as TransportFailure) : ok({ at: AT, via: 'http', request: url, body }),
        );
      },
    },
  });
  return { ...source, heard };
}

const signal = new AbortController().signal;

describe('asking for a chain', () => {
  it('gives the snapshot, what was left out, and the coins seen', async () => {
    const source = sourceOf({ book_summary: [GOOD] });
    const answer = await source.fetchChain('BTC', signal);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        listing: 'listed',
        chain: { underlying: 'BTC', version: 1, indexPrice: 70_000.25 },
        underlyings: ['BTC'],
      },
    });
    expect(answer.ok && answer.value.leftOut.map((row) => row.reason)).toEqual([
      'not-an-option',
      'not-an-option',
    ]);
    expect(answer.ok && answer.value.chain).toBe(source.snapshot('BTC'));
    expect(source.heard.map((message) => message.body)).toEqual([GOOD]);
  });

  it.each<[string, Answer, string]>([
    [
      'a web page',
      '<html><body>busy</body></html>',
      'The answer of Deribit could not be read: the answer is a web page, not data.',
    ],
    ['a truncated body', GOOD.slice(0, 500), 'could not be read'],
    [
      'rows that are all unreadable',
      '{"jsonrpc":"2.0","result":[{"instrument_name":"BTC-5JUN26-1-C","bid_price":"x"}]}',
      'none of 1 rows',
    ],
    ['a rate limit in words', fixture('http-error-rate-limit'), 'Deribit asks for fewer requests.'],
    [
      'a rate limit by status',
      { kind: 'rate-limited', retryAfterMs: null },
      'Deribit asks for fewer requests.',
    ],
    ['a fault', { kind: 'server-error', status: 502 }, 'HTTP 502'],
    ['a time-out', { kind: 'timeout', afterMs: 15_000 }, 'within 15 seconds'],
    ['a block', { kind: 'region-blocked', status: 451 }, 'blocked in your region'],
    ['no network', { kind: 'offline' }, 'no network'],
  ])('keeps the last snapshot after %s, and says what happened', async (_, fault, words) => {
    const source = sourceOf({ book_summary: [GOOD, fault, GOOD] });
    await source.fetchChain('BTC', signal);
    const before = source.snapshot('BTC');
    const failed = await source.fetchChain('BTC', signal);
    expect(failed.ok ? '' : feedFailureText(failed.error, 'Deribit')).toContain(words);
    expect(source.snapshot('BTC')).toBe(before);
    expect((await source.fetchChain('BTC', signal)).ok).toBe(true);
  });

  it('repeats the venue’s own words when a refusal carries them', async () => {
    const body = '{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params"}}';
    const message: WireMessage = {
      at: AT,
      via: 'http',
      request: deribitAdapter.chainRequests('BTC')[0]!.url,
      body,
    };
    const source = sourceOf({
      book_summary: [
        { kind: 'http-error', status: 400, message },
        { kind: 'http-error', status: 404, message: null },
      ],
    });
    const failures = [await source.fetchChain('BTC', signal), await source.fetchChain('BTC', signal)];
    expect(failures.map((one) => (one.ok ? '' : feedFailureText(one.error, 'Deribit')))).toEqual([
      'Deribit reports an error: Invalid params (code -32602).',
      'Deribit refused the request (HTTP 404).',
    ]);
    expect(source.heard).toEqual([message]);
  });

  it('tells a market with no options from a failure', async () => {
    const source = sourceOf({
      book_summary: ['{"jsonrpc":"2.0","result":[]}', fixture('http-book-summary-usdc')],
    });
    expect(await source.fetchChain('BTC', signal)).toMatchObject({
      ok: true,
      value: { listing: 'empty', chain: { expiries: [] } },
    });
    expect(await source.fetchChain('MATIC_USDC', signal)).toMatchObject({
      ok: true,
      value: {
        listing: 'empty',
        chain: { underlying: 'MATIC_USDC' },
        underlyings: ['SOL_USDC', 'XRP_USDC', 'NEWCOIN_USDC'],
      },
    });
  });

  it('empties the chain of a coin that the list of all coins no longer has', async () => {
    const row = (name: string): string => `{"instrument_name":"${name}","bid_price":1}`;
    const source = sourceOf({
      book_summary: [
        `{"jsonrpc":"2.0","result":[${row('NEWCOIN_USDC-26JUN26-1d52-C')}]}`,
        `{"jsonrpc":"2.0","result":[${row('SOL_USDC-26JUN26-90-P')}]}`,
      ],
    });
    expect(await source.fetchChain('NEWCOIN_USDC', signal)).toMatchObject({ value: { listing: 'listed' } });
    expect(await source.fetchChain('NEWCOIN_USDC', signal)).toMatchObject({ value: { listing: 'empty' } });
  });
});

describe('asking for the rest', () => {
  it('puts terms and index levels into later snapshots', async () => {
    const source = sourceOf({
      book_summary: [GOOD],
      get_instruments: [fixture('http-instruments')],
      get_index_price: ['{"jsonrpc":"2.0","result":{"index_price":70111.5}}'],
      get_volatility_index_data: [fixture('http-volatility-index')],
    });
    await source.fetchChain('BTC', signal);
    expect(await source.fetchTerms('BTC', signal)).toMatchObject({
      ok: true,
      value: { contracts: 3, leftOut: [{}, {}] },
    });
    expect(await source.fetchIndex('BTC', signal)).toEqual({
      value: { indexPrice: 70_111.5, volatilityIndex: 0.4355 },
      failures: [],
    });
    const chain = source.snapshot('BTC')!;
    expect(chain).toMatchObject({ indexPrice: 70_111.5, volatilityIndex: 0.4355, version: 2 });
    const contracts = chain.expiries.flatMap((expiry) => expiry.contracts);
    expect(
      contracts.find((one) => one.instrument.name === 'BTC-5JUN26-60000-P')?.instrument.fees?.maker,
    ).toBe(0.000_25);
  });

  it('has one index level without the other', async () => {
    const source = sourceOf({
      get_index_price: ['{"jsonrpc":"2.0","result":{"index_price":7}}'],
      get_volatility_index_data: ['<html>'],
    });
    expect(await source.fetchIndex('BTC', signal)).toMatchObject({
      value: { indexPrice: 7, volatilityIndex: null },
      failures: [{ kind: 'document', reason: 'not-json' }],
    });
  });

  it('adds the coins it finds to the known ones, and lives with a list that fails', async () => {
    const source = sourceOf({ 'currency=USDC': [fixture('http-book-summary-usdc')] });
    const { value, failures } = await source.fetchUnderlyings(signal);
    expect(value).toEqual([...deribitAdapter.knownUnderlyings, 'NEWCOIN_USDC']);
    expect(failures).toHaveLength(2);
  });
});

describe('asking a venue that lists contracts in pages', () => {
  const page = (names: readonly string[], nextPageCursor: string): string =>
    JSON.stringify({
      retCode: 0,
      result: {
        list: names.map((symbol) => ({
          symbol,
          optionsType: 'Put',
          deliveryTime: String(Date.UTC(2026, 5, 5, 8)),
          priceFilter: { tickSize: '5' },
        })),
        nextPageCursor,
      },
    });

  function listing(pages: ReadonlyMap<string | null, string>): LiveSource {
    return createLiveSource({
      adapter: bybitAdapter,
      now: () => AT,
      transport: {
        get: ({ url }): Promise<Result<WireMessage, TransportFailure>> => {
          const body = pages.get(new URL(url).searchParams.get('cursor'));
          return Promise.resolve(
            body === undefined
              ? err({ kind: 'unreachable' })
              : ok({ at: AT, via: 'http', request: url, body }),
          );
        },
      },
    });
  }

  it('follows them to the last', async () => {
    const source = listing(
      new Map([
        [null, page(['BTC-5JUN26-60000-P-USDT'], 'two')],
        ['two', page(['BTC-5JUN26-61000-P-USDT', 'BTC-5JUN26-62000-P-USDT'], '')],
      ]),
    );
    const terms = await source.fetchTerms('BTC_USDT', signal);
    expect(terms).toMatchObject({ ok: true, value: { contracts: 3, leftOut: [], missing: null } });
  });

  it('keeps the pages it has when a later one is missing, and says why', async () => {
    const terms = await listing(new Map([[null, page(['BTC-5JUN26-60000-P-USDT'], 'two')]])).fetchTerms(
      'BTC_USDT',
      signal,
    );
    expect(terms).toMatchObject({ ok: true, value: { contracts: 1, missing: { kind: 'unreachable' } } });
  });

  it('does not walk for ever where every page names another', async () => {
    const source = listing(
      new Map([
        [null, page([], 'on')],
        ['on', page([], 'on')],
      ]),
    );
    const terms = await source.fetchTerms('BTC_USDT', signal);
    expect(terms).toMatchObject({ ok: true, value: { contracts: 0, missing: { kind: 'document' } } });
  });
});

describe('asking for an order book', () => {
  const NAME = 'BTC-26JUN20-4000-P';

  it('gives what is offered in the contract, and snapshots carry it', async () => {
    const source = sourceOf({ get_order_book: [fixture('http-order-book-btc')] });
    const book = await source.fetchBook(NAME, signal);
    expect(book).toMatchObject({
      ok: true,
      value: { instrument: NAME, bids: [], asks: [{ price: 0.0015 }, {}] },
    });
    expect(book.ok && source.snapshot('BTC')?.books?.get(NAME)).toEqual(book.ok && book.value);
  });

  it('says so when the answer is about another contract, or cannot be had', async () => {
    const other = await sourceOf({ get_order_book: [fixture('http-order-book-btc')] }).fetchBook('X', signal);
    expect(other).toMatchObject({ ok: false, error: { kind: 'document' } });
    const none = await sourceOf({}).fetchBook(NAME, signal);
    expect(none).toEqual({ ok: false, error: { kind: 'unreachable' } });
  });
});
