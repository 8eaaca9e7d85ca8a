import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { ExchangeAdapter, FeedEvent, ReadMessage } from './adapter.ts';
import { ADAPTERS } from './registry.ts';
import { damagedText, everyNumberIsFinite } from './damaged-text.ts';

const AT = epochMs(1_780_000_003_500);
const HERE = new URL('.', import.meta.url);

/** What each fixture of a venue answers; the venues not named here have tests of damaged text of their own. */
const REQUESTS: Readonly<Partial<Record<VenueId, Readonly<Record<string, string>>>>> = {
  okx: {
    'http-opt-summary': 'https://www.okx.com/api/v5/public/opt-summary?instFamily=BTC-USD',
    'http-tickers': 'https://www.okx.com/api/v5/market/tickers?instType=OPTION&instFamily=BTC-USD',
    'http-mark-price': 'https://www.okx.com/api/v5/public/mark-price?instType=OPTION&instFamily=BTC-USD',
    'http-open-interest':
      'https://www.okx.com/api/v5/public/open-interest?instType=OPTION&instFamily=BTC-USD',
    'http-instruments': 'https://www.okx.com/api/v5/public/instruments?instType=OPTION&instFamily=BTC-USD',
    'http-tick-bands': 'https://www.okx.com/api/v5/public/instrument-tick-bands?instType=OPTION',
    'http-index-tickers': 'https://www.okx.com/api/v5/market/index-tickers?instId=BTC-USD',
    'http-error-rate-limit': 'https://www.okx.com/api/v5/market/tickers?instType=OPTION&instFamily=BTC-USD',
    'ws-opt-summary': 'wss://ws.okx.com:8443/ws/v5/public',
    'ws-tickers': 'wss://ws.okx.com:8443/ws/v5/public',
    'ws-mark-price': 'wss://ws.okx.com:8443/ws/v5/public',
    'http-books': 'https://www.okx.com/api/v5/market/books?instId=BTC-USD-260605-60000-P&sz=50',
    'ws-books5': 'wss://ws.okx.com:8443/ws/v5/public',
  },
  bybit: {
    'http-tickers': 'https://api.bybit.com/v5/market/tickers?category=option&baseCoin=BTC',
    'http-instruments-info': 'https://api.bybit.com/v5/market/instruments-info?category=option&baseCoin=XRP',
    'http-error-rate-limit': 'https://api.bybit.com/v5/market/tickers?category=option&baseCoin=BTC',
    'ws-tickers': 'wss://stream.bybit.com/v5/public/option',
    'http-orderbook':
      'https://api.bybit.com/v5/market/orderbook?category=option&symbol=BTC-5JUN26-60000-P-USDT&limit=25',
    'ws-orderbook': 'wss://stream.bybit.com/v5/public/option',
  },
  binance: {
    'ws-option-mark-price': 'wss://fstream.binance.com/market/stream?streams=btcusdt@optionMarkPrice',
    'http-mark': 'https://eapi.binance.com/eapi/v1/mark',
    'http-ticker': 'https://eapi.binance.com/eapi/v1/ticker',
    'http-exchange-info': 'https://eapi.binance.com/eapi/v1/exchangeInfo',
    'http-depth': 'https://eapi.binance.com/eapi/v1/depth?symbol=BTC-260605-60000-P&limit=10',
    'ws-depth': 'wss://fstream.binance.com/public/stream',
    'http-index': 'https://eapi.binance.com/eapi/v1/index?underlying=BTCUSDT',
    'http-error-rate-limit': 'https://eapi.binance.com/eapi/v1/mark',
  },
  derive: {
    'http-get-tickers': 'https://api.lyra.finance/public/get_tickers?currency=HYPE&expiry_date=20260605',
    'http-get-instruments': 'https://api.lyra.finance/public/get_instruments?currency=HYPE',
    'http-error-rate-limit': 'https://api.lyra.finance/public/get_tickers',
    'ws-ticker-slim': 'wss://api.lyra.finance/ws',
    'ws-orderbook': 'wss://api.lyra.finance/ws',
  },
  delta: {
    'http-tickers': 'https://api.india.delta.exchange/v2/tickers?contract_types=call_options,put_options',
    'ws-ticker': 'wss://public-socket.india.delta.exchange',
    'ws-v2-ticker': 'wss://socket.india.delta.exchange',
    'ws-ob-l2': 'wss://public-socket.india.delta.exchange',
    'http-l2orderbook': 'https://api.india.delta.exchange/v2/l2orderbook/P-BTC-60000-050626?depth=20',
    'http-products': 'https://api.india.delta.exchange/v2/products',
    'http-error-rate-limit': 'https://api.india.delta.exchange/v2/tickers',
  },
};

interface Seed {
  readonly name: string;
  readonly via: 'http' | 'ws';
  readonly request: string;
  readonly body: string;
}

function seedsOf(venue: VenueId): readonly Seed[] {
  return Object.entries(REQUESTS[venue] ?? {}).map(([name, request]) => ({
    name,
    via: name.startsWith('ws') ? 'ws' : 'http',
    request,
    body: readFileSync(new URL(`${venue}/fixtures/${name}.json`, HERE), 'utf8'),
  }));
}

const venues = ADAPTERS.filter((adapter) => REQUESTS[adapter.id] !== undefined);

describe.each(venues.map((adapter) => [adapter.label, adapter] as const))('%s', (_, adapter) => {
  const seeds = seedsOf(adapter.id);

  it('has every fixture under its request', () => {
    const files = readdirSync(new URL(`${adapter.id}/fixtures/`, HERE));
    expect(files.sort()).toEqual(seeds.map((seed) => `${seed.name}.json`).sort());
  });

  it.each(seeds.map((seed) => [seed.name, seed] as const))(
    'reads %s, and reads it again alike',
    (name, seed) => {
      const outcome = adapter.read({ ...seed, at: AT });
      expect(adapter.read({ ...seed, at: AT })).toEqual(outcome);
      if (name.includes('error')) expect(outcome.failures).toMatchObject([{ scope: 'document' }]);
      else expect(outcome.value.length).toBeGreaterThan(0);
      outcome.value.forEach((event) => expectSound(event, adapter));
    },
  );

  it('never throws on 2 000 damaged messages, and nothing non-finite or unbounded comes out', () => {
    const below = dice(20_260_522);
    let accepted = 0;
    for (let run = 0; run < 2_000; run += 1) {
      const { via, request, body } = seeds[below(seeds.length)]!;
      let damaged = `${body} `;
      for (let edits = 1 + below(3); edits > 0; edits -= 1) {
        damaged = damagedText(damaged, below(9), below(10_000), NASTY[below(NASTY.length)]!);
      }
      const outcome = adapter.read({ at: AT, via, request, body: damaged });
      accepted += outcome.value.length > 0 ? 1 : 0;
      if (!isSound(outcome)) expect.fail(`unsound after reading ${damaged.slice(0, 2_000)}`);
    }
    expect(accepted).toBeGreaterThan(200);
  });

  it('never throws on any text at all, whatever was asked', () => {
    const below = dice(7);
    const text = (): string =>
      String.fromCodePoint(
        ...Array.from({ length: below(60) }, () => below(below(2) === 0 ? 0x80 : 0x110000)),
      );
    for (let run = 0; run < 500; run += 1) {
      const outcome = adapter.read({ at: AT, via: 'http', request: text(), body: text() });
      expect(outcome).toMatchObject({ value: [], failures: [{ scope: 'document' }] });
    }
  });
});

/** Whoever reads events of any venue relies on this. */
function expectSound(event: FeedEvent, { id }: ExchangeAdapter): void {
  if (event.kind !== 'quotes' && event.kind !== 'quote-parts') return;
  const rows = event.kind === 'quotes' ? event.rows.map(wholeRow) : event.rows;
  for (const { instrument, at, figures } of rows) {
    expect(instrument.venue).toBe(id);
    expect(event.underlyings).toContain(instrument.underlying);
    expect(instrument.underlying.includes('_')).toBe(instrument.premiumUnit === 'quote');
    expect(Number.isInteger(at) && Number.isInteger(instrument.expiry)).toBe(true);
    expectNoFalseZero(figures);
    if (figures.bid === null) expect(figures.bidSize ?? null).toBeNull();
    if (figures.ask === null) expect(figures.askSize ?? null).toBeNull();
  }
}

/** Only what is counted may be nothing; a price, size or vol of zero is one that is missing. */
function expectNoFalseZero(figures: PartRow['figures']): void {
  for (const [figure, value] of Object.entries(figures)) {
    const counted = figure === 'openInterest' || figure === 'volume';
    if (typeof value === 'number') expect(counted ? value >= 0 : value > 0, `${figure} ${value}`).toBe(true);
  }
}

type QuoteRow = Extract<FeedEvent, { kind: 'quotes' }>['rows'][number];
type PartRow = Extract<FeedEvent, { kind: 'quote-parts' }>['rows'][number];

function wholeRow({ instrument, quote }: QuoteRow): PartRow {
  const { at = AT, instrument: _name, ...figures } = quote ?? {};
  return { instrument, at, figures };
}

const NASTY = [
  '1e999',
  '"1e999"',
  '-1',
  '"-1"',
  '0',
  '"0"',
  '1e308',
  '5e-324',
  '"7"',
  '7',
  '"NaN"',
  'null',
  'true',
  '{}',
  '[]',
  '""',
  '"\\ud800"',
  '"𝟙\\u202e"',
  '[[[[[[[[]]]]]]]]',
  '{"a":{"a":{"a":{}}}}',
  '"__proto__"',
  '"9007199254740993"',
  '"<img src=x>"',
];

function isSound(outcome: ReadMessage): boolean {
  return (
    everyNumberIsFinite(outcome.value) &&
    outcome.failures.every(
      (one) => one.detail.length <= 240 && (one.scope === 'document' || (one.instrument ?? '').length <= 64),
    )
  );
}

/** A seeded generator of whole numbers below a bound. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
