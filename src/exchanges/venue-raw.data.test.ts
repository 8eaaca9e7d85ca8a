import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { ReadMessage } from './adapter.ts';
import { adapterOf } from './registry.ts';

const RAW = new URL('../../../shared/data/raw/', import.meta.url);
const present = existsSync(RAW);
/** Later than anything recorded. */
const AT = epochMs(Date.UTC(2026, 8, 1));

function raw(name: string): string {
  const bytes = readFileSync(new URL(name, RAW));
  return name.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
}

function read(venue: VenueId, request: string, body: string, via: 'http' | 'ws' = 'http'): ReadMessage {
  const outcome = adapterOf(venue)?.read({ at: AT, via, request, body });
  return outcome ?? { value: [], failures: [] };
}

/** Contracts quoted or listed, and rows left out: together the rows on the wire. */
function counts({ value, failures }: ReadMessage): readonly [number, number] {
  const rows = value.reduce((sum, event) => {
    if (event.kind === 'quotes' || event.kind === 'quote-parts') return sum + event.rows.length;
    return event.kind === 'instruments' ? sum + event.instruments.length : sum;
  }, 0);
  return [rows, failures.length];
}

const OKX = 'https://www.okx.com/api/v5';
const BYBIT = 'https://api.bybit.com/v5/market';
const SINGLE = [
  ['okx', 'okx/market_tickers_OPTION_sample_2024-03-23.json', `${OKX}/market/tickers?instFamily=BTC-USD`, 1],
  ['okx', 'okx/opt_summary_DOC_EXAMPLE_2022-03-08.json', `${OKX}/public/opt-summary?instFamily=BTC-USD`, 2],
  ['okx', 'okx/ws_opt_summary_DOC_EXAMPLE_2024-10-12.json', 'wss://ws.okx.com:8443/ws/v5/public', 1],
  ['bybit', 'bybit/tickers_option_DOC_EXAMPLE_2022-12-30.json', `${BYBIT}/tickers?category=option`, 1],
  ['bybit', 'bybit/tickers_option_sample_2024-03-23.json', `${BYBIT}/tickers?category=option`, 1],
  ['bybit', 'bybit/instruments_info_option_DOC_EXAMPLE.json', `${BYBIT}/instruments-info?category=option`, 1],
  [
    'bybit',
    'bybit/ws_tickers_option_DOC_EXAMPLE_2023-01-05.json',
    'wss://stream.bybit.com/v5/public/option',
    1,
  ],
  ['binance', 'binance/eapi_mark_sample_2023-12.json', 'https://eapi.binance.com/eapi/v1/mark', 1],
  [
    'binance',
    'binance/ws_optionMarkPrice_DOC_EXAMPLE_2025-11-11.json',
    'wss://fstream.binance.com/market/ws',
    2,
  ],
] as const;

describe.skipIf(!present)('answers kept as the venues sent them (skipped without ../shared/data)', () => {
  it.each(SINGLE)('of %s are read whole: %s', (venue, file, request, rows) => {
    expect(counts(read(venue, request, raw(file)))).toEqual([rows, 0]);
  });

  it('of OKX list terms of every option, ten times today’s size in 2022', () => {
    for (const [coin, size] of [
      ['BTC', 0.1],
      ['ETH', 1],
    ] as const) {
      const body = raw(`okx/instruments_OPTION_${coin}-USD_2022-05-13.json.gz`);
      const outcome = read('okx', `${OKX}/public/instruments?instFamily=${coin}-USD`, body);
      const listed = (JSON.parse(body) as { data: unknown[] }).data.length;
      expect(counts(outcome)).toEqual([listed, 0]);
      const [event] = outcome.value;
      const instruments = event?.kind === 'instruments' ? event.instruments : [];
      expect(new Set(instruments.map((one) => one.contractSize))).toEqual(new Set([size]));
    }
  });

  it('of Derive are read to the last name, decimal strikes included', () => {
    for (const time of ['2026-06-04T083232Z', '2026-08-22T223407Z']) {
      const { chains } = JSON.parse(raw(`derive/get_tickers_HYPE_allexp_${time}.json.gz`)) as {
        chains: Record<string, { tickers: Record<string, unknown> }>;
      };
      for (const [expiry, result] of Object.entries(chains)) {
        const request = `https://api.lyra.finance/public/get_tickers?currency=HYPE&expiry_date=${expiry}`;
        const outcome = read('derive', request, JSON.stringify({ id: 1, result }));
        expect(counts(outcome)).toEqual([Object.keys(result.tickers).length, 0]);
      }
    }
  });

  it('of Derive are pushed under the name in the channel', () => {
    const data: unknown = JSON.parse(raw('derive/ws_ticker_slim_ETH_call_2026-05-28.json'));
    const channel = 'ticker_slim.ETH-20260626-1600-C.1000';
    const body = JSON.stringify({ method: 'subscription', params: { channel, data } });
    const [event] = read('derive', 'wss://api.lyra.finance/ws', body, 'ws').value;
    const quote = event?.kind === 'quotes' ? event.rows[0]?.quote : null;
    expect(quote).toMatchObject({
      bid: 383,
      venueBidVol: null,
      ask: 409.8,
      forward: 1992.6,
      discount: 0.999,
    });
  });

  it('of Delta hold one ticker in its wrapping, and 605 options that end at noon among other products', () => {
    const ticker: unknown = JSON.parse(raw('delta/ticker_call_option_sample_2023-07-12.json'));
    const tickers = 'https://api.delta.exchange/v2/tickers?contract_types=call_options,put_options';
    const wrapped = JSON.stringify({ success: true, result: [ticker] });
    expect(counts(read('delta', tickers, wrapped))).toEqual([1, 0]);

    const body = raw('delta/v2_products_2021-11-29.json.gz');
    const outcome = read('delta', 'https://api.delta.exchange/v2/products', body);
    const products = (JSON.parse(body) as { result: unknown[] }).result.length;
    const [options, others] = counts(outcome);
    expect([options, options + others]).toEqual([605, products]);
    expect(outcome.failures.every((one) => one.reason === 'not-an-option')).toBe(true);
  });
});
