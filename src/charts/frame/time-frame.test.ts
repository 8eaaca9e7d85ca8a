import { expect, test } from 'vitest';
import { labelHeight } from './text-width.ts';
import { timeFrame } from './time-frame.ts';

const request = {
  days: [1, 30, 365],
  domain: [20, 40] as const,
  unit: 'vol, %',
  notes: ['25 DEC: no quotes'],
  rightTexts: ['ATM'],
};

test.each([390, 820, 1440])('names the axis across between its ticks and the notes at %i pixels', (width) => {
  const { plot, title, footnotes } = timeFrame({ width, height: 220 }, request);
  const [run] = title.runs;
  const ticks = plot.bottom + 17;
  expect(run?.text).toBe('time to expiry, log scale');
  expect((run?.y ?? 0) - ticks).toBeGreaterThanOrEqual(labelHeight);
  expect((footnotes[0]?.y ?? 0) - (run?.y ?? 0)).toBeGreaterThanOrEqual(labelHeight);
  expect((run?.x ?? 0) - title.width / 2).toBeGreaterThan(0);
  expect((run?.x ?? 0) + title.width / 2).toBeLessThan(width);
});

test('takes another name where something else lies across', () => {
  const { title } = timeFrame({ width: 600, height: 220 }, { ...request, title: 'BTC held, log scale' });
  expect(title.runs.map(({ text }) => text)).toEqual(['BTC held, log scale']);
});
