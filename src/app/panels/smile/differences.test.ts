import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SmileCurve, SmileQuote } from '#charts/smile/smile-model.ts';
import { differenceOf } from './differences.ts';

function quote(
  x: number,
  bid: number | null,
  ask: number | null,
  rest: Partial<SmileQuote> = {},
): SmileQuote {
  return {
    id: `Q ${x}`,
    x,
    strike: 100 + x,
    right: x < 0 ? 'put' : 'call',
    bid,
    ask,
    mid: bid === null || ask === null ? null : (bid + ask) / 2,
    venueMark: null,
    last: null,
    fit: null,
    standing: 'used',
    note: null,
    details: () => [],
    ...rest,
  };
}

function curve(quotes: readonly SmileQuote[], vols: readonly (readonly [number, number])[]): SmileCurve {
  return {
    expiryId: 'e',
    label: '31 JUL',
    days: 23,
    colour: 'red',
    quotes,
    fit: vols.map(([x, vol]) => ({ x, vol, strike: 100 + x })),
    quotedRange: vols.length < 2 ? null : [vols[0]![0], vols.at(-1)![0]],
    markers: [],
    forwardX: 0,
    spotX: null,
    compared: false,
    absence: null,
  };
}

const flat = (vol: number, from = -2, to = 2): readonly (readonly [number, number])[] => [
  [from, vol],
  [0, vol],
  [to, vol],
];

it('takes B’s fit from A’s where both have one, solid where both rest on quotes', () => {
  const a = curve([], flat(42, -2, 1));
  const b = curve([], flat(40, -1, 2));
  const { line, lineRests } = differenceOf({ a, b });
  expect(line).toEqual([
    { x: 0, value: 2 },
    { x: 1, value: 2 },
  ]);
  expect(lineRests).toEqual([-1, 1]);
});

it('leaves open all that both spreads leave open', () => {
  const a = curve([quote(0, 41, 43)], flat(42));
  const b = curve([quote(0, 39, 40)], flat(39.5));
  const [one] = differenceOf({ a, b }).quoted;
  expect(one).toMatchObject({ x: 0, value: 2.5, interval: [41 - 40, 43 - 39] });
});

it('reads B between its quotes and never beyond them', () => {
  const a = curve([quote(-3, 50, 51), quote(0.5, 41, 43)], flat(42));
  const b = curve([quote(0, 38, 40), quote(1, 40, 44)], flat(40));
  const { quoted } = differenceOf({ a, b });
  expect(quoted.map(({ x }) => x)).toEqual([0.5]);
  expect(quoted[0]?.interval).toEqual([41 - 42, 43 - 39]);
});

it('takes nothing from quotes that are crossed, one-sided, stale or left out', () => {
  const sound = quote(0, 39, 40);
  const unsound = [
    quote(0, 41, 40),
    quote(0, null, 40),
    quote(0, 39, 40, { standing: 'stale' }),
    quote(0, 39, 40, { standing: 'left-out' }),
  ];
  for (const one of unsound) {
    expect(differenceOf({ a: curve([one], flat(42)), b: curve([sound], flat(40)) }).quoted).toEqual([]);
    expect(differenceOf({ a: curve([sound], flat(42)), b: curve([one], flat(40)) }).quoted).toEqual([]);
  }
});

it('turns its sign and its interval about when A and B change places', () => {
  const side = fc.double({ min: 5, max: 90, noNaN: true });
  const quotes = fc
    .tuple(side, side)
    .map(([one, other]) => quote(0, Math.min(one, other), Math.max(one, other)));
  fc.assert(
    fc.property(quotes, quotes, (left, right) => {
      const [a, b] = [curve([left], flat(42)), curve([right], flat(40))];
      const [there, back] = [differenceOf({ a, b }).quoted[0]!, differenceOf({ a: b, b: a }).quoted[0]!];
      expect(back.value).toBeCloseTo(-there.value, 9);
      expect(back.interval[0]).toBeCloseTo(-there.interval[1], 9);
      expect(there.interval[0]).toBeLessThanOrEqual(there.value + 1e-9);
      expect(there.interval[1]).toBeGreaterThanOrEqual(there.value - 1e-9);
    }),
  );
});
