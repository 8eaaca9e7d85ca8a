import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, epochMs, type EpochMs, yearsBetween } from '#base/time.ts';
import { createSampleMarket } from './sample-market.ts';

const API = 'https://www.deribit.com/api/v2/public';
const startedAt = epochMs(Date.parse('2026-11-22T14:00:00Z'));
const market = createSampleMarket({ seed: 11, startedAt });

interface Row {
  readonly instrument_name: string;
  readonly bid_price: number | null;
  readonly ask_price: number | null;
  readonly mark_price: number;
  readonly mark_iv: number;
  readonly underlying_price: number;
}
interface Listed {
  readonly instrument_name: string;
  readonly strike: number;
  readonly option_type: 'call' | 'put';
  readonly expiration_timestamp: EpochMs;
  readonly instrument_type: string;
  readonly tick_size: number;
  readonly tick_size_steps: readonly { readonly above_price: number; readonly tick_size: number }[];
}

const ask = (path: string, now: EpochMs = startedAt, of = market): unknown =>
  (JSON.parse(of.respond(`${API}/${path}`, now)) as { result: unknown }).result;
const summaryOf = (currency: string, now: EpochMs = startedAt): readonly Row[] =>
  ask(`get_book_summary_by_currency?currency=${currency}&kind=option`, now) as readonly Row[];
const instrumentsOf = (currency: string, now: EpochMs = startedAt): readonly Listed[] =>
  ask(`get_instruments?currency=${currency}&kind=option&expired=false`, now) as readonly Listed[];

/** Black-76 by numerical integration of the lognormal density: nothing shared with the code under test. */
function integratedPrice(forward: number, deviation: number, payoff: (terminal: number) => number): number {
  let sum = 0;
  const steps = 4000;
  for (let i = 0; i < steps; i++) {
    const z = -9 + (18 * (i + 0.5)) / steps;
    const terminal = forward * Math.exp(deviation * z - (deviation * deviation) / 2);
    sum += payoff(terminal) * Math.exp((-z * z) / 2) * (18 / steps);
  }
  return sum / Math.sqrt(2 * Math.PI);
}

describe('determinism', () => {
  it('gives the same text for the same seed, start and instant, whatever was asked in between', () => {
    const other = createSampleMarket({ seed: 11, startedAt });
    const url = `${API}/get_book_summary_by_currency?currency=USDC&kind=option`;
    const later = epochMs(startedAt + 3 * DAY_MS);
    other.respond(url, later);
    expect(other.respond(url, startedAt)).toBe(market.respond(url, startedAt));
    expect(other.respond(url, later)).toBe(market.respond(url, later));
  });

  it('moves as time passes and differs between seeds', () => {
    const url = `${API}/get_book_summary_by_currency?currency=BTC&kind=option`;
    const other = createSampleMarket({ seed: 12, startedAt });
    expect(market.respond(url, epochMs(startedAt + 5000))).not.toBe(market.respond(url, startedAt));
    expect(other.respond(url, startedAt)).not.toBe(market.respond(url, startedAt));
  });
});

describe.each(['BTC', 'ETH', 'USDC'])('the %s chain', (currency) => {
  let rows: readonly Row[];
  let listed: ReadonlyMap<string, Listed>;
  beforeAll(() => {
    rows = summaryOf(currency);
    listed = new Map(instrumentsOf(currency).map((row) => [row.instrument_name, row]));
  });

  it('summarises exactly the listed instruments, each once', () => {
    expect(new Set(rows.map((row) => row.instrument_name))).toEqual(new Set(listed.keys()));
    expect(rows.length).toBe(listed.size);
  });

  it('quotes on the venue ticks, bid below ask', () => {
    for (const row of rows) {
      const { tick_size: base, tick_size_steps: steps } = listed.get(row.instrument_name)!;
      for (const price of [row.bid_price, row.ask_price]) {
        if (price === null) continue;
        expect(price).toBeGreaterThan(0);
        const tick = steps.findLast((step) => price >= step.above_price)?.tick_size ?? base;
        expect(Math.abs(price / tick - Math.round(price / tick))).toBeLessThan(1e-6);
      }
      if (row.bid_price !== null && row.ask_price !== null) expect(row.bid_price).toBeLessThan(row.ask_price);
    }
  });

  it('marks at the Black price of the true vol', () => {
    for (const row of rows.filter((_, i) => i % 9 === 0)) {
      const {
        strike,
        option_type: right,
        expiration_timestamp: expiry,
        instrument_type,
      } = listed.get(row.instrument_name)!;
      const underlying = row.instrument_name.split('-')[0]!;
      const vol = market.trueVol(underlying, expiry, strike, startedAt);
      const forward = market.trueForward(underlying, expiry, startedAt);
      const deviation = vol * Math.sqrt(yearsBetween(startedAt, expiry));
      const payoff = (terminal: number): number =>
        Math.max(0, right === 'call' ? terminal - strike : strike - terminal);
      const price = integratedPrice(forward, deviation, payoff);
      const inUnit = instrument_type === 'reversed' ? price / forward : price;
      expect(Math.abs(row.mark_price - inUnit)).toBeLessThan(
        2e-5 * (instrument_type === 'reversed' ? 1 : forward),
      );
      expect(row.mark_iv).toBeCloseTo(100 * vol, 1);
      expect(row.underlying_price / forward).toBeCloseTo(1, 5);
    }
  });

  it('brackets the fair price, a few forgotten quotes apart', () => {
    const outside = rows.filter(
      ({ bid_price: bid, ask_price: askPrice, mark_price: mark }) =>
        (bid !== null && bid > mark * (1 + 1e-6) + 1e-6) ||
        (askPrice !== null && askPrice < mark * (1 - 1e-6) - 1e-6),
    );
    expect(outside.length / rows.length).toBeLessThan(0.03);
  });

  it('leaves some books one-sided and some empty, but most of them whole', () => {
    const count = (wanted: number): number =>
      rows.filter((row) => Number(row.bid_price === null) + Number(row.ask_price === null) === wanted)
        .length / rows.length;
    expect(count(1)).toBeGreaterThan(0.03);
    expect(count(1)).toBeLessThan(0.25);
    expect(count(2)).toBeGreaterThan(0);
    expect(count(2)).toBeLessThan(0.12);
  });

  it('widens the spread in vol from the money to the wings', () => {
    const spreads = rows.flatMap((row) => {
      const { strike, expiration_timestamp: expiry } = listed.get(row.instrument_name)!;
      if (row.bid_price === null || row.ask_price === null) return [];
      const deviation = (row.mark_iv / 100) * Math.sqrt(yearsBetween(startedAt, expiry));
      const z = Math.log(strike / row.underlying_price) / deviation;
      // Vega is proportional to the normal density, so dividing by it turns a price spread into a vol spread.
      const scale = row.mark_price === 0 ? 0 : row.underlying_price * deviation;
      return scale === 0 || Math.abs(z) > 2.2
        ? []
        : [{ z: Math.abs(z), vol: (row.ask_price - row.bid_price) / (scale * Math.exp((-z * z) / 2)) }];
    });
    const median = (values: readonly number[]): number =>
      [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
    const inner = median(spreads.filter(({ z }) => z < 0.5).map(({ vol }) => vol));
    const outer = median(spreads.filter(({ z }) => z > 1.5).map(({ vol }) => vol));
    expect(outer).toBeGreaterThan(1.3 * inner);
  });
});

it('offers the linear coins in one USDC answer and writes a decimal strike with a d', () => {
  const names = summaryOf('USDC').map((row) => row.instrument_name);
  expect(new Set(names.map((name) => name.split('-')[0]))).toEqual(
    new Set(['BTC_USDC', 'ETH_USDC', 'SOL_USDC', 'XRP_USDC']),
  );
  expect(names.some((name) => /^XRP_USDC-\d{1,2}[A-Z]{3}\d\d-\d+d\d+-[CP]$/.test(name))).toBe(true);
});

it('lists and expires contracts at 08:00 UTC, and keeps every strike to the end', () => {
  const morning = epochMs(Date.parse('2026-11-24T08:00:00Z'));
  const before = new Set(summaryOf('BTC', epochMs(morning - 1)).map((row) => row.instrument_name));
  const after = new Set(summaryOf('BTC', morning).map((row) => row.instrument_name));
  const gone = [...before].filter((name) => !after.has(name));
  const fresh = [...after].filter((name) => !before.has(name));
  expect(gone.length).toBeGreaterThan(10);
  expect(gone.every((name) => name.startsWith('BTC-24NOV26-'))).toBe(true);
  expect(fresh.filter((name) => name.startsWith('BTC-28NOV26-')).length).toBeGreaterThan(10);
});

it('keeps the chain small enough to load at once', () => {
  for (let day = 0; day < 60; day += 6)
    expect(summaryOf('BTC', epochMs(startedAt + day * DAY_MS)).length).toBeLessThanOrEqual(440);
});

it('forgets a quote now and then: it stays behind while the market walks on', () => {
  const frames = Array.from({ length: 24 }, (_, hour) =>
    summaryOf('BTC', epochMs(startedAt + hour * 3_600_000)),
  );
  const left = frames
    .flat()
    .filter(
      ({ bid_price: bid, ask_price: askPrice, mark_price: mark }) =>
        (bid !== null && bid > 1.001 * mark + 1e-6) || (askPrice !== null && askPrice < 0.999 * mark - 1e-6),
    );
  expect(left.length).toBeGreaterThan(0);
  expect(left.length / frames.flat().length).toBeLessThan(0.02);
});

describe('the other doors', () => {
  it('answers the index price of each listed index', () => {
    for (const [index, coin] of [
      ['btc_usd', 'BTC'],
      ['xrp_usdc', 'XRP_USDC'],
    ] as const) {
      const { index_price: price } = ask(`get_index_price?index_name=${index}`) as { index_price: number };
      const expiry = market.expiries(coin, startedAt)[0]!;
      expect(price / market.trueForward(coin, expiry, startedAt)).toBeCloseTo(1, 2);
    }
  });

  it('answers the volatility index as candles, the last one ending now', () => {
    const from = startedAt - 5 * 3_600_000;
    const { data, continuation } = ask(
      `get_volatility_index_data?currency=BTC&start_timestamp=${from}&end_timestamp=${startedAt}&resolution=3600`,
    ) as { data: readonly (readonly number[])[]; continuation: number | null };
    expect(data.length).toBe(6);
    expect(continuation).toBeNull();
    for (const [, open, high, low, close] of data) {
      expect(high).toBeGreaterThanOrEqual(Math.max(open!, close!));
      expect(low).toBeLessThanOrEqual(Math.min(open!, close!));
      expect(open).toBeGreaterThan(20);
      expect(open).toBeLessThan(120);
    }
  });

  it('pages a long volatility history backwards', () => {
    const { data, continuation } = ask(
      `get_volatility_index_data?currency=ETH&start_timestamp=${startedAt - 700 * 3_600_000}&end_timestamp=${startedAt}&resolution=3600`,
    ) as { data: readonly (readonly number[])[]; continuation: number };
    expect(data.length).toBe(500);
    expect(continuation).toBe(data[0]![0]! - 1);
  });

  it('answers an order book whose best level is the quoted one, each side ordered outwards', () => {
    const row = summaryOf('BTC').find((candidate) => (candidate.bid_price ?? 0) > 0.02)!;
    const book = ask(`get_order_book?instrument_name=${row.instrument_name}&depth=8`) as {
      bids: [number, number][];
      asks: [number, number][];
      bid_iv: number;
      ask_iv: number;
      mark_iv: number;
      greeks: { delta: number };
    };
    expect(book.bids[0]![0]).toBe(row.bid_price);
    expect(book.asks[0]![0]).toBe(row.ask_price);
    expect(book.bids.length).toBe(8);
    for (const [i, [price, size]] of book.bids.entries()) {
      expect(size).toBeGreaterThan(0);
      if (i > 0) expect(price).toBeLessThan(book.bids[i - 1]![0]);
    }
    for (const [i, [price]] of book.asks.entries())
      if (i > 0) expect(price).toBeGreaterThan(book.asks[i - 1]![0]);
    expect(book.bid_iv).toBeLessThan(book.mark_iv);
    expect(book.ask_iv).toBeGreaterThan(book.mark_iv);
    expect(Math.abs(book.greeks.delta)).toBeLessThanOrEqual(1);
  });

  it('prints an empty side of a book as zeros', () => {
    const row = summaryOf('BTC').find(
      (candidate) => candidate.bid_price === null && candidate.ask_price !== null,
    )!;
    const book = ask(`get_order_book?instrument_name=${row.instrument_name}&depth=3`);
    expect(book).toMatchObject({ best_bid_price: 0, best_bid_amount: 0, bid_iv: 0, bids: [] });
  });

  it.each([
    ['get_book_summary_by_currency?currency=SOL&kind=option', -32602],
    ['get_book_summary_by_currency?kind=option', -32602],
    ['get_index_price?index_name=doge_usd', -32602],
    ['get_volatility_index_data?currency=USDC&start_timestamp=0&end_timestamp=1&resolution=60', -32602],
    ['get_volatility_index_data?currency=BTC&start_timestamp=0&end_timestamp=1&resolution=7', -32602],
    ['get_order_book?instrument_name=BTC-1JAN20-1-C', -32602],
    ['get_order_book', -32602],
    ['get_everything', -32601],
  ])('refuses %s in the words of the venue', (path, code) => {
    const answer = JSON.parse(market.respond(`${API}/${path}`, startedAt)) as { error: { code: number } };
    expect(answer.error.code).toBe(code);
  });

  it('refuses an address of somebody else', () => {
    expect(market.respond('https://example.org/', startedAt)).toContain('-32601');
  });
});
