import { expect, test } from 'vitest';
import { fitMisses, missNote, solidRange } from './fit-misses.ts';
import type { SmileCurve, SmileQuote } from './smile-model.ts';

/** Quotes a vol point wide about 20, with the fit so far under each mid. */
function curve(
  below: Readonly<Record<number, number>>,
  rest: Partial<SmileCurve> = {},
  each: Partial<SmileQuote> = {},
): SmileCurve {
  const quotes = Array.from({ length: 13 }, (_, i): SmileQuote => {
    const x = i - 6;
    return {
      id: `${x}`,
      x,
      strike: 100 + x,
      right: x < 0 ? 'put' : 'call',
      bid: 19.5,
      ask: 20.5,
      mid: 20,
      venueMark: null,
      last: null,
      fit: 20 - (below[x] ?? 0),
      standing: 'used',
      note: null,
      details: () => [],
      ...each,
    };
  });
  return {
    expiryId: 'e',
    label: '12 AUG',
    days: 7,
    colour: 'red',
    quotes,
    fit: [],
    quotedRange: [-6, 6],
    markers: [],
    forwardX: 0,
    spotX: null,
    compared: false,
    absence: null,
    ...rest,
  };
}

test('a fit that keeps to its quotes is solid over all of them', () => {
  expect(fitMisses(curve({}))).toEqual({ puts: null, calls: null });
  expect(solidRange(curve({}))).toEqual([-6, 6]);
  expect(missNote([curve({})])).toBeNull();
});

test('a wing the fit leaves is cut off at its innermost missed quote, with the largest miss', () => {
  const left = curve({ [-6]: 4, [-5]: 3, [-4]: 2, [-3]: 0.8 });
  expect(fitMisses(left)).toEqual({ puts: { x: -4, points: 4 }, calls: null });
  expect(solidRange(left)).toEqual([-4, 6]);
  const over = curve({ 6: -2.5, 5: -2, 4: 0, 3: -1.5, 2: -1.5 });
  expect(fitMisses(over).calls).toEqual({ x: 2, points: -2.5 });
});

test('one or two stray quotes, a miss inside the spread, or one in the middle cut nothing off', () => {
  expect(solidRange(curve({ [-6]: 4, [-5]: 3 }))).toEqual([-6, 6]);
  expect(solidRange(curve({ [-1]: 3, [-2]: 3, 0: 3 }))).toEqual([-6, 6]);
  expect(solidRange(curve({ 6: 4, 5: 4, 4: 4 }, {}, { bid: 10, ask: 30 }))).toEqual([-6, 6]);
});

test('quotes the fit does not rest on are not held against it', () => {
  expect(fitMisses(curve({ 6: 4, 5: 4, 4: 4 }, {}, { standing: 'stale' }))).toEqual({
    puts: null,
    calls: null,
  });
});

test('a fit that misses everything is solid nowhere', () => {
  const all = Object.fromEntries(Array.from({ length: 13 }, (_, i) => [i - 6, 5]));
  expect(solidRange(curve(all))).toBeNull();
});

test('the note names the curves and the largest miss, and leaves out what is compared', () => {
  const miss = { [-6]: 4.06, [-5]: 3, [-4]: 2 };
  expect(missNote([curve(miss), curve({ 6: 9, 5: 8, 4: 7 }, { label: '4 SEP' })])).toBe(
    'fit dashed where it misses far quotes, by up to 9.0 vol points: 12 AUG, 4 SEP',
  );
  expect(missNote([curve(miss, { compared: true })])).toBeNull();
});
