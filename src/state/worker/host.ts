import { err, ok, type Result } from '#base/result.ts';
import type { Handlers, Job, Port, Reply, Request } from './protocol.ts';

type Asked = Extract<Request, { name: string }>;

async function answer(handlers: Handlers, asked: Asked, job: Job): Promise<Result<unknown, string>> {
  const handler = Object.hasOwn(handlers, asked.name) ? handlers[asked.name] : undefined;
  if (!handler) return err(`no handler named ${asked.name}`);
  try {
    return ok(await handler(asked.argument as never, job));
  } catch (failure) {
    return err(failure instanceof Error ? failure.message : String(failure));
  }
}

/** An answer that cannot be sent is an error like any other: whoever asked must not wait for ever. */
function post(port: Port<Reply, Request>, id: number, outcome: Result<unknown, string>): void {
  try {
    port.postMessage({ id, outcome });
  } catch (failure) {
    port.postMessage({ id, outcome: err(failure instanceof Error ? failure.message : String(failure)) });
  }
}

/** Answers each request that comes in through the port; errors go back as values, and so does news of long work. */
export function hostWorker(handlers: Handlers, port: Port<Reply, Request>): void {
  const running = new Map<number, AbortController>();
  port.addEventListener('message', ({ data: request }) => {
    const { id } = request;
    if ('cancelled' in request) {
      running.get(id)?.abort();
      return;
    }
    const stop = new AbortController();
    running.set(id, stop);
    const report = (progress: unknown): void => port.postMessage({ id, progress });
    void answer(handlers, request, { signal: stop.signal, report }).then((outcome) => {
      running.delete(id);
      if (!stop.signal.aborted) post(port, id, outcome);
    });
  });
}
