import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { createClockSkew } from './clock-skew.ts';

/** Asks once: the venue's clock is ahead by `skew`, the answer takes `out` and `back`. */
function ask(
  clock: ReturnType<typeof createClockSkew>,
  { at, skew, out = 20, back = 20 }: { at: number; skew: number; out?: number; back?: number },
): void {
  clock.answered({
    sentAt: epochMs(at),
    receivedAt: epochMs(at + out + back),
    venueTime: epochMs(at + out + skew),
  });
}

it('knows nothing before the first answer', () => {
  expect(createClockSkew().reading()).toBeNull();
});

it('keeps the true difference within its margin, and trusts the quickest answer most', () => {
  const clock = createClockSkew();
  ask(clock, { at: 0, skew: 5_000, out: 400, back: 20 });
  const first = clock.reading();
  expect(Math.abs((first?.skewMs ?? 0) - 5_000)).toBeLessThanOrEqual(first?.marginMs ?? 0);
  ask(clock, { at: 10_000, skew: 5_000, out: 15, back: 25 });
  expect(clock.reading()).toEqual({ skewMs: 4_995, marginMs: 20, samples: 2 });
  ask(clock, { at: 20_000, skew: 5_000, out: 300, back: 0 });
  expect(clock.reading()).toMatchObject({ skewMs: 4_995, samples: 3 });
});

it('forgets what it knew when a clock was set', () => {
  const clock = createClockSkew();
  ask(clock, { at: 0, skew: -120_000, out: 5, back: 5 });
  ask(clock, { at: 10_000, skew: -120_000 });
  ask(clock, { at: 20_000, skew: 0, out: 50, back: 50 });
  expect(clock.reading()).toEqual({ skewMs: 0, marginMs: 50, samples: 1 });
});

it('learns nothing from an answer during which this device’s clock was set', () => {
  const clock = createClockSkew();
  clock.answered({ sentAt: epochMs(5_000), receivedAt: epochMs(1_000), venueTime: epochMs(3_000) });
  clock.answered({ sentAt: epochMs(0), receivedAt: epochMs(40_000), venueTime: epochMs(3_000) });
  expect(clock.reading()).toBeNull();
});
