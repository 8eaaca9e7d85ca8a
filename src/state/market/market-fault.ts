import type { EpochMs } from '#base/time.ts';

/** Why an attempt to read a market brought nothing. */
export type FaultKind =
  | 'unreachable'
  | 'timeout'
  | 'rate-limited'
  | 'region-blocked'
  | 'server-error'
  | 'unreadable'
  | 'empty';

/** One failed attempt. What will be tried next and when follows from it alone. */
export interface MarketFault {
  readonly kind: FaultKind;
  /** Bounded text of what was seen: a status line, the first words of an answer. */
  readonly detail: string;
  readonly at: EpochMs;
  /** How long the venue asked to be left alone, or null when it did not say. */
  readonly retryAfterMs: number | null;
  /** In [0, 1), drawn once, so that the wait is random between pages and yet known to the screen. */
  readonly jitter: number;
}

/** Carries a fault through a promise. */
export class MarketFaultError extends Error {
  readonly fault: MarketFault;
  constructor(fault: MarketFault) {
    super(`${fault.kind}: ${fault.detail}`);
    this.name = 'MarketFaultError';
    this.fault = fault;
  }
}
