import { err, type Result } from '#base/result.ts';
import type { AnswerOf, ArgumentOf, Handlers, Port, ProgressOf, Reply, Request } from './protocol.ts';

/** What the asker of long work may want. */
export interface Watch<P> {
  /** Ends the waiting at once, and the work at its next pause. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: P) => void;
}

/** A worker as its users see it. */
export interface WorkerClient<H extends Handlers> {
  /** Never rejects: what went wrong in the worker is the error of the result, and so is being cancelled. */
  readonly call: <K extends keyof H & string>(
    name: K,
    argument: ArgumentOf<H, K>,
    watch?: Watch<ProgressOf<H, K>>,
  ) => Promise<Result<AnswerOf<H, K>, string>>;
}

/** The port of a worker, which may also die as a whole. */
export interface WorkerPort extends Port<Request, Reply> {
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

interface Waiting {
  readonly settle: (outcome: Result<unknown, string>) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
}

/** Talks to a worker that answers with `hostWorker`. A worker that dies answers everything still open with its error. */
export function workerClient<H extends Handlers>(port: WorkerPort): WorkerClient<H> {
  const open = new Map<number, Waiting>();
  let last = 0;
  const settle = (id: number, outcome: Result<unknown, string>): void => {
    open.get(id)?.settle(outcome);
    open.delete(id);
  };
  port.addEventListener('message', ({ data }) => {
    if ('progress' in data) open.get(data.id)?.onProgress?.(data.progress as never);
    else settle(data.id, data.outcome);
  });
  port.addEventListener('error', ({ message }) => {
    for (const id of open.keys()) settle(id, err(message ?? 'the worker could not be started'));
  });
  return {
    call: (name, argument, { signal, onProgress } = {}) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve(err('cancelled'));
          return;
        }
        last += 1;
        const id = last;
        const cancel = (): void => {
          port.postMessage({ id, cancelled: true });
          settle(id, err('cancelled'));
        };
        const settled = (outcome: Result<unknown, string>): void => {
          // A signal may outlive thousands of calls.
          signal?.removeEventListener('abort', cancel);
          (resolve as Waiting['settle'])(outcome);
        };
        open.set(id, { settle: settled, onProgress });
        signal?.addEventListener('abort', cancel);
        port.postMessage({ id, name, argument });
      }),
  };
}
