import { err, ok } from '#base/result.ts';
import type { Handlers, Port, Reply, Request } from './protocol.ts';

function answer(handlers: Handlers, request: Request): Reply['outcome'] {
  const handler = Object.hasOwn(handlers, request.name) ? handlers[request.name] : undefined;
  if (!handler) return err(`no handler named ${request.name}`);
  try {
    return ok(handler(request.argument as never));
  } catch (failure) {
    return err(failure instanceof Error ? failure.message : String(failure));
  }
}

/** Answers each request that comes in through the port; errors go back as values. */
export function hostWorker(handlers: Handlers, port: Port<Reply, Request>): void {
  port.addEventListener('message', ({ data }) => {
    port.postMessage({ id: data.id, outcome: answer(handlers, data) });
  });
}
