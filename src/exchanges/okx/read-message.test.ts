import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { QuotePart, ReadMessage } from '../adapter.ts';
import { okxAdapter } from './okx-adapter.ts';

const AT = epochMs(1_780_000_000_500);
const [SUMMARY = '', TICKERS = '', MARKS = '', INTEREST = ''] = okxAdapter
  .chainRequests('BTC')
  .map((request) => request.url);
const [INSTRUMENTS = '', BANDS = ''] = okxAdapter.instrumentRequests('BTC').map((request) => request.url);
const SOCKET = 'wss://ws.okx.com:8443/ws/v5/public';

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
}

function read(request: string, body: string): ReadMessage {
  return okxAdapter.read({ at: AT, via: 'http', request, body });
}

function pushed(body: string): ReadMessage {
  return okxAdapter.read({ at: epochMs(1_780_000_003_100), via: 'ws', request: SOCKET, body });
}

function partsOf(outcome: ReadMessage): readonly QuotePart[] {
  return outcome.value.flatMap((event) => (event.kind === 'quote-parts' ? event.rows : []));
}

function answer(rows: readonly unknown[]): string {
  return JSON.stringify({ code: '0', msg: '', data: rows });
}

describe('the parts of a quote', () => {
  it('are vols as decimals and a forward in the summary, where "" and "0" are no vol', () => {
    const summary = read(SUMMARY, fixture('http-opt-summary'));
    expect(summary.value).toMatchObject([
      { kind: 'quote-parts', part: 'opt-summary', whole: true, underlyings: ['BTC'] },
    ]);
    const rows = partsOf(summary);
    expect(rows.map((row) => [row.at, row.figures])).toEqual([
      [
        1_780_000_000_123,
        {
          venueMarkVol: Number('0.5525123456789012345'),
          venueBidVol: 0.541,
          venueAskVol: 0.5655,
          forward: 70_010.512_345_678_9,
        },
      ],
      [1_780_000_000_123, { venueMarkVol: 0.5525, venueBidVol: null, venueAskVol: null, forward: 70_010.5 }],
      [1_780_000_000_100, { venueMarkVol: 0.61, venueBidVol: null, venueAskVol: 0.9, forward: 71_900 }],
    ]);
  });

  it('are prices and sizes in contracts in the tickers, a side without price having no size', () => {
    const rows = partsOf(read(TICKERS, fixture('http-tickers')));
    expect(rows.map((row) => row.figures)).toEqual([
      { bid: 0.0105, ask: 0.011, bidSize: 120, askSize: 250, last: 0.0115, volume: 1.25 },
      { bid: null, ask: 0.1525, bidSize: null, askSize: null, last: null, volume: 0.4 },
      { bid: 3.12, ask: null, bidSize: 1, askSize: null, last: null, volume: 0 },
    ]);
  });

  it('are the mark and the open interest in coin in answers of their own', () => {
    expect(partsOf(read(MARKS, fixture('http-mark-price')))[0]?.figures).toEqual({
      mark: 0.010_712_345_678_9,
    });
    expect(partsOf(read(INTEREST, fixture('http-open-interest'))).map((row) => row.figures)).toEqual([
      { openInterest: 812.4 },
      { openInterest: 0 },
    ]);
  });

  it('come alike by push, but never as a whole list', () => {
    const names = ['ws-opt-summary', 'ws-tickers', 'ws-mark-price'];
    const events = names.flatMap((name) => pushed(fixture(name)).value);
    expect(events).toMatchObject([
      { part: 'opt-summary', whole: false, underlyings: ['ETH'], rows: [{ figures: { forward: 2450.5 } }] },
      { part: 'tickers', whole: false, rows: [{ figures: { bid: 0.0505, bidSize: 7, volume: 3.4 } }] },
      { part: 'mark-price', whole: false, rows: [{ figures: { mark: 0.0513 }, at: 1_780_000_003_070 }] },
    ]);
  });

  it('of some expiries only are no whole list', () => {
    const one = read(`${SUMMARY}&expTime=260605`, fixture('http-opt-summary'));
    expect(one.value).toMatchObject([{ whole: false }]);
    expect(okxAdapter.partOf?.(`${SUMMARY}&expTime=260605`)).toBeNull();
  });

  it('leave out by name and reason what is no option or cannot be read', () => {
    expect(read(SUMMARY, fixture('http-opt-summary')).failures).toMatchObject([
      { instrument: 'BTC-USD-260605-6000O-P', reason: 'unreadable-name', underlying: 'BTC' },
      { instrument: 'BTC-USD-260626', reason: 'not-an-option', underlying: 'BTC' },
    ]);
  });

  it.each([
    ['a negative price', { bidPx: '-0.01' }],
    ['words for a price', { askPx: 'cheap' }],
    ['an absurd price', { askPx: '1e300' }],
    ['a price beyond any number', { askPx: '1e999' }],
    ['an object for a size', { bidPx: '0.01', bidSz: {} }],
    ['a time in seconds', { ts: '1780000000' }],
    ['a time next week', { ts: '1780600000000' }],
  ])('lose only the row with %s, which stays listed', (_, defect) => {
    const good = { instId: 'BTC-USD-260605-61000-P', bidPx: '0.01', ts: '1780000000123' };
    const bad = { instId: 'BTC-USD-260605-60000-P', ts: '1780000000123', ...defect };
    const mixed = read(TICKERS, answer([bad, good]));
    expect(partsOf(mixed).map((row) => row.instrument.name)).toEqual(['BTC-USD-260605-61000-P']);
    expect(mixed.failures).toMatchObject([
      { reason: 'malformed-row', listed: { name: 'BTC-USD-260605-60000-P', strike: 60_000, right: 'put' } },
    ]);
  });

  it('are an honest empty list when nothing is listed, and a bad document when nothing can be read', () => {
    expect(read(TICKERS, answer([])).value).toMatchObject([{ whole: true, underlyings: ['BTC'], rows: [] }]);
    expect(read(TICKERS, answer([{ instId: 'BTC-USD-260605-60000-P', bidPx: 'x' }]))).toMatchObject({
      value: [],
      failures: [{ scope: 'row' }, { scope: 'document', reason: 'malformed-document' }],
    });
  });
});

describe('contracts', () => {
  it('are settled in coin, end at 08:00 UTC and have the two ticks that prices lie on', () => {
    const [row] = partsOf(read(TICKERS, fixture('http-tickers')));
    expect(row?.instrument).toMatchObject({
      underlying: 'BTC',
      premiumUnit: 'underlying',
      quoteCurrency: 'USD',
      expiry: Date.UTC(2026, 5, 5, 8),
      contractSize: 0.01,
      ticks: { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] },
      fees: { maker: 0.0002, taker: 0.0003, premiumCap: 0.07, delivery: 0.0002 },
    });
  });

  it('are delivered free of charge when they do not end on a Friday', () => {
    const [row] = partsOf(read(TICKERS, answer([{ instId: 'BTC-USD-260604-60000-P', ts: '1780000000123' }])));
    expect(row?.instrument.fees?.delivery).toBe(0);
  });

  it('have the size that the venue lists, and are refused where a row contradicts its name', () => {
    const { value, failures } = read(INSTRUMENTS, fixture('http-instruments'));
    expect(value).toMatchObject([
      {
        kind: 'instruments',
        instruments: [{ name: 'BTC-USD-260605-60000-P', contractSize: 0.02, minimumTrade: 1 }],
      },
    ]);
    expect(failures).toMatchObject([{ reason: 'malformed-row', detail: 'optType contradicts the name' }]);
  });

  it('have ticks by price band for a whole family', () => {
    expect(read(BANDS, fixture('http-tick-bands')).value).toEqual([
      {
        kind: 'ticks',
        at: AT,
        underlyings: ['BTC'],
        ticks: { base: 0.0001, steps: [{ above: 0.005, tick: 0.0005 }] },
      },
    ]);
  });
});

describe('the rest of what the venue says', () => {
  it('is the index of a family', () => {
    const [request] = okxAdapter.indexRequests('BTC', AT);
    expect(read(request?.url ?? '', fixture('http-index-tickers')).value).toEqual([
      { kind: 'index', at: 1_780_000_000_150, underlyings: ['BTC'], price: 70_000.25 },
    ]);
  });

  it.each([
    ['a rate limit', fixture('http-error-rate-limit'), 'rate-limited', /Too Many Requests \(code 50011\)/],
    [
      'another error',
      '{"code":"51000","msg":"Parameter instFamily error","data":[]}',
      'venue-error',
      /51000/,
    ],
    [
      'a refused subscription',
      '{"event":"error","code":"60012","msg":"Invalid request"}',
      'venue-error',
      /60012/,
    ],
    ['a page', '<html>blocked</html>', 'not-json', /web page/],
    ['an answer of another venue', '{"jsonrpc":"2.0","result":[]}', 'not-this-venue', /neither/],
    ['an answer without rows', '{"code":"0","msg":""}', 'malformed-document', /no list/],
  ])('is %s, told apart', (_, body, reason, words) => {
    const { value, failures } = read(TICKERS, body);
    expect(value).toEqual([]);
    expect(failures).toMatchObject([{ scope: 'document', reason, detail: expect.stringMatching(words) }]);
  });

  it('is silence where a socket only confirms or keeps itself open', () => {
    for (const body of ['pong', '{"event":"subscribe","arg":{"channel":"tickers"},"connId":"a4d3ae55"}']) {
      expect(pushed(body)).toEqual({ value: [], failures: [] });
    }
  });

  it('needs vols, prices and marks of a family for a whole chain, and can do without open interest', () => {
    const parts = [SUMMARY, TICKERS, MARKS, INTEREST].map((url) => okxAdapter.partOf?.(url));
    expect(parts.map((part) => [part?.snapshot, part?.part])).toEqual([
      ['BTC-USD', 'opt-summary'],
      ['BTC-USD', 'tickers'],
      ['BTC-USD', 'mark-price'],
      ['BTC-USD', 'open-interest'],
    ]);
    expect(parts[0]?.needs).toEqual(['opt-summary', 'tickers', 'mark-price']);
  });
});
