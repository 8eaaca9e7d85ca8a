import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap } from '../frame/rect.ts';
import { termGeometry } from './geometry.ts';
import type { TermModel, TermPoint } from './term-model.ts';
import { readTerm } from './term-reading.ts';

const size = { width: 420, height: 210 };

function point(days: number, atm: number | null, rest: Partial<TermPoint> = {}): TermPoint {
  return {
    expiryId: `${days}`,
    label: `${days}D`,
    days,
    colour: 'red',
    atm,
    atmInterval: atm === null ? null : [atm - 0.5, atm + 0.5],
    putVol: atm === null ? null : atm + 4,
    callVol: atm === null ? null : atm - 3,
    absence: atm === null ? 'too few quotes' : null,
    chosen: false,
    ...rest,
  };
}

function model(points: readonly TermPoint[], rest: Partial<TermModel> = {}): TermModel {
  const words = { atmLabel: 'at the forward', deltaLabel: '25Δ', emptyText: 'none' };
  return { ...words, points, tenors: [], decimals: 1, domain: null, ...rest };
}

it('names the three lines at their ends without overlap, even where they fall together', () => {
  const flat = point(30, 40, { putVol: 40, callVol: 40 });
  const { labels } = termGeometry(model([point(7, 40, { putVol: 40, callVol: 40 }), flat]), size);
  expect(labels.map(({ text }) => text).sort()).toEqual(['25Δ call', '25Δ put', 'ATM']);
  expect(
    labels.some((a, i) =>
      labels.some((b, k) => k > i && overlap(a.box, { ...b.box, top: b.box.top + 1e-6 })),
    ),
  ).toBe(false);
});

it('shows a single expiry, for which no line can be drawn', () => {
  const { lines, labels, emptyText, points } = termGeometry(model([point(7, 38)]), size);
  expect(emptyText).toBeNull();
  expect(labels).toHaveLength(3);
  expect(lines.map(({ dots }) => dots !== '')).toEqual([true, false, true]);
  expect(points[0]?.y).not.toBeNull();
});

it('breaks each line where its own value is missing', () => {
  const points = [point(1, 38), point(2, 38), point(7, 38, { callVol: null }), point(30, 39), point(90, 40)];
  const breaks = termGeometry(model(points), size).lines.map(({ kind, path }) => [
    kind,
    path.match(/M/g)?.length,
  ]);
  expect(breaks).toEqual([
    ['put', 1],
    ['atm', 1],
    ['call', 2],
  ]);
});

it('never starts vol at zero and says what a locked axis hides', () => {
  const points = [point(7, 38), point(30, 90)];
  expect(termGeometry(model(points.slice(0, 1)), size).frame.yTicks[0]?.value).toBeGreaterThan(20);
  const locked = termGeometry(model(points, { domain: [30, 50] }), size);
  expect(locked.frame.footnotes[0]?.text).toContain('1 expiry beyond the axis');
  expect(locked.points[1]?.y).toBeNull();
});

it('draws a hollow mark for each constant maturity that has a vol', () => {
  const tenors = [
    { days: 7, label: '7D', atm: 38.2 },
    { days: 30, label: '30D', atm: null },
  ];
  const { tenors: path } = termGeometry(model([point(3, 38), point(60, 39)], { tenors }), size);
  expect(path.match(/M/g)).toHaveLength(1);
});

it('says in words why an expiry has no vol', () => {
  const { frame, gaps } = termGeometry(model([point(3, 38), point(7, null)]), size);
  expect(frame.footnotes[0]?.text).toBe('7D: too few quotes');
  expect(gaps).not.toBe('');
});

it('reads all three vols of an expiry and its bid to ask', () => {
  const given = model([point(3, 38), point(30, 40)]);
  const reading = readTerm(
    given,
    termGeometry(given, size),
    { expiryId: '30', x: null, pointId: null },
    null,
  );
  expect(reading?.spoken).toBe(
    '30D, 30 days: at the money 40.0, put 44.0, call 37.0; ATM bid to ask 39.5 to 40.5',
  );
  expect(reading?.dots).toHaveLength(3);
});

it('holds only finite numbers for any expiries', () => {
  const vol = fc.option(fc.double({ min: 0, max: 900, noNaN: true }));
  const any = fc.record({
    days: fc.double({ min: -2, max: 3000, noNaN: true }),
    atm: vol,
    putVol: vol,
    callVol: vol,
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), fc.integer({ min: 320, max: 1100 }), (list, width) => {
      const points = list.map(({ days, atm, putVol, callVol }, i) =>
        point(days, atm, { expiryId: `${i}`, putVol, callVol }),
      );
      const text = JSON.stringify(termGeometry(model(points), { width, height: 200 }), (_, value: unknown) =>
        typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value,
      );
      expect(text).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 60 },
  );
});
