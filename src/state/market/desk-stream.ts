import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeedView, LiveFeed } from '#feed/line/live-feed.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { Desk } from '../worker/start-desk.ts';
import { snapshotOf } from './desk-market.ts';
import type { StreamDoor } from './market-source.ts';

interface DeskStreamParts {
  readonly desk: Desk;
  readonly now: () => EpochMs;
  readonly onMessage: (message: WireMessage) => void;
}

/** A stream whose sockets are the page's and whose text is read in the worker. */
export function deskStream(venue: VenueId, { desk, now, onMessage }: DeskStreamParts): StreamDoor {
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

    async function open(): Promise<void> {
      const { openFeed } = await import('#feed/line/open-feed.ts');
      if (closed) return;
      const parts = { plan, deliver, tap: onMessage, resync: listener.onResync, onHealth: listener.onHealth };
      feed = openFeed(venue, parts, view);
      if (paused) feed?.pause();
    }
    // Without its code a page goes on by requests alone.
    void open().catch(() => undefined);

    return {
      look: (looked) => {
        view = looked;
        feed?.look(looked);
      },
      pause: () => {
        paused = true;
        feed?.pause();
      },
      resume: () => {
        paused = false;
        feed?.resume();
      },
      retry: () => feed?.retry(),
      close: () => {
        closed = true;
        feed?.close();
      },
    };
  };
}
