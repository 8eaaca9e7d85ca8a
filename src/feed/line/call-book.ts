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
  /** The venue would not answer: the question is asked again soon, however seldom it is otherwise. False for none of ours. */
  refused(id: number): boolean;
}

interface Asked {
  readonly call: SocketCall;
  readonly dueAt: number;
}

/** A refusal for too many questions is over by then, and any other does not come more often. */
const REFUSED_MS = 10_000;

export function createCallBook(io: Pick<LineIo, 'now'>, send: (frames: readonly string[]) => void): CallBook {
  let book = new Map<string, Asked>();

  function dueAt(call: SocketCall, at: number): void {
    book.set(call.request, { call, dueAt: at });
  }

  function callOf(id: number): SocketCall | null {
    for (const { call } of book.values()) if (call.id === id) return call;
    return null;
  }

  return {
    want: (calls) => {
      // A question already in the book keeps its number, so that an answer under way is still known.
      book = new Map(calls.map((call) => [call.request, book.get(call.request) ?? { call, dueAt: 0 }]));
    },
    ask: () => {
      const now = io.now();
      const due = [...book.values()].filter((one) => one.dueAt <= now);
      for (const { call } of due) dueAt(call, call.everyMs === null ? Infinity : now + call.everyMs);
      send(due.map(({ call }) => call.frame));
    },
    anew: () => {
      for (const { call } of book.values()) dueAt(call, 0);
    },
    answered: (id) => callOf(id)?.request ?? null,
    refused: (id) => {
      const call = callOf(id);
      if (call !== null) dueAt(call, io.now() + REFUSED_MS);
      return call !== null;
    },
  };
}
