import type { FeedFailure } from './feed-failure.ts';

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 60_000;
/** After a refusal for too many requests without a stated wait. */
const RATE_LIMIT_DELAY = 10_000;
/** A stated wait is honoured up to here; asking once in ten minutes harms nobody. */
const LONGEST_WAIT = 600_000;

/**
 * Milliseconds to wait before asking again: doubling from 1 s to 1 min, halved at random at most, so that many pages
 * do not return at once; never less than the venue asked for.
 * @param attempt 0 after the first failure
 * @param random a number in [0, 1)
 */
export function retryDelay(failure: FeedFailure, attempt: number, random: number): number {
  return backOff(attempt, askedFor(failure), random);
}

/** The same rule for a caller that kept only how long the venue asked to be left alone; null when it did not ask. */
export function backOff(attempt: number, askedForMs: number | null, random: number): number {
  const ceiling = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempt, 16));
  const ownDelay = (ceiling / 2) * (1 + random);
  const wait = Math.min(LONGEST_WAIT, askedForMs ?? 0) * (1 + random / 10);
  return Math.round(Math.max(ownDelay, wait));
}

/** False where asking again soon cannot help: the caller left, or the venue will not serve this request or place. */
export function mayRetry(failure: FeedFailure): boolean {
  if (failure.kind === 'http-error') return failure.status === 408 || failure.status === 425;
  if (failure.kind === 'document') {
    return failure.reason !== 'region-blocked' && failure.reason !== 'unknown-request';
  }
  return failure.kind !== 'aborted' && failure.kind !== 'region-blocked' && failure.kind !== 'too-large';
}

/** How long the venue asked to be left alone; a refusal for too many requests without a number counts as 10 s. */
export function askedFor(failure: FeedFailure): number | null {
  if (failure.kind === 'rate-limited') return failure.retryAfterMs ?? RATE_LIMIT_DELAY;
  return failure.kind === 'document' && failure.reason === 'rate-limited' ? RATE_LIMIT_DELAY : null;
}
