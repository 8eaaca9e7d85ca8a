import { type Result, err, ok } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { HttpRequest } from '#exchanges/adapter.ts';
import type { WireMessage } from '#market/recording.ts';
import type { Transport, TransportFailure } from './transport.ts';

/** What the network transport needs from its surroundings. */
export interface HttpIo {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => EpochMs;
  /** False when the machine knows that it has no network. */
  readonly online: () => boolean;
  readonly timeoutMs: number;
  /** The largest body that is taken, in bytes after unpacking. */
  readonly largestBody: number;
}

/** A request that has had no complete answer by then is given up. */
export const TIMEOUT_MS = 15_000;
/** A whole chain is about half a megabyte, terms of all contracts about one. */
export const LARGEST_ANSWER = 32_000_000;

/** A GET that a browser sends without asking first: no header of ours, no cookies, nothing from a cache. */
const PLAIN_GET: RequestInit = {
  method: 'GET',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
};

/** Requests over the network, with a time limit and a size limit. */
export function httpTransport(io: HttpIo): Transport {
  return {
    async get(request, signal) {
      if (signal.aborted) return err({ kind: 'aborted' });
      if (!io.online()) return err({ kind: 'offline' });
      const limit = new AbortController();
      const giveUp = (): void => limit.abort();
      const timer = setTimeout(giveUp, io.timeoutMs);
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        return await exchange(request, limit.signal, io);
      } catch {
        return err(whyStopped(signal, limit.signal, io));
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      }
    },
  };
}

function whyStopped(caller: AbortSignal, limit: AbortSignal, io: HttpIo): TransportFailure {
  if (caller.aborted) return { kind: 'aborted' };
  if (limit.aborted) return { kind: 'timeout', afterMs: io.timeoutMs };
  return { kind: io.online() ? 'unreachable' : 'offline' };
}

async function exchange(
  request: HttpRequest,
  signal: AbortSignal,
  io: HttpIo,
): Promise<Result<WireMessage, TransportFailure>> {
  const response = await io.fetch(request.url, { ...PLAIN_GET, signal });
  const refusal = response.ok ? null : refusalOf(response, io.now());
  if (refusal?.kind === 'region-blocked') return err(await gateRefusal(refusal, response, { signal, io }));
  if (refusal !== null && refusal.kind !== 'http-error') return err(refusal);
  const body = await readBody(response, signal, io.largestBody);
  if (refusal !== null) {
    return err({ ...refusal, message: body.ok ? messageOf(request, body.value, io.now()) : null });
  }
  return body.ok ? ok(messageOf(request, body.value, io.now())) : body;
}

/** Bybit's gate answers an address that asks too often as it answers a country, in other words, and for ten minutes. */
const ASKED_TOO_OFTEN = /^\W*access too frequent/i;
const GATE_CLOSED_MS = 600_000;

async function gateRefusal(
  refusal: Extract<Refusal, { kind: 'region-blocked' }>,
  response: Response,
  { signal, io }: { readonly signal: AbortSignal; readonly io: HttpIo },
): Promise<Refusal> {
  const body = await readBody(response, signal, io.largestBody);
  const tooOften = body.ok && ASKED_TOO_OFTEN.test(body.value);
  return tooOften ? { kind: 'rate-limited', retryAfterMs: GATE_CLOSED_MS } : refusal;
}

function messageOf(request: HttpRequest, body: string, at: EpochMs): WireMessage {
  return { at, via: 'http', request: request.url, body };
}

type Refusal = Extract<
  TransportFailure,
  { kind: 'rate-limited' | 'server-error' | 'region-blocked' | 'http-error' }
>;

function refusalOf(response: Response, now: EpochMs): Refusal {
  const { status } = response;
  if (status === 429 || status === 418) {
    const wait = retryAfter(response.headers.get('Retry-After'), now) ?? resetIn(response.headers);
    return { kind: 'rate-limited', retryAfterMs: wait };
  }
  if (status === 403 || status === 451) return { kind: 'region-blocked', status };
  if (status >= 500) return { kind: 'server-error', status };
  return { kind: 'http-error', status, message: null };
}

/** Milliseconds from a header that holds seconds or a date; null where it holds neither. */
function retryAfter(header: string | null, now: EpochMs): number | null {
  if (header === null) return null;
  if (/^\s*\d{1,6}\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, epochMs(date) - now);
}

/** Milliseconds until a venue that has its own header for it, Delta, counts anew. */
function resetIn(headers: Headers): number | null {
  const reset = headers.get('X-RATE-LIMIT-RESET');
  return reset !== null && /^\s*\d{1,7}\s*$/.test(reset) ? Number(reset) : null;
}

async function readBody(
  response: Response,
  signal: AbortSignal,
  largest: number,
): Promise<Result<string, TransportFailure>> {
  if (Number(response.headers.get('Content-Length') ?? 0) > largest) {
    await response.body?.cancel();
    return err({ kind: 'too-large' });
  }
  if (response.body === null) return ok('');
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const piece = await readPiece(reader, signal);
    if (!piece.ok) return piece;
    if (piece.value === null) return ok(text + decoder.decode());
    bytes += piece.value.byteLength;
    if (bytes > largest) {
      await reader.cancel();
      return err({ kind: 'too-large' });
    }
    text += decoder.decode(piece.value, { stream: true });
  }
}

/** The next bytes, null at the end. A connection that breaks here had begun to answer, which is worth telling apart. */
async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer> | null, TransportFailure>> {
  try {
    const { done, value } = await reader.read();
    return ok(done ? null : value);
  } catch (failure) {
    if (signal.aborted) throw failure;
    return err({ kind: 'cut-off' });
  }
}
