import { existsSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, double, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackPrice, blackTimeValue } from './black-price.ts';
import { IMPLIED_VOL_OK, type ImpliedVolFailure, impliedVol, impliedVolFailure } from './implied-vol.ts';
import reference from './implied-vol.reference.json' with { type: 'json' };
import { impliedVols } from './implied-vols.ts';

const GRID = '../shared/vectors/iv_grid.csv';
const INVALID = '../shared/vectors/iv_invalid.csv';
const EPS = 2 ** -52;
/** Regions of ordinary markets, where rule B allows 4 units; 8 elsewhere. */
const ORDINARY = new Set(['deribit', 'tick', 'odte', 'nearatm', 'itm', 'deepotm']);

function records(path: string): ReadonlyArray<Readonly<Record<string, string>>> {
  if (!existsSync(path)) return [];
  const [head = [], ...lines] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
}

function invert(row: Readonly<Record<string, string>>): ReturnType<typeof impliedVol> {
  const [price, forward, strike, years, discount] = ['price', 'F', 'K', 'T', 'df'].map((name) =>
    Number(row[name]),
  );
  return impliedVol(price!, forward!, strike!, years!, discount!, row['type'] === 'C' ? 'call' : 'put');
}

describe.skipIf(!existsSync(GRID))('on the shared reference grid (skipped where it is absent)', () => {
  it('every vol is within pass rule B: a few units of 2⁻⁵² and of one ulp of the price, none of F/K', () => {
    const failures: string[] = [];
    for (const row of records(GRID)) {
      const attainable = Number(row['attain_rel']);
      if (row['region'] === 'extreme' && attainable > 1e-3) continue;
      const vol = invert(row);
      const truth = Number(row['sigma_true']);
      const units = vol.ok ? Math.abs(vol.value - truth) / truth / (EPS + attainable) : Infinity;
      if (!(units <= (ORDINARY.has(row['region'] ?? '') ? 4 : 8))) failures.push(`${row['id']}: ${units}`);
    }
    expect(failures).toEqual([]);
  });

  it('names the class of every price that has no vol, and inverts the extreme ones that have', () => {
    const reasons: Record<string, ImpliedVolFailure> = {
      below_intrinsic: 'below-intrinsic',
      zero_time_value: 'zero-time-value',
      above_max: 'above-maximum',
      invalid_input: 'invalid-input',
    };
    for (const row of records(INVALID)) {
      const vol = invert(row);
      if (row['expect'] === 'finite')
        expect(vol.ok && vol.value > 0 && vol.value < Infinity, row['note']).toBe(true);
      else expect(vol, row['note']).toEqual({ ok: false, error: reasons[row['expect'] ?? ''] });
    }
  });
});

/** A seeded stream of numbers in [0, 1) (mulberry32). */
function randomStream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

it('every vol of the project’s own reference table is within 4 units of 2⁻⁵² and of one ulp of the price', () => {
  for (const [region, right, forward, strike, years, discount, price, truth, attainable] of reference.rows) {
    const vol = impliedVol(
      Number(price),
      Number(forward),
      Number(strike),
      Number(years),
      Number(discount),
      right === 'call' ? 'call' : 'put',
    );
    const error = vol.ok ? Math.abs(vol.value / Number(truth) - 1) : Infinity;
    expect(error, `${String(region)} ${String(price)}`).toBeLessThanOrEqual(4 * (EPS + Number(attainable)));
  }
});

describe('from vol to price and back', () => {
  const market = tuple(
    double({ min: 1e-3, max: 1e6, noNaN: true }),
    double({ min: -3, max: 3, noNaN: true }),
    double({ min: 0.01, max: 3, noNaN: true }),
    double({ min: 1e-5, max: 3, noNaN: true }),
    double({ min: 0.8, max: 1.05, noNaN: true }),
  );

  it('returns the vol as exactly as the price can say it', () => {
    assert(
      property(market, constantFrom('call', 'put'), ([forward, deviations, vol, years, discount], right) => {
        const stdDev = vol * Math.sqrt(years);
        const strike = forward * Math.exp(deviations * stdDev);
        const price = blackPrice(forward, strike, vol, years, discount, right);
        const back = impliedVol(price, forward, strike, years, discount, right);
        const d1 = Math.log(forward / strike) / stdDev + stdDev / 2;
        const vega = (discount * forward * Math.sqrt(years) * Math.exp((-d1 * d1) / 2)) / 2.5066282746310002;
        const attainable = (price * EPS) / vega;
        return back.ok && Math.abs(back.value - vol) <= 8 * (EPS * vol * (1 + d1 * d1) + attainable);
      }),
      { seed: 11, numRuns: 5000 },
    );
  });

  it('a dearer option has a higher vol', () => {
    assert(
      property(
        market,
        double({ min: 1e-9, max: 0.5, noNaN: true }),
        ([forward, deviations, vol, years], rise) => {
          const strike = forward * Math.exp(deviations * vol * Math.sqrt(years));
          const right = strike >= forward ? 'call' : 'put';
          const low = blackPrice(forward, strike, vol, years, 1, right);
          const high = low + rise * (Math.min(forward, strike) - low);
          const below = impliedVol(low, forward, strike, years, 1, right);
          const above = impliedVol(high, forward, strike, years, 1, right);
          return below.ok && above.ok && (above.value > below.value || high - low < 8 * EPS * low);
        },
      ),
      { seed: 12, numRuns: 3000 },
    );
  });

  it('put and call of one strike and one vol invert to the same vol (parity)', () => {
    assert(
      property(market, ([forward, deviations, vol, years, discount]) => {
        const strike = forward * Math.exp((deviations / 3) * vol * Math.sqrt(years));
        const call = impliedVol(
          blackPrice(forward, strike, vol, years, discount, 'call'),
          forward,
          strike,
          years,
          discount,
          'call',
        );
        const put = impliedVol(
          blackPrice(forward, strike, vol, years, discount, 'put'),
          forward,
          strike,
          years,
          discount,
          'put',
        );
        const distance = Math.abs(forward - strike) / (Math.min(forward, strike) * vol * Math.sqrt(years));
        return call.ok && put.ok && Math.abs(call.value / put.value - 1) <= 40 * EPS * (1 + distance);
      }),
      { seed: 13, numRuns: 3000 },
    );
  });

  it('the scale of the currency does not matter', () => {
    const base = impliedVol(3.2, 100, 110, 0.25, 1, 'call');
    for (const exponent of [-900, -300, 1, 300, 900]) {
      const scale = 2 ** exponent;
      expect(impliedVol(3.2 * scale, 100 * scale, 110 * scale, 0.25, 1, 'call')).toEqual(base);
    }
  });

  it('goes on smoothly through the money', () => {
    const price = blackTimeValue(100, 100, 0.02);
    const vols = [-1e-13, 0, 1e-13].map((shift) =>
      impliedVol(price + Math.max(shift, 0), 100 + shift, 100, 1, 1, 'call'),
    );
    for (const vol of vols) expect(vol.ok && Math.abs(vol.value - 0.02)).toBeLessThan(1e-14);
  });
});

describe('a million random inputs', () => {
  const COUNT = 1_000_000;
  const odd = [0, -0, 1, -1, NaN, Infinity, -Infinity, 5e-324, 1e-308, 1.7e308, 1 - EPS / 2, 1 + EPS];

  it('give a finite positive vol or a reason, the batch the same as the single door', () => {
    const next = randomStream(2024);
    const draw = (): number => {
      const kind = next();
      if (kind < 0.04) return odd[Math.floor(next() * odd.length)]!;
      if (kind < 0.08) return -Math.exp((next() - 0.5) * 40);
      return kind < 0.25 ? Math.exp((next() - 0.5) * 1400) : Math.exp((next() - 0.5) * 8);
    };
    const column = (): Float64Array => Float64Array.from({ length: COUNT }, draw);
    const input = {
      prices: column(),
      forwards: column(),
      strikes: column(),
      years: column(),
      discounts: column(),
      rights: Int8Array.from({ length: COUNT }, () => (next() < 0.5 ? 1 : -1)),
    };
    const out = { vols: new Float64Array(COUNT), status: new Uint8Array(COUNT) };
    const inverted = impliedVols(input, out);
    const seen = new Set<string>();
    let vols = 0;
    let different = 0;
    for (let i = 0; i < COUNT; i += 1) {
      const vol = out.vols[i]!;
      const status = out.status[i]!;
      const good = status === IMPLIED_VOL_OK ? vol > 0 && vol < Infinity : Number.isNaN(vol) && status <= 4;
      if (!good) throw new Error(`option ${i} has status ${status} and vol ${vol}`);
      if (status === IMPLIED_VOL_OK) vols += 1;
      else seen.add(impliedVolFailure(status));
      const single = impliedVol(
        input.prices[i]!,
        input.forwards[i]!,
        input.strikes[i]!,
        input.years[i]!,
        input.discounts[i]!,
        input.rights[i]! > 0 ? 'call' : 'put',
      );
      const same = single.ok ? Object.is(single.value, vol) : single.error === impliedVolFailure(status);
      if (!same) different += 1;
    }
    expect(different).toBe(0);
    expect(inverted).toBe(vols);
    expect(vols).toBeGreaterThan(COUNT / 20);
    expect([...seen].sort()).toEqual([
      'above-maximum',
      'below-intrinsic',
      'invalid-input',
      'zero-time-value',
    ]);
  });

  it('empty and short batches are fine', () => {
    assert(
      property(array(oneof(double(), double({ min: 0, max: 10 })), { maxLength: 700 }), (prices) => {
        const fill = (value: number): Float64Array => new Float64Array(prices.length).fill(value);
        const out = { vols: fill(0), status: new Uint8Array(prices.length) };
        const inverted = impliedVols(
          {
            prices: Float64Array.from(prices),
            forwards: fill(10),
            strikes: fill(11),
            years: fill(0.5),
            discounts: fill(1),
            rights: new Uint8Array(prices.length).fill(1),
          },
          out,
        );
        return inverted === prices.filter((price) => price > 0 && price < 10).length;
      }),
      { seed: 14, numRuns: 200 },
    );
  });
});
