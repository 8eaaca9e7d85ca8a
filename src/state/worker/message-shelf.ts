import type { WireMessage } from '#market/recording.ts';

/** The last messages of each shelf, so that a number can be traced to the text it came from. */
export interface MessageShelf {
  readonly hear: (shelf: string, message: WireMessage) => void;
  readonly newestFirst: (shelf: string) => readonly WireMessage[];
}

/** UTF-16 units of text on one shelf. */
const LARGEST = 8_000_000;

interface Shelf {
  readonly messages: Map<string, WireMessage>;
  size: number;
  heard: number;
}

/** An answer takes the place of an earlier one to the same question; what was pushed stands until there is no room. */
export function createMessageShelf(largest = LARGEST): MessageShelf {
  const shelves = new Map<string, Shelf>();

  function drop(shelf: Shelf, key: string): void {
    shelf.size -= shelf.messages.get(key)?.body.length ?? 0;
    shelf.messages.delete(key);
  }

  return {
    hear: (name, message) => {
      const shelf = shelves.get(name) ?? { messages: new Map<string, WireMessage>(), size: 0, heard: 0 };
      shelves.set(name, shelf);
      shelf.heard += 1;
      const key = message.via === 'http' ? message.request : `#${shelf.heard}`;
      drop(shelf, key);
      shelf.messages.set(key, message);
      shelf.size += message.body.length;
      for (const oldest of shelf.messages.keys()) {
        if (shelf.size <= largest || oldest === key) break;
        drop(shelf, oldest);
      }
    },
    newestFirst: (name) => [...(shelves.get(name)?.messages.values() ?? [])].toReversed(),
  };
}
