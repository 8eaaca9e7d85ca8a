import { err, ok } from '#base/result.ts';
import type { Handlers, Port, Reply, Request } from './protocol.ts';

async function answer(handlers: Handlers, request: Request): Promise<Reply['outcome']> {
  const handler = Object.hasOwn(handlers, request.name) ? handlers[request.name] : undefined;
  if (!handler) return err(`no handler named ${request.name}`);
  try {
    return ok(await handler(request.argument as never));
  } catch (failure) {
    return err(failure instanceof Error ? failure.message : String(failure));
  }
}

/** Answers each request that comes in through the port; errors go back as values. */
export function hostWorker(handlers: Handlers, port: Port<Reply, Request>): void {
  port.addEventListener('message', ({ data }) => {
    void answer(handlers, data).then((outcome) => port.postMessage({ id: data.id, outcome }));
  });
}
