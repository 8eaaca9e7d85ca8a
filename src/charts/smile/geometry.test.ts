import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlap } from '../frame/rect.ts';
import { textWidth } from '../frame/text-width.ts';
import { type SmileGeometry, smileGeometry } from './geometry.ts';
import type { SmileCurve, SmileModel, SmileQuote } from './smile-model.ts';

const size = { width: 800, height: 420 };

function quote(strike: number, mid: number, rest: Partial<SmileQuote> = {}): SmileQuote {
  return {
    id: `Q-${strike}`,
    x: strike,
    strike,
    right: strike < 100 ? 'put' : 'call',
    bid: mid - 1,
    ask: mid + 1,
    mid,
    venueMark: mid,
    last: null,
    fit: mid,
    standing: 'used',
    note: null,
    details: () => [],
    ...rest,
  };
}

function curve(rest: Partial<SmileCurve> = {}): SmileCurve {
  const strikes = [80, 90, 100, 110, 120];
  const vol = (x: number): number => 40 + ((x - 104) / 10) ** 2;
  return {
    expiryId: 'e',
    label: '31 JUL',
    days: 23,
    colour: 'red',
    quotes: strikes.map((x) => quote(x, vol(x))),
    fit: Array.from({ length: 61 }, (_, i) => ({ x: 70 + i, vol: vol(70 + i), strike: 70 + i })),
    quotedRange: [80, 120],
    markers: [
      { kind: '25Δ', right: 'put', x: 94, vol: vol(94), strike: 94 },
      { kind: '25Δ', right: 'call', x: 108, vol: vol(108), strike: 108 },
    ],
    forwardX: 100,
    spotX: null,
    compared: false,
    absence: null,
    ...rest,
  };
}

function model(curves: readonly SmileCurve[], rest: Partial<SmileModel> = {}): SmileModel {
  return {
    axis: 'strike',
    strikeUnit: 'USD',
    strikeDecimals: 0,
    volDecimals: 1,
    curves,
    xDomain: null,
    volDomain: null,
    emptyText: 'no quotes',
    ...rest,
  };
}

/** Every x of a path's absolute moves and lines. */
function pathXs(path: string): readonly number[] {
  return [...path.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));
}

describe('the fit', () => {
  it('is solid inside the quoted range and dashed beyond it', () => {
    const { curves, x } = smileGeometry(model([curve()]), size);
    const fit = curves[0]?.fit;
    const solid = pathXs(fit?.solid ?? '');
    expect(Math.min(...solid)).toBeCloseTo(x(80), 1);
    expect(Math.max(...solid)).toBeCloseTo(x(120), 1);
    const dashed = pathXs(fit?.dashed ?? '');
    expect(dashed.length).toBeGreaterThan(2);
    expect(dashed.every((at) => at <= x(80) + 0.01 || at >= x(120) - 0.01)).toBe(true);
  });

  it('is dashed throughout when no quote carries it', () => {
    const { curves } = smileGeometry(model([curve({ quotedRange: null })]), size);
    expect(curves[0]?.fit.solid).toBe('');
    expect(curves[0]?.fit.dashed).not.toBe('');
  });
});

describe('what the axes leave out', () => {
  const wild = [quote(79, 400, { standing: 'left-out' }), quote(400, 41, { standing: 'left-out' })];
  const quotes = [...wild.slice(0, 1), ...curve().quotes, ...wild.slice(1)];

  it('is counted in words under the picture', () => {
    const { footnotes, clipMarks } = smileGeometry(model([curve({ quotes })]), size);
    expect(footnotes[0]?.text).toMatch(
      /^1 quote above \d+ not shown {2}· {2}1 quote at farther strikes not shown/,
    );
    expect(pathXs(clipMarks)).toHaveLength(1);
  });

  it('leaves the smile itself most of the height', () => {
    const { y, volDomain } = smileGeometry(model([curve({ quotes })]), size);
    expect(volDomain[1]).toBeLessThan(60);
    expect(y(40) - y(45)).toBeGreaterThan(50);
  });

  it('says why an expiry has no fit', () => {
    const absent = curve({ fit: [], markers: [], quotedRange: null, absence: '3 quotes, 5 needed' });
    const { footnotes } = smileGeometry(model([absent]), size);
    expect(footnotes[0]?.text).toBe('31 JUL: no fit, 3 quotes, 5 needed');
  });
});

describe('quotes', () => {
  it('turn a missing side into a half bar from the side that is there', () => {
    const lone = quote(100, 40, { bid: null, mid: null, ask: 41, standing: 'left-out' });
    const { curves } = smileGeometry(model([curve({ quotes: [lone] })]), size);
    const placed = curves[0]?.quotes[0];
    expect(placed?.bar).toBeNull();
    expect(placed?.halfBar?.[0]).toBe(placed?.askY);
    expect(placed?.halfBar?.[1]).toBeGreaterThan(placed?.halfBar?.[0] ?? Infinity);
    expect(curves[0]?.marks.halfBars).toBe('');
    expect(curves[0]?.fadedMarks.halfBars).not.toBe('');
  });

  it('are crossed out where the bid is above the ask', () => {
    const crossed = quote(100, 40, { bid: 43, ask: 41 });
    const { curves } = smileGeometry(model([curve({ quotes: [crossed] })]), size);
    expect(curves[0]?.marks.crosses).not.toBe('');
  });

  it('show less of themselves the more there are', () => {
    const many = Array.from({ length: 120 }, (_, i) => quote(80 + i / 3, 41));
    const { detail, curves } = smileGeometry(model([curve({ quotes: many })]), size);
    expect(detail).toBe('bars');
    expect(curves[0]?.marks.bids).toBe('');
    expect(curves[0]?.marks.bars).not.toBe('');
  });
});

describe('axes', () => {
  it('never start vol at zero', () => {
    expect(smileGeometry(model([curve()]), size).volDomain[0]).toBeGreaterThan(30);
  });

  it('spend no width on strikes whose vols the other axis cuts off', () => {
    const steep = (x: number): number => 40 + Math.max(0, 90 - x) ** 2;
    const quotes = [60, 65, 70, 80, 90, 100, 110, 120].map((x) => quote(x, steep(x)));
    const fit = Array.from({ length: 61 }, (_, i) => ({ x: 60 + i, vol: steep(60 + i), strike: 60 + i }));
    const { xDomain, curves } = smileGeometry(model([curve({ quotes, fit, quotedRange: [60, 120] })]), size);
    expect(xDomain[0]).toBeGreaterThan(70);
    expect(curves[0]?.clipped.beside.map(({ strike }) => strike)).toContain(60);
  });

  it('stay where they are locked', () => {
    const { xDomain, volDomain } = smileGeometry(
      model([curve()], { xDomain: [50, 150], volDomain: [20, 90] }),
      size,
    );
    expect([xDomain, volDomain]).toEqual([
      [50, 150],
      [20, 90],
    ]);
  });

  it('draw one forward where expiries share it and one each where they do not', () => {
    const apart = [curve(), curve({ expiryId: 'f', forwardX: 104 })];
    expect(smileGeometry(model(apart), size).forwards).toHaveLength(2);
    expect(smileGeometry(model([curve(), curve({ expiryId: 'f' })]), size).forwards).toMatchObject([
      { colour: null },
    ]);
  });

  it('say in words what is missing altogether', () => {
    expect(smileGeometry(model([]), size).emptyText?.text).toBe('no quotes');
  });
});

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 });
const anyVol = fc.oneof(finite(1, 200), finite(0, 5000));
const anyX = fc.oneof(finite(-5, 5), finite(0, 200_000));
const anyQuote = fc.record({
  strike: finite(1e-3, 1e6),
  x: anyX,
  right: fc.constantFrom('put' as const, 'call' as const),
  bid: maybe(anyVol),
  ask: maybe(anyVol),
  mid: maybe(anyVol),
  venueMark: maybe(anyVol),
  last: maybe(anyVol),
  fit: maybe(anyVol),
  standing: fc.constantFrom('used' as const, 'stale' as const, 'left-out' as const),
  note: maybe(fc.constant('no bid')),
  details: fc.constant(() => []),
});
const byX = (a: { readonly x: number }, b: { readonly x: number }): number => a.x - b.x;
const anyCurve = fc.record({
  label: fc.constantFrom('9 JUL', '31 JUL', '25 JUN 27'),
  days: finite(0, 2000),
  quotes: fc.array(anyQuote, { maxLength: 30 }).map((list) => list.sort(byX)),
  fit: fc
    .array(fc.record({ x: anyX, vol: anyVol, strike: anyX }), { maxLength: 30 })
    .map((list) => list.sort(byX)),
  quotedRange: maybe(
    fc.tuple(anyX, anyX).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  ),
  forwardX: maybe(anyX),
  spotX: maybe(anyX),
  compared: fc.boolean(),
});
const anyModel = fc
  .record({
    curves: fc.array(anyCurve, { maxLength: 6 }),
    axis: fc.constantFrom(
      'strike' as const,
      'percent-of-forward' as const,
      'log-moneyness' as const,
      'expected-moves' as const,
      'delta' as const,
    ),
  })
  .map(({ curves, axis }) =>
    model(
      curves.map((each, i) => ({
        expiryId: `${i}`,
        colour: 'red',
        markers: [],
        absence: null,
        ...each,
        quotes: each.quotes.map((one, at) => ({ id: `${i} ${at}`, ...one })),
      })),
      { axis },
    ),
  );
const anySize = fc.record({
  width: fc.integer({ min: 320, max: 1100 }),
  height: fc.integer({ min: 220, max: 460 }),
});

it('tells both sides of a lone quote whose key has no room right of the forward', () => {
  const lone = curve({ quotes: [quote(60, 48)], fit: [], markers: [], quotedRange: null });
  const { key, sides } = smileGeometry(model([lone]), size);
  expect(key.map(({ text }) => text)).toEqual(['bid', 'ask', 'mid', 'venue mark']);
  expect(Math.max(...key.map(({ x }) => x))).toBeLessThan(Math.min(...sides.map(({ x }) => x)));
});

function textBoxes({ labels, xTicks, plot, key, sides }: SmileGeometry) {
  const boxAt = (x: number, width: number, y: number) => ({
    left: x,
    right: x + width,
    top: y - 5,
    bottom: y + 5,
  });
  return {
    labels: labels.map(({ box }) => box),
    ticks: xTicks.map(({ at, text }) => boxAt(at - textWidth(text) / 2, textWidth(text), plot.bottom + 13)),
    head: [
      ...key.map(({ x, y, text }) => boxAt(x, textWidth(text), y)),
      ...sides.map(({ side, x, anchor }) =>
        boxAt(anchor === 'end' ? x - textWidth(side) : x, textWidth(side), 7),
      ),
    ],
  };
}

describe('any model at any size', () => {
  it('holds no number that is not finite', () => {
    fc.assert(
      fc.property(anyModel, anySize, (any, at) => {
        expect(JSON.stringify(smileGeometry(any, at), bad)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 60 },
    );
  });

  it('sets no text over another', () => {
    fc.assert(
      fc.property(anyModel, anySize, (any, at) => {
        const clashes = Object.values(textBoxes(smileGeometry(any, at))).flatMap((boxes) =>
          boxes.filter((a, i) =>
            boxes.some((b, k) => k > i && overlap(a, { ...b, top: b.top + 1e-6, bottom: b.bottom - 1e-6 })),
          ),
        );
        expect(clashes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every name of a curve on the picture', () => {
    fc.assert(
      fc.property(anyModel, anySize, (any, at) => {
        const whole = { left: 0, right: at.width, top: 0, bottom: at.height };
        for (const { box } of smileGeometry(any, at).labels) expect(contains(whole, box, 1e-6)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('shows or counts every quote that has a side', () => {
    fc.assert(
      fc.property(anyModel, anySize, (any, at) => {
        for (const { curve: given, quotes, clipped } of smileGeometry(any, at).curves) {
          const sided = given.quotes.filter(
            ({ bid, ask, mid }) => bid !== null || ask !== null || mid !== null,
          );
          const hidden = clipped.above.length + clipped.below.length + clipped.beside.length;
          expect(quotes.length + hidden).toBe(sided.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** JSON would turn what is not finite into null and hide it. */
function bad(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? `NaN or Infinity` : value;
}

describe('an axis that reaches far beyond the body', () => {
  it('stops five widths of the body away, so that a put twenty moves out does not squeeze the smile', () => {
    const fit = Array.from({ length: 121 }, (_, i) => ({ x: 10 + i, vol: 41 + (i % 2), strike: 10 + i }));
    const far = curve({ quotes: [quote(10, 42), ...curve().quotes], quotedRange: [10, 120], fit });
    const { xDomain, footnotes } = smileGeometry(model([far]), size);
    expect(xDomain[0]).toBeCloseTo(94 - 5 * (108 - 94), 9);
    expect(footnotes.map(({ text }) => text).join(' ')).toContain('1 quote at farther strikes not shown');
  });
});
