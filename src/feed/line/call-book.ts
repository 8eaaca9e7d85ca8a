import type { SocketCall } from '#exchanges/venue-streams.ts';
import type { LineIo } from './line-io.ts';

/** Questions asked on a socket: what each answer is about, and when each is asked again. */
export interface CallBook {
  /** The questions there are to ask now, in place of those before; new ones are asked at once. */
  want(calls: readonly SocketCall[]): void;
  /** Asks those that are due. */
  ask(): void;
  /** Everything is due again: the connection is new, or something was missed. */
  anew(): void;
  /** The address that an answer is about; null for an answer to no question of ours. */
  answered(id: number): string | null;
}

interface Asked {
  readonly call: SocketCall;
  /** Null while it is due. */
  readonly at: number | null;
}

export function createCallBook(io: Pick<LineIo, 'now'>, send: (frames: readonly string[]) => void): CallBook {
  let book = new Map<string, Asked>();

  const isDue = ({ call, at }: Asked): boolean =>
    at === null || (call.everyMs !== null && io.now() - at >= call.everyMs);

  return {
    want: (calls) => {
      // A question already in the book keeps its number, so that an answer under way is still known.
      book = new Map(calls.map((call) => [call.request, book.get(call.request) ?? { call, at: null }]));
    },
    ask: () => {
      const due = [...book.values()].filter(isDue);
      for (const { call } of due) book.set(call.request, { call, at: io.now() });
      send(due.map(({ call }) => call.frame));
    },
    anew: () => {
      for (const [request, { call }] of book) book.set(request, { call, at: null });
    },
    answered: (id) => {
      for (const [request, { call }] of book) if (call.id === id) return request;
      return null;
    },
  };
}
