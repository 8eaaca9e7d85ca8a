import type { Result } from '#base/result.ts';

/** What a handler of long work may use beside its argument. */
export interface Job<P = unknown> {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Tells whoever waits how far the work has come. */
  readonly report: (progress: P) => void;
}

/** Functions by name: a worker's whole vocabulary, and the one place where it is typed. */
export type Handlers = Readonly<Record<string, (argument: never, job: Job) => unknown>>;

export type ArgumentOf<H extends Handlers, K extends keyof H> = Parameters<H[K]>[0];
export type AnswerOf<H extends Handlers, K extends keyof H> = Awaited<ReturnType<H[K]>>;
export type ProgressOf<H extends Handlers, K extends keyof H> =
  Parameters<H[K]> extends [unknown, Job<infer P>] ? P : never;

/** A question, or word that the answer to an earlier one is not wanted any more. */
export type Request =
  | { readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly id: number; readonly cancelled: true };

/** The one answer to a request, or news of it before. */
export type Reply =
  /** A handler that threw is a defect; its message comes back as a value. */
  | { readonly id: number; readonly outcome: Result<unknown, string> }
  | { readonly id: number; readonly progress: unknown };

/** The side of a worker, or of a message port in a test, that this protocol needs. */
export interface Port<Sent, Received> {
  postMessage(message: Sent): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Received }) => void): void;
}
