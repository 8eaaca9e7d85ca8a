import type { SocketCall, VenueStreams } from '#exchanges/venue-streams.ts';
import type { WireMessage } from '#market/recording.ts';
import type { FeedHealth } from '../feed-health.ts';
import { type FeedView, LiveFeed } from '../line/live-feed.ts';
import { fakeWorld } from './fake-line-io.ts';
import { plainStreams } from './plain-streams.ts';

export const VIEW: FeedView = { underlying: 'BTC', expiries: [], books: [], streamAlone: false };
export const ADDRESS = 'wss://venue.example/ws';

interface Setting {
  readonly streams?: Partial<VenueStreams>;
  readonly view?: FeedView;
  readonly random?: number;
  readonly calls?: readonly SocketCall[];
  /** How long the reader takes. */
  readonly readMs?: number;
}

/** A feed of one socket in a world of its own; the channels are the view's books. */
export function feedIn({ streams = {}, view = VIEW, random = 0, calls = [], readMs = 0 }: Setting = {}) {
  const world = fakeWorld(random);
  const batches: (readonly WireMessage[])[] = [];
  const recorded: string[] = [];
  const plans: FeedView[] = [];
  const told: FeedHealth[] = [];
  let resyncs = 0;
  const feed = new LiveFeed(
    {
      streams: plainStreams(streams),
      io: world,
      plan: async (looked) => {
        plans.push(looked);
        return { sockets: [{ address: ADDRESS, channels: ['index', ...looked.books] }], calls };
      },
      deliver: (messages) =>
        new Promise((resolve) => {
          batches.push(messages);
          world.after(readMs, () => resolve({ unread: 0 }));
        }),
      tap: ({ body }) => void recorded.push(body),
      resync: () => {
        resyncs += 1;
      },
      onHealth: (health) => void told.push(health),
    },
    view,
  );
  const bodies = () => batches.flatMap((batch) => batch.map(({ body }) => body));
  const health = (): FeedHealth => {
    const last = told.at(-1);
    if (last === undefined) throw new Error('nothing was told');
    return last;
  };
  async function opened(): Promise<void> {
    await world.pass(0);
    world.socket().events.opened();
    await world.pass(0);
  }
  return { world, feed, batches, bodies, recorded, plans, health, opened, resyncs: () => resyncs };
}
