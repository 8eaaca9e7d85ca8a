import { expect, it } from 'vitest';
import type { SmileStrip, StripMark } from './smile-strip.ts';
import { placeStrip, stripHeight } from './strip-geometry.ts';

const mark = (x: number, value: number, rest: Partial<StripMark> = {}): StripMark => ({
  id: `M ${x}`,
  x,
  value,
  interval: null,
  faded: false,
  ...rest,
});

function strip(marks: readonly StripMark[], rest: Partial<SmileStrip> = {}): SmileStrip {
  return {
    id: 's',
    titles: ['A title with a great deal to say about its bars and bands', 'A title'],
    look: 'dots',
    band: null,
    leastSpan: 1,
    series: [{ expiryId: 'e', colour: 'red', marks, line: [], lineRests: null }],
    emptyText: 'nothing here',
    ...rest,
  };
}

const at = { left: 40, right: 440, top: 300, width: 500 };
const place = (given: SmileStrip, where = at) => placeStrip(given, (x) => 240 + 50 * x, where);

it('keeps zero and every value on the axis, inside its own height', () => {
  const { zeroY, plot, series, beyond } = place(strip([mark(-1, 2), mark(0, 3), mark(1, 4)]));
  expect(zeroY).toBeGreaterThan(plot.top);
  expect(zeroY).toBeLessThan(plot.bottom);
  expect(series[0]?.dots.match(/M/g)).toHaveLength(3);
  expect(plot.bottom).toBeLessThan(300 + stripHeight);
  expect(beyond).toBe('');
});

it('lets one wild value go and says so, rather than flatten the rest', () => {
  const many = Array.from({ length: 40 }, (_, i) => mark(-3 + i / 8, Math.sin(i)));
  const { beyond, clipMarks, series } = place(strip([...many, mark(2.5, 300)]));
  expect(beyond).toBe('1 beyond this axis');
  expect(clipMarks).not.toBe('');
  expect(series[0]?.dots.match(/M/g)).toHaveLength(40);
});

it('makes no room for what no fit rests on', () => {
  const { beyond } = place(strip([mark(0, 0.2), mark(1, 60, { faded: true })]));
  expect(beyond).toBe('1 beyond this axis');
});

it('leaves out what the smile above does not show', () => {
  const { series } = place(strip([mark(0, 1), mark(9, 1), mark(-9, 1)]));
  expect(series[0]?.dots.match(/M/g)).toHaveLength(1);
});

it('says in words that there is nothing to draw', () => {
  const empty = place(strip([]));
  expect([empty.emptyText, empty.ticks]).toEqual(['nothing here', []]);
});

it('stands columns on zero, up and down, and writes their amounts short', () => {
  const placed = place(strip([mark(0, 24_000), mark(1, -12_000)], { look: 'columns' }));
  expect(placed.series[0]?.columns.match(/M/g)).toHaveLength(2);
  expect(placed.ticks.map(({ text }) => text)).toContain('20k');
  expect(placed.ticks.every(({ text }) => !text.includes('−'))).toBe(true);
});

it('draws a line solid where it rests on quotes and dashed beyond', () => {
  const line = [-3, -1, 1, 3].map((x) => ({ x, value: x }));
  const series = [{ expiryId: 'e', colour: 'red', marks: [], line, lineRests: [-1, 1] as const }];
  const [one] = place(strip([], { series })).series;
  const xs = (path: string) => [...path.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x));
  expect(Math.min(...xs(one!.solid))).toBe(190);
  expect(Math.max(...xs(one!.solid))).toBe(290);
  expect(xs(one!.dashed).every((x) => x <= 190 || x >= 290)).toBe(true);
});

it('takes the longest title that fits', () => {
  expect(place(strip([])).title).toMatch(/^A title with/);
  expect(place(strip([]), { ...at, width: 200 }).title).toBe('A title');
});
