import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedFailure } from './feed-failure.ts';
import { mayRetry, retryDelay } from './retry-delay.ts';

const LIMITED: FeedFailure = { kind: 'rate-limited', retryAfterMs: 30_000 };
const FAULT: FeedFailure = { kind: 'server-error', status: 500 };

describe('the delay before asking again', () => {
  it('doubles from a second to a minute, spread over half of itself', () => {
    expect([0, 1, 2, 3, 9, 400].map((attempt) => retryDelay(FAULT, attempt, 0))).toEqual([
      500, 1_000, 2_000, 4_000, 30_000, 30_000,
    ]);
    expect(retryDelay(FAULT, 3, 0.999_999)).toBe(8_000);
  });

  it('is never shorter than the venue asked for, and never longer than ten minutes and a tenth', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000),
        fc.nat(30),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (wait, attempt, random) => {
          const delay = retryDelay({ kind: 'rate-limited', retryAfterMs: wait }, attempt, random);
          return delay >= Math.min(wait, 600_000) && delay <= 660_000;
        },
      ),
      { seed: 3 },
    );
    expect(retryDelay(LIMITED, 0, 0)).toBe(30_000);
  });

  it('is ten seconds at least after a rate limit without a stated wait, however it was said', () => {
    const said: FeedFailure = { kind: 'document', reason: 'rate-limited', detail: 'too_many_requests' };
    expect(retryDelay({ kind: 'rate-limited', retryAfterMs: null }, 0, 0)).toBe(10_000);
    expect(retryDelay(said, 0, 0)).toBe(10_000);
  });

  it('is pointless where the answer would be the same', () => {
    const never: FeedFailure[] = [
      { kind: 'aborted' },
      { kind: 'region-blocked', status: 451 },
      { kind: 'too-large' },
      { kind: 'http-error', status: 404, message: null },
    ];
    const again: FeedFailure[] = [
      LIMITED,
      FAULT,
      { kind: 'offline' },
      { kind: 'timeout', afterMs: 1 },
      { kind: 'unreachable' },
      { kind: 'document', reason: 'not-json', detail: '' },
    ];
    expect(never.some(mayRetry)).toBe(false);
    expect(again.every(mayRetry)).toBe(true);
  });
});
