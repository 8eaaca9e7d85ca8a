import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { termStructureGeometry } from './geometry.ts';
import type { StructurePoint, StructureStep, TermStructureModel } from './term-structure-model.ts';
import { readTermStructure } from './term-structure-reading.ts';
import { termStructureTable } from './term-structure-table.ts';

const size = { width: 700, height: 320 };

function point(days: number, atm: number | null, rest: Partial<StructurePoint> = {}): StructurePoint {
  return {
    expiryId: `${days}`,
    label: `${days}D`,
    days,
    colour: 'red',
    atm,
    atmInterval: atm === null ? null : [atm - 1, atm + 1],
    putVol: atm === null ? null : atm + 3,
    callVol: atm === null ? null : atm - 1,
    swapVol: atm === null ? null : atm + 2,
    absence: atm === null ? 'too few quotes' : null,
    chosen: true,
    ...rest,
  };
}

function step(
  from: number | null,
  to: number,
  vol: number | null,
  rest: Partial<StructureStep> = {},
): StructureStep {
  return {
    expiryId: `${to}`,
    label: `${from ?? 'now'} to ${to}`,
    fromDays: from,
    toDays: to,
    vol,
    interval: vol === null ? null : [vol - 2, vol + 2],
    flag: null,
    withinDay: false,
    standing: null,
    ...rest,
  };
}

function model(rest: Partial<TermStructureModel> = {}): TermStructureModel {
  return {
    atmLabel: 'at the forward',
    deltaLabel: '25Δ',
    points: [point(2, 50), point(7, 45), point(30, 47)],
    steps: [step(null, 2, 50), step(2, 7, 43), step(7, 30, 47.6)],
    tenors: [{ tenorId: 'tenor 14', label: '14D constant', days: 14, atm: 46 }],
    lines: { vols: true, steps: true },
    decimals: 1,
    domain: null,
    emptyText: 'none',
    ...rest,
  };
}

it('draws each forward vol from one expiry to the next, the first from the near edge, joined by risers', () => {
  const { steps, frame } = termStructureGeometry(model(), size);
  expect(steps.steps[0]?.left).toBe(frame.plot.left);
  for (const [i, placed] of steps.steps.entries()) {
    expect(placed.right).toBeCloseTo(frame.x([2, 7, 30][i] ?? 0), 9);
    expect(placed.y).toBeCloseTo(frame.y([50, 43, 47.6][i] ?? 0), 9);
  }
  expect(steps.path.match(/M/g)).toHaveLength(1);
});

it('flags a gap in which total variance falls, breaks the stairs there and says so', () => {
  const falling = step(2, 7, null, { flag: 'total variance falls' });
  const { steps, frame } = termStructureGeometry(
    model({ steps: [step(null, 2, 50), falling, step(7, 30, 47)] }),
    size,
  );
  expect(steps.flags).not.toBe('');
  expect(steps.path.match(/M/g)).toHaveLength(2);
  expect(frame.footnotes.map(({ text }) => text).join(' ')).toContain('2 to 7: total variance falls');
});

it('names a gap that stands out by its dates, over a column as wide as the gap', () => {
  const high = step(2, 7, 60, { standing: 'high', label: '2 JUL to 7 JUL' });
  const { steps, frame } = termStructureGeometry(model({ steps: [step(null, 2, 50), high] }), size);
  expect(steps.events).toHaveLength(1);
  expect(steps.events[0]?.text).toBe('2 JUL to 7 JUL ↑');
  expect(steps.events[0]?.column).toContain(`H${Math.round(frame.x(7) * 100) / 100}`);
});

it('never sets two names of gaps over one another', () => {
  const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const steps = days.map((day) =>
    step(day, day + 1, 50, { standing: 'high', label: `${day} SEP SPXW to ${day + 1} SEP SPXW` }),
  );
  const { events } = termStructureGeometry(model({ steps }), size).steps;
  const named = events.filter(({ text }) => text !== '');
  expect(named.length).toBeGreaterThan(1);
  expect(events).toHaveLength(10);
  const spots = named.map(({ x, y }) => `${x} ${y}`);
  expect(new Set(spots).size).toBe(spots.length);
});

it('keeps hours between two series of one date out of the picture and in the table', () => {
  const hours = step(7, 7.3, 90, { withinDay: true });
  const given = model({
    points: [point(7, 45), point(7.3, 46), point(30, 47)],
    steps: [step(null, 7, 45), hours, step(7.3, 30, 47)],
  });
  const { frame, steps } = termStructureGeometry(given, size);
  expect(steps.steps).toHaveLength(2);
  expect(frame.footnotes[0]?.text).toBe('1 gap within one date not drawn');
  expect(termStructureTable(given).rows[1]?.cells).toContain(90);
});

it('reads every line at an expiry with both spreads, and the level of a constant tenor', () => {
  const given = model();
  const drawn = termStructureGeometry(given, size);
  const focus = (expiryId: string) => ({ expiryId, x: null, pointId: null });
  expect(readTermStructure(given, drawn, focus('7'), focus('2'))?.spoken).toBe(
    '7D, 7 days: at the money 45.0, put 48.0, call 44.0, variance swap 47.0, forward vol since the expiry before 43.0; ATM bid to ask 44.0 to 46.0; 2 to 7: 41.0 to 45.0 after the spread; ATM −5.0 from pinned 2D',
  );
  expect(readTermStructure(given, drawn, focus('tenor 14'), null)?.spoken).toMatch(/at the money 46.0/);
  expect(drawn.places.map(({ expiryId }) => expiryId)).toEqual(['2', '7', 'tenor 14', '30']);
});

it('draws at-the-money vol alone beside forward vol when the other vols are not wanted', () => {
  const { lines, labels } = termStructureGeometry(model({ lines: { vols: false, steps: true } }), size);
  expect(lines.map(({ kind }) => kind)).toEqual(['atm']);
  expect(labels.map(({ text }) => text).toSorted()).toEqual(['ATM', 'Forward vol']);
});

it('holds only finite numbers for any expiries', () => {
  const vol = fc.option(fc.double({ min: 0, max: 900, noNaN: true }));
  const day = fc.double({ min: -1, max: 3000, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(day, vol, vol), { maxLength: 12 }),
      fc.integer({ min: 320, max: 1400 }),
      (list, width) => {
        const points = list.map(([days, atm], i) => point(days, atm, { expiryId: `${i}` }));
        const steps = list.map(([days, , forward], i) =>
          step(list[i - 1]?.[0] ?? null, days, forward, { standing: i % 2 === 0 ? 'high' : 'low' }),
        );
        const text = JSON.stringify(
          termStructureGeometry(model({ points, steps, tenors: [] }), { width, height: 300 }),
          (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? 'NaN' : value),
        );
        expect(text).not.toMatch(/NaN|Infinity/);
      },
    ),
    { numRuns: 60 },
  );
});
