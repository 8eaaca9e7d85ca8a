import { array, assert, double, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackPrice } from '#quant/black/black-price.ts';
import { type FloorPurchase, protectionBill } from './protection-bill.ts';
import { walkBook } from './walk-book.ts';

const FEES = { maker: 0.0003, taker: 0.0003, premiumCap: 0.125, delivery: 0.00015 };
const put = (strike: number, vol: number, years: number): number =>
  blackPrice(100_000, strike, vol, years, 1, 'put');

/** The worked example: 25 contracts of the 85 000 put, a month, quoted 57.5 to 60.5 at-the-money 50. */
const MONTH = 30 / 365;
const example: FloorPurchase = {
  amount: 25,
  forward: 100_000,
  strike: 85_000,
  years: MONTH,
  discount: 1,
  atmVol: 0.5,
  midVol: 0.59,
  bestAsk: put(85_000, 0.605, MONTH),
  fills: [
    { price: put(85_000, 0.605, MONTH), size: 10 },
    { price: put(85_000, 0.615, MONTH), size: 10 },
    { price: put(85_000, 0.63, MONTH), size: 5 },
  ],
  fees: FEES,
};

describe('the bill of the worked example', () => {
  const bill = protectionBill(example);

  it.each([
    ['flat-ATM value', bill.parts.flatAtm, 846.519_921_820_16],
    ['skew surcharge', bill.parts.skew, 549.522_062_243_356],
    ['half-spread', bill.parts.halfSpread, 100.473_192_494_005],
    ['slippage', bill.parts.slippage, 61.737_400_728_865],
    ['fee', bill.parts.fee, 30],
    ['total', bill.total, 1588.252_577_286_386],
    ['total of the holding', bill.totalForHolding, 25 * 1588.252_577_286_386],
    ['percent of the holding', 100 * bill.shareOfHolding, 1.588_252_577_286],
    ['cost a day', bill.perDay, 52.941_752_576_213],
    ['break-even', bill.breakEven, 83_411.747_422_713_61],
    ['vega a vol point', bill.vega / 100, 66.224_633_740_757],
    ['half-spread in vol points', 100 * bill.executionVols.halfSpread, 1.517_157_390_214],
    ['slippage in vol points', 100 * bill.executionVols.slippage, 0.932_242_237_391],
    ['fee in vol points', 100 * (bill.executionVols.fee ?? 0), 0.453_003_637_852],
    ['skew share', bill.skewShare, 0.345_991_607_445],
    ['maximum loss', bill.maximumLoss, 0.165_882_525_772_864],
  ])('has the %s', (_, found, known) => {
    expect(Math.abs((found ?? Number.NaN) - known)).toBeLessThan(1e-9);
  });

  it('charges the cap where a fraction of the premium is less than the fee on the underlying', () => {
    const cheap = { ...example, bestAsk: 40, fills: [{ price: 40, size: 25 }] };
    expect(protectionBill(cheap).parts.fee).toBeCloseTo(5, 12);
    expect(protectionBill({ ...cheap, fees: { ...FEES, premiumCap: null } }).parts.fee).toBeCloseTo(30, 10);
  });

  it('says that a fee is unknown instead of taking none', () => {
    const unknown = protectionBill({ ...example, fees: null });
    expect(unknown.parts.fee).toBeNull();
    expect(unknown.executionVols.fee).toBeNull();
    expect(unknown.total).toBeCloseTo(bill.total - 30, 9);
  });
});

describe('every bill', () => {
  const purchases = record({
    strike: double({ min: 40_000, max: 140_000, noNaN: true }),
    higher: double({ min: 1, max: 20_000, noNaN: true }),
    years: double({ min: 0.01, max: 2, noNaN: true }),
    vol: double({ min: 0.15, max: 1.5, noNaN: true }),
    spread: double({ min: 0, max: 0.1, noNaN: true }),
    sizes: array(integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
  });
  type Purchase = typeof purchases extends { generate: (...args: never[]) => { value: infer T } } ? T : never;

  function bought({ years, vol, spread, sizes }: Purchase, strike: number): FloorPurchase {
    const fills = sizes.map((size, level) => ({
      size,
      price: put(strike, vol + spread + 0.01 * level, years),
    }));
    const bestAsk = fills[0]!.price;
    return { ...example, strike, years, atmVol: 0.9 * vol, midVol: vol, bestAsk, fills };
  }

  it('has no slippage at all where everything is bought at the best ask', () => {
    assert(
      property(purchases, (purchase) => {
        const { bestAsk, ...terms } = bought(purchase, purchase.strike);
        const fills = purchase.sizes.map((size) => ({ price: bestAsk, size }));
        expect(protectionBill({ ...terms, bestAsk, fills }).parts.slippage).toBe(0);
      }),
    );
  });

  it('adds up to what is paid and the fee', () => {
    assert(
      property(purchases, (purchase) => {
        const terms = bought(purchase, purchase.strike);
        const { parts, total } = protectionBill(terms);
        expect(parts.flatAtm + parts.skew + parts.halfSpread + parts.slippage + (parts.fee ?? 0)).toBe(total);
        let [paid, size] = [0, 0];
        for (const fill of terms.fills) {
          paid += fill.size * (fill.price + Math.min(30, 0.125 * fill.price));
          size += fill.size;
        }
        expect(Math.abs(total - paid / size)).toBeLessThan(1e-9 * Math.max(1, total));
      }),
    );
  });

  it('costs no less for a higher floor', () => {
    assert(
      property(purchases, (purchase) => {
        const low = protectionBill(bought(purchase, purchase.strike)).total;
        const high = protectionBill(bought(purchase, purchase.strike + purchase.higher)).total;
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });
});

describe('walking a book', () => {
  const level = (price: number, size: number) => ({ price, size });
  const book = array(integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }).map((sizes) =>
    sizes.map((size, index) => level(0.02 + 0.0005 * index, size)),
  );

  it('takes what is there, level by level, and no more', () => {
    const levels = [level(0.02, 3), level(0.021, 4), level(0.025, 100)];
    expect(walkBook(levels, 5)).toEqual({
      filled: 5,
      averagePrice: (3 * 0.02 + 2 * 0.021) / 5,
      taken: [level(0.02, 3), level(0.021, 2)],
    });
    expect(walkBook(levels.slice(0, 2), 50).filled).toBe(7);
    expect(walkBook([], 1)).toEqual({ filled: 0, averagePrice: null, taken: [] });
  });

  it('never beats the best price, and a larger size never pays less a unit', () => {
    assert(
      property(book, integer({ min: 1, max: 300 }), (levels, size) => {
        const small = walkBook(levels, size);
        const large = walkBook(levels, 2 * size);
        const best = levels[0]!.price;
        expect(small.averagePrice).toBeGreaterThanOrEqual(best * (1 - 1e-12));
        expect(large.averagePrice ?? 0).toBeGreaterThanOrEqual((small.averagePrice ?? 1) * (1 - 1e-12));
        expect(small.filled).toBe(
          Math.min(
            size,
            levels.reduce((sum, { size: s }) => sum + s, 0),
          ),
        );
      }),
    );
  });
});
