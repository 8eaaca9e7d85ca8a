import { type EpochMs, epochMs } from '#base/time.ts';
import { type MarketFault, waitAfter } from './market-fault.ts';
import type { MarketSnapshot } from './market-source.ts';
import type { StreamLine, VenueClock } from './stream-line.ts';

/** What is known of a live chain: by request, by socket, or by both. */
export interface LiveQueryState {
  readonly data: MarketSnapshot | undefined;
  /** Attempts that failed since the last success. */
  readonly failureCount: number;
  readonly fault: MarketFault | null;
  /** Null, or absent, where nothing streams. */
  readonly stream?: StreamLine | null;
  /** False where the venue can be had by socket alone: a fault is then the socket's. Absent where requests are made. */
  readonly byRequest?: boolean;
}

/** How a live venue is doing, derived at once from what is known and the clock. */
export interface LiveStatus {
  /**
   * `waiting`: nothing yet; `live`: the last attempt succeeded; `failing`: it did not; `partial`: requests fail, and
   * what is on screen goes on by socket; `stale`: nothing failed that is known of, and yet nothing new has come.
   */
  readonly phase: 'waiting' | 'live' | 'failing' | 'partial' | 'stale';
  /** Since the last good snapshot was received; null before the first. */
  readonly ageMs: number | null;
  readonly fault: MarketFault | null;
  /** When the next attempt starts; null when none is scheduled. */
  readonly nextTryAt: EpochMs | null;
  /**
   * How far the venue's own time stamp lies behind the moment of receipt, by the venue's clock where that is known and
   * else by this device's; null before the first snapshot.
   */
  readonly delayMs: number | null;
  /** Venue's clock less this device's, as far as it is surely off; null where nobody has told it. */
  readonly skewMs: number | null;
  readonly stream: StreamLine | null;
  /** False where the venue can be had by socket alone. */
  readonly byRequest: boolean;
}

/** A chain asked for every five seconds is no longer live when it is older than that and a slow answer. */
const STALE_BY_REQUEST_MS = 12_000;
const STALE_BY_SOCKET_MS = 5_000;

function nextTry(fault: MarketFault, failureCount: number): EpochMs | null {
  const wait = waitAfter(fault, failureCount);
  return wait === null ? null : epochMs(fault.at + wait);
}

export function liveStatus(state: LiveQueryState, now: EpochMs): LiveStatus {
  const { data, fault, failureCount, stream = null, byRequest = true } = state;
  const failing = failureCount > 0 && fault !== null;
  const ageMs = data === undefined ? null : Math.max(0, now - data.receivedAt);
  const scheduled = byRequest ? failing && nextTry(fault, failureCount) : (stream?.nextTryAt ?? null);
  return {
    phase: phaseOf(state, ageMs),
    ageMs,
    fault: failing ? fault : null,
    nextTryAt: failing && scheduled !== false ? scheduled : null,
    ...lateness(data, stream),
    stream,
    byRequest,
  };
}

function lateness(
  data: MarketSnapshot | undefined,
  stream: StreamLine | null,
): Pick<LiveStatus, 'delayMs' | 'skewMs'> {
  const skewMs = stream?.clock ? sureSkew(stream.clock) : null;
  return { skewMs, delayMs: data === undefined ? null : data.receivedAt + (skewMs ?? 0) - data.chain.asOf };
}

/** What is left of a difference when its margin is taken off. */
function sureSkew({ skewMs, marginMs }: VenueClock): number {
  return skewMs > 0 ? Math.max(0, skewMs - marginMs) : Math.min(0, skewMs + marginMs);
}

function phaseOf(
  { fault, failureCount, stream = null, byRequest = true }: LiveQueryState,
  ageMs: number | null,
): LiveStatus['phase'] {
  const failing = failureCount > 0 && fault !== null;
  if (failing) return ageMs !== null && byRequest && stream?.phase === 'streaming' ? 'partial' : 'failing';
  if (ageMs === null) return 'waiting';
  return ageMs > (byRequest ? STALE_BY_REQUEST_MS : STALE_BY_SOCKET_MS) ? 'stale' : 'live';
}
