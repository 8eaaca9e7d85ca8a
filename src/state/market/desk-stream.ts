import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeedHealth } from '#feed/feed-health.ts';
import type { FeedView, LiveFeed } from '#feed/line/live-feed.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { Desk } from '../worker/start-desk.ts';
import { keepLoading } from './code-loading.ts';
import { snapshotOf } from './desk-market.ts';
import type { StreamDoor } from './market-source.ts';

interface DeskStreamParts {
  readonly desk: Desk;
  readonly now: () => EpochMs;
  readonly onMessage: (message: WireMessage) => void;
  /** Fetches the code of sockets: the page's own, unless a caller has another. */
  readonly load?: () => Promise<Pick<typeof import('#feed/line/open-feed.ts'), 'openFeed'>>;
}

const loadOpenFeed = () => import('#feed/line/open-feed.ts');

/** A feed whose code the page has not: nothing was heard, and nothing is until it is there. */
function unloaded(attempts: number, at: EpochMs, waitMs: number | null): FeedHealth {
  return {
    phase: 'reconnecting',
    since: at,
    lastLoss: { at, reason: 'not-loaded' },
    nextTryAt: waitMs === null ? null : epochMs(at + waitMs),
    attempts,
    lastFrameAt: null,
    lastDataAt: null,
    framesPerSecond: 0,
    delayMs: null,
    clock: null,
    channels: { wanted: 0, subscribed: 0, refused: 0, overLimit: 0 },
    totals: {
      connects: 0,
      losses: 0,
      gaps: 0,
      resyncs: 0,
      frames: 0,
      superseded: 0,
      overflowed: 0,
      unread: 0,
    },
    incidents: [],
    minutes: [],
  };
}

/** A stream whose sockets are the page's and whose text is read in the worker. */
export function deskStream(venue: VenueId, parts: DeskStreamParts): StreamDoor {
  const { desk, now, onMessage, load = loadOpenFeed } = parts;
  return (first, listener) => {
    let view = first;
    let feed: LiveFeed | null = null;
    let paused = false;
    let closed = false;
    let version = -1;

    async function deliver(messages: readonly WireMessage[]): Promise<{ readonly unread: number }> {
      const { underlying } = view;
      const news = await desk.call('push', { venue, underlying, messages, now: now() });
      if (!news.ok) return { unread: messages.length };
      const { held, unread } = news.value;
      if (held !== null && held.head.version !== version && !closed && underlying === view.underlying) {
        ({ version } = held.head);
        // However long the reading took, the prices are as old as the newest message that brought them.
        const receivedAt = epochMs(Math.max(...messages.map(({ at }) => at)));
        listener.onSnapshot(snapshotOf(held, receivedAt));
      }
      return { unread };
    }

    async function plan(looked: FeedView) {
      const { underlying } = looked;
      const planned = await desk.call('plan', { venue, underlying, view: looked, now: now() });
      return planned.ok ? planned.value : null;
    }

    // Without its code a page goes on by requests, and where there are none it says why nothing comes.
    const code = keepLoading(load, {
      onThere: ({ openFeed }) => {
        const { onResync: resync, onHealth } = listener;
        feed = openFeed(venue, { plan, deliver, tap: onMessage, resync, onHealth }, view);
        if (paused) feed?.pause();
      },
      onFailure: (attempts, waitMs) => listener.onHealth(unloaded(attempts, now(), waitMs)),
    });

    return {
      look: (looked) => {
        view = looked;
        feed?.look(looked);
      },
      pause: () => {
        paused = true;
        code.pause();
        feed?.pause();
      },
      resume: () => {
        paused = false;
        code.resume();
        feed?.resume();
      },
      retry: () => {
        code.retry();
        feed?.retry();
      },
      close: () => {
        closed = true;
        code.close();
        feed?.close();
      },
    };
  };
}
