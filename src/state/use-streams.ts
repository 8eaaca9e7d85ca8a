import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { EpochMs } from '#base/time.ts';
import type { FeedHealth } from '#feed/feed-health.ts';
import type { VenueId } from '#market/venue-id.ts';
import { useApp } from './app-context.ts';
import type { VenueClock } from './market/stream-line.ts';
import { lookAt, type Streams } from './market/stream-store.ts';

export function useStreams<T>(choose: (streams: Streams) => T): T {
  return useStore(useApp().streams, choose);
}

/** How a venue's sockets are doing, told every second while they are open; null where there were none. */
export function useFeedHealth(venue: VenueId): FeedHealth | null {
  return useStreams(({ health }) => health[venue] ?? null);
}

/** The venue's clock against this device's, new only when it is read anew; null where nothing has told it. */
export function useVenueClock(venue: VenueId): VenueClock | null {
  const skewMs = useStreams(({ health }) => health[venue]?.clock?.skewMs ?? null);
  const marginMs = useStreams(({ health }) => health[venue]?.clock?.marginMs ?? null);
  return useMemo(
    () => (skewMs === null || marginMs === null ? null : { skewMs, marginMs }),
    [skewMs, marginMs],
  );
}

/** Lets the venue's sockets know which expiries are on screen, the most wanted first. */
export function useLookAtExpiries(expiries: readonly EpochMs[] | null): void {
  const { streams } = useApp();
  useEffect(() => {
    if (expiries !== null) lookAt(streams, { expiries });
  }, [streams, expiries]);
}

/** Lets a venue's sockets know whose order books are on screen, for as long as whoever asks is there. */
export function useLookAtBooks(venue: VenueId | null, books: readonly string[]): void {
  const { streams } = useApp();
  const key = books.join(' ');
  useEffect(() => {
    if (venue === null || key === '') return undefined;
    const look = (wanted: readonly string[]): void =>
      lookAt(streams, { books: { ...streams.getState().lookedAt.books, [venue]: wanted } });
    look(key.split(' '));
    return () => look([]);
  }, [streams, venue, key]);
}
