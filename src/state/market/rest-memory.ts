import { DAY_MS, type EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';

/** What was learnt of venues whose answers to requests may or may not be readable by a page. */
export interface RestMemory {
  /** Whether requests were found to be unreadable, not too long ago. */
  refused(venue: VenueId): boolean;
  remember(venue: VenueId): void;
  forget(venue: VenueId): void;
}

/** The part of a browser's storage that is used; it may throw, as it does where storing is forbidden. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A venue may open its doors any day. */
const KEPT_MS = DAY_MS;

/** Keeps what was learnt on the shelf for a day, and for this visit where nothing can be kept. */
export function createRestMemory(shelf: Shelf | null, now: () => EpochMs): RestMemory {
  const learnt = new Map<VenueId, number>();
  const place = (venue: VenueId): string => `smirk.requests-refused.${venue}`;

  function stored(venue: VenueId): number {
    try {
      const until = Number(shelf?.getItem(place(venue)) ?? 0);
      // A time further off than any that is written was not written here.
      return Number.isFinite(until) && until <= now() + KEPT_MS ? until : 0;
    } catch {
      return 0;
    }
  }

  function store(write: (kept: Shelf) => void): void {
    try {
      if (shelf !== null) write(shelf);
    } catch {
      // A browser that keeps nothing only costs one probe a visit.
    }
  }

  return {
    refused: (venue) => Math.max(learnt.get(venue) ?? 0, stored(venue)) > now(),
    remember: (venue) => {
      const until = now() + KEPT_MS;
      learnt.set(venue, until);
      store((kept) => kept.setItem(place(venue), String(until)));
    },
    forget: (venue) => {
      learnt.delete(venue);
      store((kept) => kept.removeItem(place(venue)));
    },
  };
}
