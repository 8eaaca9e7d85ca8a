import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeedIncident, FeedMinute, FeedTotals, LossReason } from '../feed-health.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MOST_INCIDENTS = 500;
const RATE_SECONDS = 10;

/** What only counting can tell; the inbox and the reader have their own counts. */
type Counted = Pick<FeedTotals, 'connects' | 'losses' | 'gaps' | 'resyncs' | 'frames' | 'unread'>;

/** The last hour of a feed, and its counts since the beginning. */
export interface HealthLog {
  frame(size: number, at: EpochMs): void;
  unread(count: number): void;
  incident(kind: FeedIncident['kind'], detail: string, reason?: LossReason): void;
  /** Once a second: closes minutes, forgets what is older than an hour. */
  tick(delayMs: number | null, leftOut: number): void;
  framesPerSecond(): number;
  lastFrameAt(): EpochMs | null;
  totals(): Counted;
  incidents(): readonly FeedIncident[];
  minutes(): readonly FeedMinute[];
}

const COUNTED_BY: Partial<Record<FeedIncident['kind'], keyof Counted>> = {
  connected: 'connects',
  lost: 'losses',
  gap: 'gaps',
  resync: 'resyncs',
};

const minuteOf = (at: EpochMs): EpochMs => epochMs(Math.floor(at / MINUTE_MS) * MINUTE_MS);

export function createHealthLog(now: () => EpochMs): HealthLog {
  const totals = { connects: 0, losses: 0, gaps: 0, resyncs: 0, frames: 0, unread: 0 };
  let incidents: readonly FeedIncident[] = [];
  let minutes: readonly FeedMinute[] = [];
  let running: FeedMinute = { at: minuteOf(now()), frames: 0, size: 0, delayMs: null, leftOut: 0 };
  let leftOutBefore = 0;
  let lastFrameAt: EpochMs | null = null;
  // Frames of this second, which grows, and of the seconds before it.
  let frames = 0;
  let size = 0;
  let seconds: readonly number[] = [];

  return {
    frame: (length, at) => {
      frames += 1;
      size += length;
      totals.frames += 1;
      lastFrameAt = at;
    },
    unread: (count) => {
      totals.unread += count;
    },
    incident: (kind, detail, reason) => {
      const counted = COUNTED_BY[kind];
      if (counted !== undefined) totals[counted] += 1;
      const incident = { at: now(), kind, detail: detail.slice(0, 160), reason: reason ?? null };
      incidents = [...incidents, incident].slice(-MOST_INCIDENTS);
    },
    tick: (delayMs, leftOut) => {
      const at = minuteOf(now());
      if (at !== running.at) {
        minutes = [...minutes, running];
        running = { at, frames: 0, size: 0, delayMs: null, leftOut: 0 };
      }
      running = {
        at,
        frames: running.frames + frames,
        size: running.size + size,
        delayMs: delayMs ?? running.delayMs,
        leftOut: running.leftOut + leftOut - leftOutBefore,
      };
      leftOutBefore = leftOut;
      seconds = [...seconds, frames].slice(-RATE_SECONDS);
      [frames, size] = [0, 0];
      const old = now() - HOUR_MS;
      minutes = minutes.filter((minute) => minute.at > old);
      incidents = incidents.filter((incident) => incident.at > old);
    },
    framesPerSecond: () =>
      seconds.length === 0 ? 0 : seconds.reduce((sum, count) => sum + count, 0) / seconds.length,
    lastFrameAt: () => lastFrameAt,
    totals: () => ({ ...totals }),
    incidents: () => incidents,
    minutes: () => [...minutes, running],
  };
}
