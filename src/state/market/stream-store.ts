import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochMs } from '#base/time.ts';
import type { FeedHealth } from '#feed/feed-health.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { MarketSnapshot } from './market-source.ts';

/** What the page is looking at, as far as a venue's sockets depend on it. */
export interface LookedAt {
  readonly expiries: readonly EpochMs[];
  /** Contracts whose order book is on screen, by venue. */
  readonly books: Partial<Record<VenueId, readonly string[]>>;
}

/** What came by socket, and how the sockets are doing. */
export interface Streams {
  /** The newest picture of each venue; of the underlying that was looked at last. */
  readonly snapshots: Partial<Record<VenueId, MarketSnapshot>>;
  /** Stays after a feed was closed, with its history. */
  readonly health: Partial<Record<VenueId, FeedHealth>>;
  readonly lookedAt: LookedAt;
  /** What this visit has learnt of venues whose answers to requests a page may or may not be able to read. */
  readonly requestsRefused: Partial<Record<VenueId, boolean>>;
  /** Some venue has been heard by socket since the page opened. */
  readonly everHeard: boolean;
}

export type StreamStore = StoreApi<Streams>;

export function createStreamStore(): StreamStore {
  return createStore<Streams>(() => ({
    snapshots: {},
    health: {},
    lookedAt: { expiries: [], books: {} },
    requestsRefused: {},
    everHeard: false,
  }));
}

export function setHealth(store: StreamStore, venue: VenueId, health: FeedHealth): void {
  store.setState(({ health: before }) => ({ health: { ...before, [venue]: health } }));
}

export function setSnapshot(store: StreamStore, venue: VenueId, snapshot: MarketSnapshot): void {
  store.setState(({ snapshots: before }) => ({
    snapshots: { ...before, [venue]: snapshot },
    everHeard: true,
  }));
}

/** The feed of a venue ended: its last picture goes, its history stays. */
export function endStream(store: StreamStore, venue: VenueId): void {
  store.setState(({ snapshots, health }) => {
    const { [venue]: _gone, ...others } = snapshots;
    const last = health[venue];
    const off = last && { ...last, phase: 'off' as const, nextTryAt: null, framesPerSecond: 0 };
    return { snapshots: others, ...(off && { health: { ...health, [venue]: off } }) };
  });
}

/** Says what is looked at; the same again changes nothing. */
export function lookAt(store: StreamStore, looked: Partial<LookedAt>): void {
  const before = store.getState().lookedAt;
  const next = { ...before, ...looked };
  const same =
    String(before.expiries) === String(next.expiries) &&
    JSON.stringify(before.books) === JSON.stringify(next.books);
  if (!same) store.setState({ lookedAt: next });
}
