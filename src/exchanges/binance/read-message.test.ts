import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { QuotePart, ReadMessage } from '../adapter.ts';
import { binanceAdapter } from './binance-adapter.ts';

const AT = epochMs(1_780_000_000_500);

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
}

function read(request: string, body: string): ReadMessage {
  return binanceAdapter.read({ at: AT, via: 'http', request, body });
}

function rowsOf(outcome: ReadMessage): readonly QuotePart[] {
  return outcome.value.flatMap((event) => (event.kind === 'quote-parts' ? event.rows : []));
}

const API = 'https://eapi.binance.com/eapi/v1';
const STREAM = 'wss://fstream.binance.com/market/stream?streams=btcusdt@optionMarkPrice';

describe('the stream of marks', () => {
  const outcome = read(STREAM, fixture('ws-option-mark-price'));

  it('gives prices, sizes, vols and a forward grown from the index at the venue’s rate', () => {
    const figures = rowsOf(outcome)[0]?.figures;
    expect(figures).toMatchObject({
      bid: 735,
      ask: 770,
      bidSize: 4.2,
      askSize: 1.5,
      mark: 750.543,
      venueMarkVol: 0.5525,
      venueBidVol: 0.541,
      venueAskVol: 0.5655,
      forwardName: 'index and rate',
    });
    const days = (Date.UTC(2026, 5, 5, 8) - 1_780_000_000_123) / 86_400_000;
    expect(figures?.forward).toBeCloseTo(70_000.25 * Math.pow(Math.E, (0.0454 * days) / 365), 6);
    expect((figures?.forward ?? 0) * (figures?.discount ?? 0)).toBeCloseTo(70_000.25, 6);
  });

  it('has the index itself as forward at a rate of 0, and no bid where price is "0.000" and vol "-1.0"', () => {
    expect(rowsOf(outcome)[1]?.figures).toMatchObject({
      bid: null,
      bidSize: null,
      venueBidVol: null,
      forward: 70_000.25,
      discount: 1,
    });
  });

  it('is the whole list of its pair where its stream is named, and carries the index', () => {
    expect(outcome.value).toMatchObject([
      { kind: 'quote-parts', whole: true, underlyings: ['BTC_USDT'] },
      { kind: 'index', underlyings: ['BTC_USDT'], price: 70_000.25 },
    ]);
    expect(outcome.failures).toMatchObject([{ instrument: 'BTC-260605-6OOOO-P', reason: 'unreadable-name' }]);
    const { data } = JSON.parse(fixture('ws-option-mark-price')) as { data: unknown };
    const bare = read(STREAM, JSON.stringify(data));
    expect(bare.value[0]).toEqual({ ...outcome.value[0], whole: false });
    expect(bare.value[1]).toEqual(outcome.value[1]);
  });

  it('with no rows takes nothing away', () => {
    const empty = read(STREAM, '{"stream":"btcusdt@optionMarkPrice","data":[]}');
    expect(empty.value).toMatchObject([{ kind: 'quote-parts', whole: false, rows: [] }]);
  });
});

describe('answers to requests', () => {
  it('are parts: marks and vols in one, prices in another, both whole lists', () => {
    const marks = read(`${API}/mark`, fixture('http-mark'));
    expect(marks.value).toMatchObject([
      { part: 'mark', whole: true, underlyings: ['BTC_USDT', 'DOGE_USDT'] },
    ]);
    expect(rowsOf(marks).map((row) => row.figures)).toEqual([
      { mark: 750.5, venueMarkVol: 0.5525, venueBidVol: null, venueAskVol: 0.5655 },
      { mark: 0.004, venueMarkVol: 1, venueBidVol: 0.9, venueAskVol: 1.1 },
    ]);
    expect(rowsOf(marks)[1]?.instrument.strike).toBe(0.075);
    expect(rowsOf(read(`${API}/ticker`, fixture('http-ticker')))[0]?.figures).toEqual({
      bid: 735,
      ask: null,
      last: 760,
      volume: 12.5,
    });
    expect(binanceAdapter.partOf?.(`${API}/mark`)?.needs).toEqual(['mark', 'ticker']);
    expect(read(`${API}/mark?symbol=X`, fixture('http-mark')).value).toMatchObject([{ whole: false }]);
  });

  it('tell terms, which contradict no name', () => {
    const { value, failures } = read(`${API}/exchangeInfo`, fixture('http-exchange-info'));
    expect(value).toMatchObject([
      { instruments: [{ ticks: { base: 5 }, minimumTrade: 0.01, contractSize: 1 }] },
    ]);
    expect(failures).toMatchObject([{ detail: 'the expiry contradicts the name' }]);
  });

  it('tell the index of the pair asked for', () => {
    expect(read(`${API}/index?underlying=BTCUSDT`, fixture('http-index')).value).toEqual([
      { kind: 'index', at: 1_780_000_000_123, underlyings: ['BTC_USDT'], price: 70_000.25 },
    ]);
  });
});

it.each([
  ['too much weight', fixture('http-error-rate-limit'), 'rate-limited'],
  ['another error', '{"code":-1121,"msg":"Invalid symbol."}', 'venue-error'],
  ['a country', '{"code":0,"msg":"Service unavailable from a restricted location"}', 'region-blocked'],
  ['no list', '{"rows":[]}', 'malformed-document'],
])('tells apart %s', (_, body, reason) => {
  expect(read(`${API}/mark`, body)).toMatchObject({ value: [], failures: [{ scope: 'document', reason }] });
});

it('is silent on a confirmed subscription', () => {
  const body = '{"result":null,"id":1}';
  expect(binanceAdapter.read({ at: AT, via: 'ws', request: STREAM, body })).toEqual({
    value: [],
    failures: [],
  });
});
