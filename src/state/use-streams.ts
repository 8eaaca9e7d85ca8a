import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EpochMs } from '#base/time.ts';
import type { FeedHealth } from '#feed/feed-health.ts';
import type { VenueId } from '#market/venue-id.ts';
import { useApp } from './app-context.ts';
import { lookAt, type Streams } from './market/stream-store.ts';

export function useStreams<T>(choose: (streams: Streams) => T): T {
  return useStore(useApp().streams, choose);
}

/** How a venue's sockets are doing, told every second while they are open; null where there were none. */
export function useFeedHealth(venue: VenueId): FeedHealth | null {
  return useStreams(({ health }) => health[venue] ?? null);
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
