import { err, type Result } from '#base/result.ts';
import type { AnswerOf, ArgumentOf, Handlers, Port, Reply, Request } from './protocol.ts';

/** A worker as its users see it. */
export interface WorkerClient<H extends Handlers> {
  /** Never rejects: what went wrong in the worker is the error of the result. */
  readonly call: <K extends keyof H & string>(
    name: K,
    argument: ArgumentOf<H, K>,
  ) => Promise<Result<AnswerOf<H, K>, string>>;
}

/** The port of a worker, which may also die as a whole. */
export interface WorkerPort extends Port<Request, Reply> {
  addEventListener(type: 'message', listener: (event: { readonly data: Reply }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

/** Talks to a worker that answers with `hostWorker`. A worker that dies answers everything still open with its error. */
export function workerClient<H extends Handlers>(port: WorkerPort): WorkerClient<H> {
  const open = new Map<number, (outcome: Reply['outcome']) => void>();
  let last = 0;
  port.addEventListener('message', ({ data }) => {
    open.get(data.id)?.(data.outcome);
    open.delete(data.id);
  });
  port.addEventListener('error', ({ message }) => {
    for (const settle of open.values()) settle(err(message ?? 'the worker could not be started'));
    open.clear();
  });
  return {
    call: (name, argument) =>
      new Promise((resolve) => {
        last += 1;
        open.set(last, resolve as (outcome: Reply['outcome']) => void);
        port.postMessage({ id: last, name, argument });
      }),
  };
}
