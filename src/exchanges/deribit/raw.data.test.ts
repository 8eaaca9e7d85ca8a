import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { ReadMessage } from '../adapter.ts';
import { deribitAdapter } from './deribit-adapter.ts';

const RAW = new URL('../../../../shared/data/raw/deribit/', import.meta.url);
const present = existsSync(RAW);
const API = 'https://www.deribit.com/api/v2/public';

if (!present) it.skip('responses as sent: ../shared/data is not there', () => undefined);

function text(name: string): string {
  const bytes = readFileSync(new URL(name, RAW));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function read(request: string, body: string, at = Date.parse('2026-08-22T00:00:00Z')): ReadMessage {
  return deribitAdapter.read({ at: epochMs(at), via: 'http', request, body });
}

function countRead(outcome: ReadMessage): number {
  return outcome.value.reduce((sum, event) => {
    if (event.kind === 'quotes') return sum + event.rows.length;
    return event.kind === 'instruments' ? sum + event.instruments.length : sum;
  }, 0);
}

describe.runIf(present)('responses exactly as the venue sent them', () => {
  it.each([
    ['get_instruments_BTC_all_2021-07-22.json.gz', 'get_instruments?currency=BTC'],
    ['get_instruments_ETH_all_2021-07-22.json.gz', 'get_instruments?currency=ETH'],
    ['get_instruments_SOL_all_2022-05.json.gz', 'get_instruments?currency=SOL'],
    ['get_instruments_USDC_all_2022.json.gz', 'get_instruments?currency=USDC'],
    ['get_instruments_BTC_future_2026-05-22.json', 'get_instruments?currency=BTC&kind=future'],
    ['get_instruments_BTC_option_sample_2026-05-22.json', 'get_instruments?currency=BTC&kind=option'],
    [
      'get_book_summary_by_currency_BTC_option_sample_2026-05-22.json',
      'get_book_summary_by_currency?currency=BTC&kind=option',
    ],
    [
      'get_book_summary_by_currency_BTC_future_2026-05-22.json',
      'get_book_summary_by_currency?currency=BTC&kind=future',
    ],
    [
      'get_book_summary_by_currency_sample_2024-03-22_no_mark_iv.json',
      'get_book_summary_by_currency?currency=BTC&kind=option',
    ],
  ])('%s: every option is read, every other row is told apart', (name, path) => {
    const body = text(name);
    const { result } = JSON.parse(body) as { result: { instrument_name: string }[] };
    const options = result.filter((row) => /-[CP]$/.test(row.instrument_name)).length;
    const outcome = read(`${API}/${path}`, body);
    expect(countRead(outcome)).toBe(options);
    expect(
      outcome.failures.filter(
        (failure) => failure.scope === 'document' || failure.reason !== 'not-an-option',
      ),
    ).toEqual([]);
    expect(outcome.failures).toHaveLength(result.length - options);
  });

  it('a ticker of a perpetual is no option', () => {
    const outcome = read(
      `${API}/ticker?instrument_name=BTC-PERPETUAL`,
      text('ticker_BTC-PERPETUAL_2026-05.json'),
    );
    expect(outcome).toMatchObject({ value: [], failures: [{ scope: 'row', reason: 'not-an-option' }] });
  });

  it('ugly order books are read, each with its quotes missing rather than zero', () => {
    const books = JSON.parse(text('TESTNETLIKE_btc_orderbooks_2024-11-04.json.gz')) as Record<
      string,
      unknown
    >[];
    const outcomes = books.map((book) =>
      read(
        `${API}/get_order_book?instrument_name=x`,
        JSON.stringify({ jsonrpc: '2.0', result: book }),
        Number(book['timestamp']),
      ),
    );
    expect(outcomes.flatMap((outcome) => outcome.failures)).toEqual([]);
    const quotes = outcomes.flatMap((outcome) =>
      outcome.value.flatMap((event) => (event.kind === 'quotes' ? event.rows : [])),
    );
    expect(quotes).toHaveLength(books.length);
    const zeros = books.filter(
      (book) => book['best_bid_price'] === 0 || book['best_bid_price'] === null,
    ).length;
    expect(zeros).toBeGreaterThan(0);
    expect(quotes.filter((row) => row.quote?.bid === null)).toHaveLength(zeros);
  });

  it('pushed tickers of 2021 are read; subscriptions of other kinds are named, not guessed', () => {
    const frames = text('ws_frames_2021-07-22.jsonl.gz')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { recv: number; msg: { params?: { channel: string } } });
    for (const { recv, msg } of frames) {
      const outcome = deribitAdapter.read({
        at: epochMs(recv * 1_000),
        via: 'ws',
        request: 'wss://www.deribit.com/ws/api/v2',
        body: JSON.stringify(msg),
      });
      const isTicker = msg.params?.channel.startsWith('ticker.') === true;
      expect(outcome.value.some((event) => event.kind === 'quotes')).toBe(isTicker);
      expect(outcome.failures.map((failure) => failure.reason)).toEqual(isTicker ? [] : ['unknown-request']);
    }
  });
});
