import { expect, it } from 'vitest';
import { workerClient } from './client.ts';
import { hostWorker } from './host.ts';
import type { Job, Reply, Request } from './protocol.ts';

const handlers = {
  double: (n: number) => n * 2,
  explode: (reason: string): string => {
    throw new Error(reason);
  },
  count: async (to: number, { signal, report }: Job<number>): Promise<number> => {
    let n = 0;
    for (; n < to && !signal.aborted; n += 1) {
      report(n);
      counted.push(n);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return n;
  },
};
let counted: number[] = [];
type Listener<T> = (event: { readonly data: T }) => void;

/** Two ends of a wire that copies what passes, as structured cloning does. */
function wire() {
  const toHost: Listener<Request>[] = [];
  const toClient: Listener<Reply>[] = [];
  const deaths: ((event: { message?: string }) => void)[] = [];
  const pass = <T>(listeners: Listener<T>[], message: T): void => {
    queueMicrotask(() => listeners.forEach((listener) => listener({ data: structuredClone(message) })));
  };
  const client = {
    postMessage: (message: Request) => pass(toHost, message),
    addEventListener: (type: 'message' | 'error', listener: never) => {
      if (type === 'message') toClient.push(listener);
      else deaths.push(listener);
    },
  };
  const host = {
    postMessage: (message: Reply) => pass(toClient, message),
    addEventListener: (_type: 'message', listener: Listener<Request>) => void toHost.push(listener),
  };
  return { client, host, die: (message: string) => deaths.forEach((listener) => listener({ message })) };
}

it('carries arguments and answers to and fro, each to its own asker', async () => {
  const { client, host } = wire();
  hostWorker(handlers, host);
  const worker = workerClient<typeof handlers>(client);
  const answers = await Promise.all([worker.call('double', 2), worker.call('double', 21)]);
  expect(answers).toEqual([
    { ok: true, value: 4 },
    { ok: true, value: 42 },
  ]);
});

it('gives an error thrown inside as a value', async () => {
  const { client, host } = wire();
  hostWorker(handlers, host);
  expect(await workerClient<typeof handlers>(client).call('explode', 'bad slice')).toEqual({
    ok: false,
    error: 'bad slice',
  });
});

it('answers everything still open when the worker dies', async () => {
  const { client, die } = wire();
  const worker = workerClient<typeof handlers>(client);
  const open = [worker.call('double', 1), worker.call('double', 2)];
  die('out of memory');
  expect(await Promise.all(open)).toEqual([
    { ok: false, error: 'out of memory' },
    { ok: false, error: 'out of memory' },
  ]);
});

it('refuses names that the host does not have, inherited ones included', async () => {
  const { client, host } = wire();
  hostWorker(handlers, host);
  const worker = workerClient<{ toString: (argument: null) => string }>(client);
  expect(await worker.call('toString', null)).toEqual({ ok: false, error: 'no handler named toString' });
});

it('tells how far long work has come before its answer', async () => {
  const { client, host } = wire();
  hostWorker(handlers, host);
  const heard: number[] = [];
  const call = workerClient<typeof handlers>(client).call('count', 3, { onProgress: (n) => heard.push(n) });
  expect(await call).toEqual({ ok: true, value: 3 });
  expect(heard).toEqual([0, 1, 2]);
});

it('lets go of cancelled work at once, and the work stops at its next pause', async () => {
  const { client, host } = wire();
  hostWorker(handlers, host);
  counted = [];
  const stop = new AbortController();
  const heard: number[] = [];
  const call = workerClient<typeof handlers>(client).call('count', 1000, {
    signal: stop.signal,
    onProgress: (n) => {
      heard.push(n);
      if (n === 2) stop.abort();
    },
  });
  expect(await call).toEqual({ ok: false, error: 'cancelled' });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(counted.length).toBeLessThan(10);
  expect(heard.length).toBeLessThan(10);
});

it('does not even ask what is cancelled beforehand', async () => {
  const { client, host } = wire();
  hostWorker(handlers, host);
  counted = [];
  const call = workerClient<typeof handlers>(client).call('count', 5, { signal: AbortSignal.abort() });
  expect(await call).toEqual({ ok: false, error: 'cancelled' });
  expect(counted).toEqual([]);
});

it('gives an answer that cannot be sent as an error, so that nobody waits for ever', async () => {
  const { client, host } = wire();
  const { postMessage: send } = host;
  const strict = { ...host, postMessage: (reply: Reply) => send(structuredClone(reply)) };
  const secretive = { secret: () => () => 'a function is no message' };
  hostWorker(secretive, strict);
  const outcome = await workerClient<typeof secretive>(client).call('secret', undefined);
  expect(outcome.ok).toBe(false);
});

it('leaves nothing behind on a signal once a call is answered, cancelled or lost', async () => {
  const { client, host, die } = wire();
  hostWorker(handlers, host);
  const worker = workerClient<typeof handlers>(client);
  const stop = new AbortController();
  const { signal } = stop;
  let listening = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...added: Parameters<typeof add>) => {
    listening += 1;
    add(...added);
  };
  signal.removeEventListener = (...removed: Parameters<typeof remove>) => {
    listening -= 1;
    remove(...removed);
  };
  await Promise.all([worker.call('double', 2, { signal }), worker.call('explode', 'x', { signal })]);
  expect(listening).toBe(0);
  const lost = worker.call('count', 1e9, { signal });
  expect(listening).toBe(1);
  die('gone');
  expect((await lost).ok).toBe(false);
  expect(listening).toBe(0);
  const cancelled = worker.call('count', 1e9, { signal });
  stop.abort();
  expect(await cancelled).toEqual({ ok: false, error: 'cancelled' });
  expect(listening).toBe(0);
});
