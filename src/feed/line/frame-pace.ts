import type { StreamLimits } from '#exchanges/venue-streams.ts';
import type { LineIo } from './line-io.ts';

const HOUR_MS = 3_600_000;

/** Frames on their way out, no faster than the venue allows. */
export interface FramePace {
  queue(frames: readonly string[]): void;
  /** Sends nothing for so long. */
  hold(ms: number): void;
  waiting(): number;
  /** Forgets what waits. What was sent stays counted. */
  clear(): void;
}

/** Sends at once while the venue's limits allow, and later what they do not. */
export function createFramePace(
  limits: StreamLimits,
  io: Pick<LineIo, 'now' | 'after'>,
  send: (frame: string) => void,
): FramePace {
  let queue: readonly string[] = [];
  let sent: readonly number[] = [];
  let heldUntil = 0;
  let callOff: (() => void) | null = null;

  function waitNow(): number {
    const now = io.now();
    sent = sent.filter((at) => at > now - HOUR_MS);
    const last = sent.at(-1) ?? Number.NEGATIVE_INFINITY;
    const full = sent.length >= limits.framesPerHour;
    const hour = full ? (sent[sent.length - limits.framesPerHour] ?? now) + HOUR_MS : 0;
    return Math.max(0, last + limits.frameEveryMs - now, hour - now, heldUntil - now);
  }

  function pump(): void {
    callOff?.();
    callOff = null;
    while (queue.length > 0) {
      const wait = waitNow();
      if (wait > 0) {
        callOff = io.after(wait, pump);
        return;
      }
      const [first = '', ...rest] = queue;
      queue = rest;
      sent = [...sent, io.now()];
      send(first);
    }
  }

  return {
    queue: (frames) => {
      queue = [...queue, ...frames];
      pump();
    },
    hold: (ms) => {
      heldUntil = Math.max(heldUntil, io.now() + ms);
    },
    waiting: () => queue.length,
    clear: () => {
      callOff?.();
      callOff = null;
      queue = [];
    },
  };
}
