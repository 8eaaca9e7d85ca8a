import type { EpochMs } from '#base/time.ts';
import type { FeedFailure } from '#feed/feed-failure.ts';
import { mayRetry, retryDelay } from '#feed/retry-delay.ts';

/** One failed attempt to read a venue. What will be tried next and when follows from it alone. */
export interface MarketFault {
  readonly failure: FeedFailure;
  /** What happened, one sentence for people. */
  readonly text: string;
  readonly at: EpochMs;
  /** In [0, 1), drawn once, so that the wait is random between pages and yet known to the screen. */
  readonly random: number;
}

/** Carries a fault through a promise. */
export class MarketFaultError extends Error {
  readonly fault: MarketFault;
  constructor(fault: MarketFault) {
    super(fault.text);
    this.name = 'MarketFaultError';
    this.fault = fault;
  }
}

/** The wait after a fault that is the `count`-th in a row; null where asking again by itself cannot help. */
export function waitAfter(fault: MarketFault, count: number): number | null {
  return mayRetry(fault.failure) ? retryDelay(fault.failure, Math.max(0, count - 1), fault.random) : null;
}
