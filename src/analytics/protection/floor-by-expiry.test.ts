import { describe, expect, it } from 'vitest';
import type { OrderBook } from '#market/order-book.ts';
import type { Quote } from '#market/quote.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { analyseChain } from '../analyse-chain.ts';
import {
  SYNTHETIC_NOW,
  type SyntheticExpiry,
  syntheticChain,
  withQuotes,
} from '../testing/synthetic-chain.ts';
import { type ExpiryFloor, floorByExpiry } from './floor-by-expiry.ts';

const smirk = (k: number): number => 0.5 * Math.sqrt(1 + 0.6 * (-0.5 * k + Math.sqrt(k * k + 0.04) - 0.2));
const base: SyntheticExpiry = {
  days: 30,
  forward: 100_000,
  strikes: Array.from({ length: 33 }, (_, i) => 60_000 + 2500 * i),
  vol: smirk,
};
const chain = syntheticChain([base, { ...base, days: 90 }]);
const report = analyseChain(chain);
const PUT = 'BTC-30D-85000-put';

function changed(fields: Partial<Quote>): readonly ExpiryFloor[] {
  const market = withQuotes(chain, ({ instrument }) => (instrument.name === PUT ? fields : {}));
  return floorByExpiry(market, analyseChain(market), { amount: 25, floor: 0.85 });
}
const reasonOf = (floors: readonly ExpiryFloor[]): string => {
  const bill = floors[0]?.bill;
  return bill === undefined || bill.ok ? 'a bill' : bill.error.reason;
};

describe('the same floor at every expiry', () => {
  it('is billed from the definitions', () => {
    const floors = floorByExpiry(chain, report, { amount: 25, floor: 0.852 });
    expect(floors.map(({ label }) => label)).toEqual(report.expiries.map(({ label }) => label));
    const [month] = floors;
    if (!month?.bill.ok) throw new Error('no bill');
    const { parts, strike, total, depth, middle, contracts, instrument } = month.bill.value;
    const quote = chain.expiries[0]?.contracts.find((c) => c.instrument.name === PUT)?.quote;
    expect([instrument, strike, depth, middle, contracts]).toEqual([
      PUT,
      85_000,
      'quoted-price',
      'quotes',
      25,
    ]);
    const ask = 100_000 * (quote?.ask ?? 0);
    expect(total).toBeCloseTo(ask + Math.min(30, 0.125 * ask), 8);
    const atm = report.expiries[0]?.atmVol ?? 0;
    expect(parts.flatAtm).toBeCloseTo(blackPrice(100_000, 85_000, atm, 30 / 365, 1, 'put'), 8);
    expect(parts.skew).toBeGreaterThan(0);
    expect(parts.slippage).toBe(0);
  });

  it('walks the book where there is one and stops at what it holds', () => {
    const asks = [
      { price: 0.02, size: 10 },
      { price: 0.0205, size: 20 },
    ];
    const books = new Map<string, OrderBook>([[PUT, { instrument: PUT, at: SYNTHETIC_NOW, bids: [], asks }]]);
    const [filled] = floorByExpiry(chain, report, { amount: 25, floor: 0.85, books });
    if (!filled?.bill.ok) throw new Error('no bill');
    expect(filled.bill.value.depth).toBe('book');
    expect(filled.bill.value.parts.slippage).toBeCloseTo((100_000 * 0.0005 * 15) / 25, 8);
    const [short] = floorByExpiry(chain, report, { amount: 60, floor: 0.85, books });
    expect(short?.bill).toEqual({ ok: false, error: { reason: 'beyond-book', fillable: 0.5 } });
    const cut = new Map([...books].map(([name, book]) => [name, { ...book, limit: asks.length }]));
    const [deeper] = floorByExpiry(chain, report, { amount: 60, floor: 0.85, books: cut });
    expect(deeper?.bill).toEqual({ ok: false, error: { reason: 'beyond-levels', fillable: 0.5 } });
  });

  it('holds the size against the best ask where only that is known', () => {
    const large = changed({ askSize: 20 });
    expect(large[0]?.bill).toEqual({ ok: false, error: { reason: 'beyond-top-of-book', fillable: 0.8 } });
    const [enough] = changed({ askSize: 25 });
    expect(enough?.bill.ok && enough.bill.value.depth).toBe('top-of-book');
  });

  it('names why there is no bill', () => {
    expect(reasonOf(changed({ ask: null }))).toBe('no-ask');
    expect(reasonOf(changed({ bid: null, ask: null }))).toBe('no-ask');
    expect(reasonOf(changed({ bid: 0.05 }))).toBe('crossed');
    expect(reasonOf(floorByExpiry(chain, report, { amount: 25, floor: 0.5 }))).toBe('no-strike');
    expect(reasonOf(floorByExpiry(chain, report, { amount: 0.01, floor: 0.85 }))).toBe('below-minimum-trade');
  });

  it('takes the fitted smile for the middle where nobody bids, and says so', () => {
    const [asked] = changed({ bid: null });
    if (!asked?.bill.ok) throw new Error('no bill');
    expect(asked.bill.value.middle).toBe('fit');
    const { parts, total } = asked.bill.value;
    expect(parts.flatAtm + parts.skew + parts.halfSpread + parts.slippage + (parts.fee ?? 0)).toBe(total);
  });

  it('costs more for a higher floor at every expiry', () => {
    const totals = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1].map((floor) =>
      floorByExpiry(chain, report, { amount: 1, floor }).map(({ bill }) => (bill.ok ? bill.value.total : 0)),
    );
    totals.slice(1).forEach((row, index) => {
      row.forEach((total, expiry) => expect(total).toBeGreaterThan(totals[index]?.[expiry] ?? 0));
    });
  });
});
