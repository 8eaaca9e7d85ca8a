import { type EpochMs, epochMs } from '#base/time.ts';
import { boundedText } from '../bounded-text.ts';
import { inPieces } from '../in-pieces.ts';
import { isRecord, parseJson } from '../json-document.ts';
import type { Frame, SocketPlan, StreamView, VenueStreams } from '../venue-streams.ts';
import { SOCKET_ORIGIN } from './requests.ts';

/** Marks are pushed on one path and order books on another; on the wrong one a stream is silent for good. */
const MARKS = `${SOCKET_ORIGIN}/market/stream`;
const BOOKS = `${SOCKET_ORIGIN}/public/stream`;
const CHANNELS_PER_FRAME = 100;

/**
 * The whole chain of an underlying in one push a second, and the upper levels of the books that are looked at. The
 * venue's answers to requests can be read by no page: there is nothing to ask.
 */
export const binanceStreams: VenueStreams = {
  restFromPage: 'no',
  heartbeat: {
    opening: () => [],
    // The venue's own pings are answered by the browser unseen; this one shows that the line is alive.
    beat: (nextId) => JSON.stringify({ method: 'LIST_SUBSCRIPTIONS', id: nextId() }),
    everyMs: 15_000,
    silenceMs: 25_000,
    lifeMs: 24 * 3_600_000,
  },
  limits: { channelsPerSocket: 200, frameEveryMs: 150, framesPerHour: 3_600 },
  plan: planOf,
  subscribe: (channels, nextId) => framesOf('SUBSCRIBE', channels, nextId),
  unsubscribe: (channels, nextId) => framesOf('UNSUBSCRIBE', channels, nextId),
  calls: () => [],
  recognise,
  stampOf,
};

/** Streams are named in small letters. */
function planOf({ underlying, books }: StreamView): readonly SocketPlan[] {
  const pair = underlying.replace('_', '').toLowerCase();
  const levels = books.map((name) => `${name.toLowerCase()}@depth20@500ms`);
  return [
    { address: MARKS, channels: [`${pair}@optionMarkPrice`] },
    ...(levels.length === 0 ? [] : [{ address: BOOKS, channels: levels }]),
  ];
}

function framesOf(method: string, channels: readonly string[], nextId: () => number): readonly string[] {
  return inPieces(channels, CHANNELS_PER_FRAME).map((params) =>
    JSON.stringify({ method, params, id: nextId() }),
  );
}

const HEAD = 400;
const STREAM = /^\s*\{\s*"stream":\s*"([^"]{1,80})"/;
const NOT_KNOWN: Frame = { kind: 'data', key: null, channel: null, sequence: null };

/** Every push is the whole state of its stream. */
function recognise(text: string): Frame {
  const channel = STREAM.exec(text.slice(0, HEAD))?.[1];
  if (channel !== undefined) return { kind: 'data', key: channel, channel, sequence: null };
  const parsed = parseJson(text);
  if (!parsed.ok || !isRecord(parsed.value)) return NOT_KNOWN;
  const { error, result, code, msg, id } = parsed.value;
  if (isRecord(error)) return refusal(error['code'], error['msg'], id);
  if (typeof code === 'number' && typeof msg === 'string') return refusal(code, msg, id);
  if (Array.isArray(result)) return { kind: 'alive', venueTime: null };
  return 'id' in parsed.value && result === null ? { kind: 'confirmed' } : NOT_KNOWN;
}

/** Too many requests, and too much weight of them. */
const RATE_LIMIT_CODES: ReadonlySet<unknown> = new Set([-1003, -1015, -1008]);

function refusal(code: unknown, message: unknown, id: unknown): Frame {
  const words = typeof message === 'string' && message !== '' ? boundedText(message) : 'no message';
  const detail = typeof code === 'number' ? `${words} (code ${code})` : words;
  const region = /restricted location/i.test(words) ? 'region-blocked' : 'venue-error';
  const reason = RATE_LIMIT_CODES.has(code) ? 'rate-limited' : region;
  return { kind: 'refused', reason, detail, channels: [], answers: typeof id === 'number' ? id : null };
}

function stampOf(text: string): EpochMs | null {
  const stamp = /"E":\s*(\d{13})\b/.exec(text.slice(0, HEAD))?.[1];
  return stamp === undefined ? null : epochMs(Number(stamp));
}
