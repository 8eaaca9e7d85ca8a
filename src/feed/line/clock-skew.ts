import type { EpochMs } from '#base/time.ts';
import type { ClockReading } from '../feed-health.ts';

/** What is known of the venue's clock and of how long its messages are on their way. */
export interface ClockSkew {
  /** The venue answered a question of ours with its clock. */
  answered(times: {
    readonly sentAt: EpochMs;
    readonly receivedAt: EpochMs;
    readonly venueTime: EpochMs;
  }): void;
  /** A message carried the venue's own stamp. */
  stamped(stamp: EpochMs, receivedAt: EpochMs): void;
  reading(): ClockReading | null;
  /** Median of receipt less stamp over the last messages; null without any. */
  delayMs(): number | null;
}

const ANSWERS_KEPT = 8;
const STAMPS_KEPT = 101;
/** More than two clocks drift apart while the answers are kept. */
const DRIFT_MS = 500;

/** Middle value; the mean of the two middle ones of an even number; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

interface Answer {
  readonly skew: number;
  readonly trip: number;
}

/** Whether both can be true of clocks that merely drift. */
function agree(a: Answer, b: Answer): boolean {
  return Math.abs(a.skew - b.skew) <= (a.trip + b.trip) / 2 + DRIFT_MS;
}

/**
 * As the network time protocol does it: the venue's clock was read somewhere between question and answer, so that half
 * the round trip bounds the error, and of the last answers the quickest tells most.
 */
export function createClockSkew(): ClockSkew {
  let answers: readonly Answer[] = [];
  let delays: readonly number[] = [];
  return {
    answered: ({ sentAt, receivedAt, venueTime }) => {
      const trip = receivedAt - sentAt;
      // A device whose clock was set in between knows nothing.
      if (trip < 0 || trip > 30_000) return;
      const answer = { skew: venueTime - (sentAt + receivedAt) / 2, trip };
      // An answer that cannot be reconciled with those before tells that one of the clocks was set.
      const known = answers.filter((one) => agree(one, answer));
      answers = [...known, answer].slice(-ANSWERS_KEPT);
    },
    stamped: (stamp, receivedAt) => {
      delays = [...delays, receivedAt - stamp].slice(-STAMPS_KEPT);
    },
    reading: () => {
      const [first, ...rest] = answers;
      if (first === undefined) return null;
      const best = rest.reduce((quickest, one) => (one.trip < quickest.trip ? one : quickest), first);
      return { skewMs: best.skew, marginMs: best.trip / 2, samples: answers.length };
    },
    delayMs: () => medianOf(delays),
  };
}
