import { type EpochMs, epochMs } from '#base/time.ts';
import type { LineIo, SocketEvents } from '../line/line-io.ts';

/** A socket under a test's hand. */
export interface FakeSocket {
  readonly address: string;
  readonly sent: string[];
  readonly events: SocketEvents;
  readonly isClosed: () => boolean;
}

/** A world with its own clock and sockets, in which nothing happens by itself. */
export interface FakeWorld extends LineIo {
  readonly sockets: readonly FakeSocket[];
  /** The socket opened last. */
  readonly socket: () => FakeSocket;
  /** Lets time pass, running what falls due in order, and lets promises settle in between. */
  readonly pass: (ms: number) => Promise<void>;
  /** Moves the clock without running anything, as sleep does; what fell due runs with the next `pass`. */
  readonly sleep: (ms: number) => void;
  setOnline: (online: boolean) => void;
}

const START = 1_780_000_000_000;

async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
}

/** A world at a fixed instant where chance is always the same. */
export function fakeWorld(random: number = 0): FakeWorld {
  let now = START;
  let online = true;
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  const sockets: FakeSocket[] = [];

  function nextDue(until: number) {
    const due = timers.filter(({ at }) => at <= until);
    return due.reduce<(typeof due)[number] | null>(
      (first, one) => (first === null || one.at < first.at ? one : first),
      null,
    );
  }

  return {
    sockets,
    socket: () => {
      const last = sockets.at(-1);
      if (last === undefined) throw new Error('no socket was opened');
      return last;
    },
    openSocket: (address, events) => {
      let closed = false;
      const sent: string[] = [];
      sockets.push({ address, sent, events, isClosed: () => closed });
      return {
        send: (frame) => void sent.push(frame),
        close: () => {
          closed = true;
        },
      };
    },
    now: (): EpochMs => epochMs(now),
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    random: () => random,
    online: () => online,
    setOnline: (value) => {
      online = value;
    },
    sleep: (ms) => {
      now += ms;
    },
    pass: async (ms) => {
      const until = now + ms;
      await settle();
      for (let due = nextDue(until); due !== null; due = nextDue(until)) {
        const timer = due;
        timers = timers.filter((one) => one !== timer);
        now = Math.max(now, timer.at);
        timer.run();
        await settle();
      }
      now = Math.max(now, until);
    },
  };
}
