import type { Result } from '#base/result.ts';

/** Functions by name: a worker's whole vocabulary, and the one place where it is typed. */
export type Handlers = Readonly<Record<string, (argument: never) => unknown>>;

export type ArgumentOf<H extends Handlers, K extends keyof H> = Parameters<H[K]>[0];
export type AnswerOf<H extends Handlers, K extends keyof H> = Awaited<ReturnType<H[K]>>;

export interface Request {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

export interface Reply {
  readonly id: number;
  /** A handler that threw is a defect; its message comes back as a value. */
  readonly outcome: Result<unknown, string>;
}

/** The side of a worker, or of a message port in a test, that this protocol needs. */
export interface Port<Sent, Received> {
  postMessage(message: Sent): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Received }) => void): void;
}
