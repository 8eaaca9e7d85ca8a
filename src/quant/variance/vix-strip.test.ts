import { expect, it } from 'vitest';
import { normalCdf } from '../special/normal.ts';
import { stripIndices } from './strip-indices.ts';
import { stripSkew } from './strip-skew.ts';
import { type StripQuote, vixStrip } from './vix-strip.ts';

const FORWARD = 100;

/** Both options of a strike at one vol, as quotes of no width. */
function flatQuote(strike: number, vol: number, years: number): StripQuote {
  const sd = vol * Math.sqrt(years);
  const d1 = Math.log(FORWARD / strike) / sd + 0.5 * sd;
  const call = FORWARD * normalCdf(d1) - strike * normalCdf(d1 - sd);
  const put = call - FORWARD + strike;
  return { strike, callBid: call, callAsk: call, putBid: put, putAsk: put };
}

function ladder(step: number, from = 20, to = 400): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

it('comes to the vol, and to no skewness, on a dense strip of one vol', () => {
  const years = 0.1;
  const found = vixStrip(
    ladder(0.25).map((strike) => flatQuote(strike, 0.5, years)),
    years,
    1,
  );
  if (!found.ok) throw new Error(found.error);
  expect(Math.sqrt(found.value.variance)).toBeCloseTo(0.5, 4);
  expect(stripSkew(found.value).skewness).toBeCloseTo(0, 2);
});

it('skips one missing bid, stops after two in a row, and names every option it left out', () => {
  const without = (strike: number): boolean => [70, 80, 75, 130].includes(strike);
  const quotes = ladder(5, 60, 140).map((strike) => {
    const quote = flatQuote(strike, 0.6, 0.2);
    const { callBid, callAsk, putBid, putAsk } = quote;
    return {
      strike,
      putBid: without(strike) && strike < FORWARD ? null : putBid,
      putAsk,
      callBid: without(strike) && strike > FORWARD ? null : callBid,
      callAsk: strike === 125 ? null : callAsk,
    };
  });
  const found = vixStrip(quotes, 0.2, 0.99);
  if (!found.ok) throw new Error(found.error);
  expect(found.value.rows.map((row) => row.strike)).toEqual([85, 90, 95, 100, 105, 110, 115, 120, 135, 140]);
  expect(found.value.rows[8]?.deltaK).toBe(10);
  expect(found.value.excluded).toEqual([
    { strike: 60, leg: 'put', reason: 'after-two-zero-bids' },
    { strike: 65, leg: 'put', reason: 'after-two-zero-bids' },
    { strike: 70, leg: 'put', reason: 'after-two-zero-bids' },
    { strike: 75, leg: 'put', reason: 'zero-bid' },
    { strike: 80, leg: 'put', reason: 'zero-bid' },
    { strike: 125, leg: 'call', reason: 'no-ask' },
    { strike: 130, leg: 'call', reason: 'zero-bid' },
  ]);
});

it('gives a reason where there is no forward, no central strike or no strip', () => {
  const lone = { strike: 100, callBid: 1, callAsk: 2, putBid: null, putAsk: null };
  expect(vixStrip([], 0.1, 1)).toEqual({ ok: false, error: 'no-forward' });
  expect(vixStrip([lone], 0.1, 1)).toEqual({ ok: false, error: 'no-forward' });
  expect(vixStrip([flatQuote(120, 0.5, 0.1)], 0.1, 1)).toEqual({ ok: false, error: 'no-central-strike' });
  expect(vixStrip([flatQuote(90, 0.5, 0.1)], 0.1, 1)).toEqual({ ok: false, error: 'too-few-strikes' });
});

it('interpolates total variance between two strips and is the nearer one at its own maturity', () => {
  const at = (vol: number, years: number): ReturnType<typeof vixStrip> =>
    vixStrip(
      ladder(1).map((strike) => flatQuote(strike, vol, years)),
      years,
      1,
    );
  const [near, next] = [at(0.5, 0.05), at(0.7, 0.15)];
  if (!near.ok || !next.ok) throw new Error('both ladders are complete');
  const there = stripIndices(near.value, next.value, 0.05);
  expect(there.ok && there.value.vol).toBeCloseTo(Math.sqrt(near.value.variance), 14);
  const between = stripIndices(near.value, next.value, 0.1);
  expect(between.ok && between.value.vol ** 2 * 0.1).toBeCloseTo(
    (near.value.variance * 0.05 + next.value.variance * 0.15) / 2,
    14,
  );
});
