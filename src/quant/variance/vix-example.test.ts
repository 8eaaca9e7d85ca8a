import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stripIndices } from './strip-indices.ts';
import { stripSkew } from './strip-skew.ts';
import { type StripQuote, type VixStrip, vixStrip } from './vix-strip.ts';

const FOLDER = '../shared/vectors';
const present = existsSync(`${FOLDER}/vix_example.json`);

interface Term {
  readonly T: string;
  readonly R: number;
  readonly F: string;
  readonly K0: string;
  readonly sum_contrib: string;
  readonly sigma2: string;
  readonly n_strikes: number;
  readonly skew_S: string;
  readonly P1: string;
  readonly P2: string;
  readonly P3: string;
}

interface Example {
  readonly near: Term;
  readonly next: Term;
  readonly VIX: string;
  readonly SKEW_linear_in_S_30d: string;
  readonly weight_near: string;
}

const lines = (name: string): string[][] =>
  readFileSync(`${FOLDER}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** The example's order book: the strip's mids and the options left out, the other side of each strike by put-call parity. */
function book(name: 'near' | 'next', term: Term): StripQuote[] {
  const discount = Math.exp(-term.R * Number(term.T));
  const forward = Number(term.F);
  const quotes = new Map<number, StripQuote>();
  const put = (strike: number, leg: string, bid: number, ask: number): void => {
    const parity = discount * (forward - strike);
    const quote =
      leg === 'P'
        ? { strike, putBid: bid, putAsk: ask, callBid: bid + parity, callAsk: ask + parity }
        : { strike, callBid: bid, callAsk: ask, putBid: bid - parity, putAsk: ask - parity };
    quotes.set(strike, quote);
  };
  for (const [which, strike, leg, mid] of lines('vix_example_strip.csv')) {
    if (which !== name) continue;
    const [k, price] = [Number(strike), Number(mid)];
    if (leg === 'K0avg') {
      const half = 0.5 * discount * (forward - k);
      const [call, across] = [price + half, price - half];
      quotes.set(k, { strike: k, callBid: call, callAsk: call, putBid: across, putAsk: across });
    } else put(k, leg ?? '', price, price);
  }
  for (const [which, strike, leg, bid, ask] of lines('vix_example_excluded.csv')) {
    if (which === name) put(Number(strike), leg ?? '', Number(bid), Number(ask === '' ? bid : ask));
  }
  return [...quotes.values()].toSorted((a, b) => a.strike - b.strike);
}

describe.skipIf(!present)(
  'on the published index example (skipped where ../shared/vectors is absent)',
  () => {
    const example = (
      present ? JSON.parse(readFileSync(`${FOLDER}/vix_example.json`, 'utf8')) : {}
    ) as Example;
    const strips = new Map<string, VixStrip>();

    for (const name of ['near', 'next'] as const) {
      it(`selects the ${name} strip option by option and reproduces its variance and skewness`, () => {
        const term = example[name];
        const found = vixStrip(book(name, term), Number(term.T), Math.exp(-term.R * Number(term.T)));
        if (!found.ok) throw new Error(found.error);
        const strip = found.value;
        strips.set(name, strip);
        const expected = lines('vix_example_strip.csv').filter(([which]) => which === name);
        expect(strip.rows.map((row) => [row.strike, row.deltaK])).toEqual(
          expected.map(([, strike, , , deltaK]) => [Number(strike), Number(deltaK)]),
        );
        for (const [i, row] of strip.rows.entries()) {
          expect(row.contribution / Number(expected[i]?.[5]) - 1).toBeCloseTo(0, 12);
        }
        const left = lines('vix_example_excluded.csv').filter(([which]) => which === name);
        expect(strip.excluded.map((option) => option.strike)).toEqual(
          left.map(([, strike]) => Number(strike)),
        );
        expect(strip.forward).toBeCloseTo(Number(term.F), 9);
        expect(strip.centralStrike).toBe(Number(term.K0));
        expect(strip.variance / Number(term.sigma2) - 1).toBeCloseTo(0, 11);
        const skew = stripSkew(strip);
        expect(skew.p1 / Number(term.P1) - 1).toBeCloseTo(0, 11);
        expect(skew.p2 / Number(term.P2) - 1).toBeCloseTo(0, 11);
        expect(skew.p3 / Number(term.P3) - 1).toBeCloseTo(0, 11);
        expect(skew.skewness).toBeCloseTo(Number(term.skew_S), 10);
      });
    }

    it('reproduces the 30-day indices', () => {
      const [near, next] = [strips.get('near'), strips.get('next')];
      if (near === undefined || next === undefined) throw new Error('the strips come first');
      const found = stripIndices(near, next, 30 / 365);
      if (!found.ok) throw new Error(found.error);
      expect(100 * found.value.vol).toBeCloseTo(Number(example.VIX), 10);
      expect(found.value.skew).toBeCloseTo(Number(example.SKEW_linear_in_S_30d), 9);
      expect(found.value.nearWeight).toBeCloseTo(Number(example.weight_near), 12);
    });
  },
);
