import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { feedFacts, type Health, incidentLines, minuteBars, minutesInWords } from './feed-view.ts';

const NOW = epochMs(Date.UTC(2026, 6, 8, 12, 30));
const ago = (ms: number) => epochMs(NOW - ms);
const health: Health = {
  phase: 'streaming',
  since: ago(300_000),
  lastLoss: { at: ago(330_000), reason: 'half-open' },
  nextTryAt: null,
  attempts: 0,
  lastFrameAt: ago(900),
  lastDataAt: ago(3000),
  framesPerSecond: 12.34,
  delayMs: 140,
  clock: null,
  channels: { wanted: 12, subscribed: 10, refused: 1, overLimit: 1 },
  totals: {
    connects: 2,
    losses: 1,
    gaps: 0,
    resyncs: 1,
    frames: 4321,
    superseded: 7,
    overflowed: 0,
    unread: 0,
  },
  incidents: [
    { at: ago(330_000), kind: 'lost', detail: 'no word for 30 s', reason: 'half-open' },
    { at: ago(300_000), kind: 'connected', detail: 'after 2 attempts', reason: null },
  ],
  minutes: [
    { at: ago(360_000), frames: 10, size: 1000, delayMs: null, leftOut: 0 },
    { at: ago(300_000), frames: 0, size: 0, delayMs: null, leftOut: 0 },
    { at: ago(240_000), frames: 20, size: 2000, delayMs: 100, leftOut: 0 },
  ],
};

it('tells what the sockets do now, why they were lost last, and what is not known', () => {
  const facts = new Map(feedFacts(health, NOW).map(({ name, value, how }) => [name, `${value} ${how}`]));
  expect(facts.get('Sockets')).toMatch(/^streaming, for 5 min .*12:24:30 UTC: it fell silent\.$/);
  expect(facts.get('Last quotes')).toMatch(/^3 s ago/);
  expect(facts.get('Clock')).toMatch(/^not known/);
  expect(facts.get('Channels')).toMatch(/^10 of 12 subscribed 1 refused, 1 beyond/);
});

it('marks the minute of a loss, and counts the silent ones', () => {
  const bars = minuteBars(health);
  expect(bars.map(({ share, troubled }) => [share, troubled])).toEqual([
    [0.5, true],
    [0, false],
    [1, false],
  ]);
  expect(minutesInWords(bars)).toMatch(/at most 20; 1 silent, 1 with a loss/);
});

it('lists what happened, the newest first', () => {
  expect(incidentLines(health).map(({ text }) => text)).toEqual([
    'Connected: after 2 attempts',
    'Connection lost: it fell silent',
  ]);
});
