import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { type HttpIo, httpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

const NOW = epochMs(Date.parse('2026-08-22T12:00:00Z'));

/** A venue with every fault, one an address; `seen` keeps what reached it. */
const seen: { url: string; headers: Record<string, unknown>; method: string }[] = [];
/** Whole answers: a good one, a page in place of one, and how venues say in ways of their own that they are asked too often. */
const PLAIN: ReadonlyMap<string, (response: ServerResponse) => unknown> = new Map([
  ['/ok', (response) => response.end('{"a":"Ω🙂"}')],
  ['/html', (response) => response.end('<html>')],
  ['/delta', (response) => response.writeHead(429, { 'X-RATE-LIMIT-RESET': '42500' }).end()],
  ['/bybit', (response) => response.writeHead(403).end('access too frequent')],
]);

const server: Server = createServer((request, response) => {
  const path = request.url ?? '';
  seen.push({ url: path, headers: request.headers, method: request.method ?? '' });
  const plain = PLAIN.get(path);
  if (plain !== undefined) plain(response);
  else if (path === '/slow') return;
  else if (path === '/drip') response.write('{"a":');
  else if (path === '/cut') {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write('{"a":', () => response.destroy());
  } else if (path === '/big-declared') {
    response.writeHead(200, { 'Content-Length': '5000' });
    response.end('x'.repeat(5_000));
  } else if (path === '/big') {
    response.write('x'.repeat(3_000));
    response.end('x'.repeat(3_000));
  } else if (path === '/reset') request.socket.destroy();
  else {
    const [, status = '500', retry] = path.split('/');
    response.writeHead(
      Number(status),
      retry === undefined ? {} : { 'Retry-After': decodeURIComponent(retry) },
    );
    response.end('{"jsonrpc":"2.0","error":{"code":-32602,"message":"Invalid params"}}');
  }
});

let origin = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function transport(changes: Partial<HttpIo> = {}): Transport {
  return httpTransport({
    fetch: (url, init) => fetch(url, init),
    now: () => NOW,
    online: () => true,
    timeoutMs: 5_000,
    largestBody: 4_000,
    ...changes,
  });
}

function get(path: string, changes: Partial<HttpIo> = {}): ReturnType<Transport['get']> {
  return transport(changes).get({ url: `${origin}${path}` }, new AbortController().signal);
}

describe('a request over the network', () => {
  it('brings the text as it was sent, with the time of its arrival', async () => {
    expect(await get('/ok')).toEqual({
      ok: true,
      value: { at: NOW, via: 'http', request: `${origin}/ok`, body: '{"a":"Ω🙂"}' },
    });
  });

  it('is a plain GET without any header that would need permission first', async () => {
    await get('/ok');
    const last = seen.at(-1)!;
    expect(last.method).toBe('GET');
    const simple = new Set([
      'accept',
      'accept-encoding',
      'accept-language',
      'cache-control',
      'connection',
      'host',
      'pragma',
      'sec-fetch-mode',
      'user-agent',
    ]);
    expect(Object.keys(last.headers).filter((name) => !simple.has(name))).toEqual([]);
  });

  it.each([
    ['/429/7', { kind: 'rate-limited', retryAfterMs: 7_000 }],
    ['/429/Sat,%2022%20Aug%202026%2012:01:30%20GMT', { kind: 'rate-limited', retryAfterMs: 90_000 }],
    ['/429/soon', { kind: 'rate-limited', retryAfterMs: null }],
    ['/429', { kind: 'rate-limited', retryAfterMs: null }],
    ['/delta', { kind: 'rate-limited', retryAfterMs: 42_500 }],
    ['/bybit', { kind: 'rate-limited', retryAfterMs: 600_000 }],
    ['/500', { kind: 'server-error', status: 500 }],
    ['/503', { kind: 'server-error', status: 503 }],
    ['/403', { kind: 'region-blocked', status: 403 }],
    ['/451', { kind: 'region-blocked', status: 451 }],
    ['/404', { kind: 'http-error', status: 404 }],
    ['/reset', { kind: 'unreachable' }],
    ['/cut', { kind: 'cut-off' }],
    ['/big', { kind: 'too-large' }],
    ['/big-declared', { kind: 'too-large' }],
  ])('tells what went wrong with %s', async (path, failure) => {
    expect(await get(path)).toMatchObject({ ok: false, error: failure });
  });

  it('hands over the body of a refusal, where the venue words its error', async () => {
    expect(await get('/400')).toMatchObject({
      error: { kind: 'http-error', message: { body: expect.stringContaining('-32602') } },
    });
  });

  it.each(['/slow', '/drip'])('gives up on %s after its time limit', async (path) => {
    expect(await get(path, { timeoutMs: 60 })).toEqual({
      ok: false,
      error: { kind: 'timeout', afterMs: 60 },
    });
  });

  it('stops when the caller leaves, before or during the exchange', async () => {
    const gone = new AbortController();
    gone.abort();
    expect(await transport().get({ url: `${origin}/ok` }, gone.signal)).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 30);
    expect(await transport().get({ url: `${origin}/drip` }, leaving.signal)).toEqual({
      ok: false,
      error: { kind: 'aborted' },
    });
  });

  it('does not try without a network', async () => {
    const before = seen.length;
    expect(await get('/ok', { online: () => false })).toEqual({ ok: false, error: { kind: 'offline' } });
    expect(seen).toHaveLength(before);
  });

  it('cannot be reached where nobody listens', async () => {
    const nowhere = await transport().get({ url: 'http://127.0.0.1:9/x' }, new AbortController().signal);
    expect(nowhere).toEqual({ ok: false, error: { kind: 'unreachable' } });
  });
});
