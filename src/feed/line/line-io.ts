import type { EpochMs } from '#base/time.ts';

/** What a socket tells: each of `closed` and `opened` at most once, nothing after `closed`. */
export interface SocketEvents {
  opened(): void;
  text(frame: string): void;
  closed(): void;
}

/** An open or opening socket. `close` is silent: no event follows it. */
export interface LineSocket {
  send(frame: string): void;
  close(): void;
}

/** The world around a line: sockets, time and chance. Tests hand in their own. */
export interface LineIo {
  readonly openSocket: (address: string, events: SocketEvents) => LineSocket;
  readonly now: () => EpochMs;
  /** Runs once after so many milliseconds; returns how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** In [0, 1). */
  readonly random: () => number;
  /** False when the machine knows that it has no network. */
  readonly online: () => boolean;
}
