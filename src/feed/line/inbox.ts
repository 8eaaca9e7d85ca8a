import type { WireMessage } from '#market/recording.ts';

/** A message waiting to be handed over; a newer one of the same key says all that it says. */
interface Waiting {
  readonly message: WireMessage;
  readonly key: string | null;
}

/** Messages received and not yet handed over, bounded whatever arrives. */
export interface Inbox {
  put(message: WireMessage, key: string | null): void;
  /** The oldest messages, at most so many, in the order in which they came. */
  take(most: number): readonly WireMessage[];
  waiting(): number;
  /** Since the beginning: left out since a newer one said the same. */
  superseded(): number;
  /** Since the beginning: thrown away for want of room. */
  overflowed(): number;
}

/** Beyond so many a newer message takes the place of an older one of its key. */
const CROWDED = 400;
/** Beyond either of these the oldest are thrown away. */
const MOST_MESSAGES = 20_000;
const LARGEST = 32_000_000;

export interface InboxBounds {
  readonly crowded?: number;
  readonly most?: number;
  readonly largest?: number;
}

/** While there is room every message is kept; in a crowd superseded ones go first, and each that goes is counted. */
export function createInbox({
  crowded = CROWDED,
  most = MOST_MESSAGES,
  largest = LARGEST,
}: InboxBounds = {}): Inbox {
  // A map keeps the order of arrival and lets go of any entry at once.
  const held = new Map<number, Waiting>();
  const newest = new Map<string, number>();
  let next = 0;
  let size = 0;
  let superseded = 0;
  let overflowed = 0;

  function letGo(place: number): void {
    const gone = held.get(place);
    if (gone === undefined) return;
    held.delete(place);
    size -= gone.message.body.length;
    if (gone.key !== null && newest.get(gone.key) === place) newest.delete(gone.key);
  }

  function oldest(): number | undefined {
    for (const place of held.keys()) return place;
    return undefined;
  }

  function makeRoom(key: string | null): void {
    const before = key === null || held.size < crowded ? undefined : newest.get(key);
    if (before !== undefined) {
      letGo(before);
      superseded += 1;
    }
    while (held.size > most || size > largest) {
      const first = oldest();
      if (first === undefined || held.size === 1) return;
      letGo(first);
      overflowed += 1;
    }
  }

  return {
    put: (message, key) => {
      makeRoom(key);
      next += 1;
      held.set(next, { message, key });
      size += message.body.length;
      if (key !== null) newest.set(key, next);
      makeRoom(null);
    },
    take: (count) => {
      const taken: WireMessage[] = [];
      for (const [place, { message }] of held) {
        if (taken.length >= count) break;
        taken.push(message);
        letGo(place);
      }
      return taken;
    },
    waiting: () => held.size,
    superseded: () => superseded,
    overflowed: () => overflowed,
  };
}
