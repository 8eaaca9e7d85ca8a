import { type EpochMs, epochMs } from '#base/time.ts';
import { type MarketFault, waitAfter } from './market-fault.ts';
import type { MarketSnapshot } from './market-source.ts';

/** What the query of a live chain knows about itself. */
export interface LiveQueryState {
  readonly data: MarketSnapshot | undefined;
  /** Attempts that failed since the last success. */
  readonly failureCount: number;
  readonly fault: MarketFault | null;
}

/** How a live venue is doing, derived at once from the query and the clock. */
export interface LiveStatus {
  /** `waiting`: nothing yet; `live`: the last attempt succeeded; `failing`: it did not. */
  readonly phase: 'waiting' | 'live' | 'failing';
  /** Since the last good snapshot was received; null before the first. */
  readonly ageMs: number | null;
  readonly fault: MarketFault | null;
  /** When the next attempt starts; null when none is scheduled. */
  readonly nextTryAt: EpochMs | null;
  /** How far the venue's own time stamp lies behind the moment of receipt; null before the first snapshot. */
  readonly delayMs: number | null;
}

function nextTry(fault: MarketFault, failureCount: number): EpochMs | null {
  const wait = waitAfter(fault, failureCount);
  return wait === null ? null : epochMs(fault.at + wait);
}

export function liveStatus({ data, fault, failureCount }: LiveQueryState, now: EpochMs): LiveStatus {
  const failing = failureCount > 0 && fault !== null;
  const waited = data === undefined ? 'waiting' : 'live';
  return {
    phase: failing ? 'failing' : waited,
    ageMs: data === undefined ? null : Math.max(0, now - data.receivedAt),
    fault: failing ? fault : null,
    nextTryAt: failing ? nextTry(fault, failureCount) : null,
    delayMs: data === undefined ? null : data.receivedAt - data.chain.asOf,
  };
}
