import { type EpochMs, epochMs } from '#base/time.ts';
import { isoDay } from '#base/calendar.ts';
import { coinOf } from '#market/underlying.ts';
import { boundedText } from '../bounded-text.ts';
import { inPieces } from '../in-pieces.ts';
import { isRecord, parseJson } from '../json-document.ts';
import { contractsOnScreen } from '../on-screen.ts';
import type { Frame, SocketCall, StreamView, VenueStreams } from '../venue-streams.ts';
import { SOCKET_ORIGIN, callAddress } from './requests.ts';

const ADDRESS = `${SOCKET_ORIGIN}/ws`;
const CHANNELS_PER_FRAME = 100;
/** One expiry is one question, and the venue answers a handful a second. */
const CHAIN_EVERY_MS = 10_000;
const LISTING_EVERY_MS = 1_800_000;

/**
 * Tickers of the contracts on screen once a second and books where one is looked at. The venue's answers to http
 * requests can be read by no page, so contracts and the tickers of every expiry are asked over the same socket.
 */
export const deriveStreams: VenueStreams = {
  restFromPage: 'no',
  heartbeat: {
    opening: () => [],
    // The venue has no heartbeat of its own; asking for its clock shows both that it lives and what time it is there.
    beat: (nextId) => call(nextId(), 'public/get_time', {}),
    everyMs: 10_000,
    silenceMs: 20_000,
    lifeMs: null,
  },
  limits: { channelsPerSocket: 500, frameEveryMs: 250, framesPerHour: 10_000 },
  plan: (view) => {
    const channels = [
      ...view.books.map((name) => `orderbook.${name}.1.20`),
      ...contractsOnScreen(view).map(({ name }) => `ticker_slim.${name}.1000`),
    ];
    return [{ address: ADDRESS, channels }];
  },
  subscribe: (channels, nextId) => framesOf('subscribe', channels, nextId),
  unsubscribe: (channels, nextId) => framesOf('unsubscribe', channels, nextId),
  calls: callsOf,
  recognise,
  stampOf,
};

function call(id: number, method: string, parameters: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params: parameters });
}

function framesOf(method: string, channels: readonly string[], nextId: () => number): readonly string[] {
  return inPieces(channels, CHANNELS_PER_FRAME).map((piece) => call(nextId(), method, { channels: piece }));
}

/** The list of contracts first; once it is known, the tickers of each expiry, those on screen foremost. */
function callsOf(view: StreamView, nextId: () => number): readonly SocketCall[] {
  const currency = coinOf(view.underlying);
  const options = { currency, instrument_type: 'option' };
  const expiries = [...new Set([...view.expiries, ...view.contracts.map(({ expiry }) => expiry)])];
  return [
    callTo('get_instruments', { ...options, expired: false }, { id: nextId(), everyMs: LISTING_EVERY_MS }),
    ...expiries.map((expiry) => {
      const parameters = { ...options, expiry_date: isoDay(expiry).replaceAll('-', '') };
      return callTo('get_tickers', parameters, { id: nextId(), everyMs: CHAIN_EVERY_MS });
    }),
  ];
}

function callTo(
  method: string,
  parameters: Readonly<Record<string, string | boolean>>,
  { id, everyMs }: Pick<SocketCall, 'id' | 'everyMs'>,
): SocketCall {
  const frame = call(id, `public/${method}`, parameters);
  return { id, frame, request: callAddress(method, parameters), everyMs };
}

const HEAD = 260;
const PUSH = /"method":\s*"subscription"/;
const CHANNEL = /"channel":\s*"([^"]{1,120})"/;
const LONGEST_CONTROL = 40_000;
const NOT_KNOWN: Frame = { kind: 'data', key: null, channel: null, sequence: null };

/** Every push of a ticker or a book is the whole state of its channel. */
function recognise(text: string): Frame {
  const head = text.slice(0, HEAD);
  if (PUSH.test(head)) {
    const channel = CHANNEL.exec(head)?.[1] ?? null;
    return { kind: 'data', key: channel, channel, sequence: null };
  }
  if (text.length > LONGEST_CONTROL) return answerTo(idIn(head) ?? idIn(text.slice(-HEAD)));
  return recogniseControl(text);
}

function idIn(text: string): number | null {
  const id = /"id":\s*(\d{1,15})\b/.exec(text)?.[1];
  return id === undefined ? null : Number(id);
}

function recogniseControl(text: string): Frame {
  const parsed = parseJson(text);
  if (!parsed.ok || !isRecord(parsed.value)) return NOT_KNOWN;
  const { id, error, result } = parsed.value;
  if (isRecord(error)) return refusal(error, [], id);
  if (typeof result === 'number') return { kind: 'alive', venueTime: clockOf(result) };
  if (isRecord(result) && isRecord(result['status'])) return subscribed(result['status']);
  return answerTo(id);
}

/** For each channel the venue says `ok` or what is wrong with it. */
function subscribed(status: Readonly<Record<string, unknown>>): Frame {
  const refused = Object.entries(status).filter(([, outcome]) => outcome !== 'ok');
  const [first] = refused;
  if (first === undefined) return { kind: 'confirmed' };
  const channels = refused.map(([channel]) => channel);
  return refusal({ message: typeof first[1] === 'string' ? first[1] : 'refused' }, channels, null);
}

function answerTo(id: unknown): Frame {
  return typeof id === 'number' ? { kind: 'answer', id } : NOT_KNOWN;
}

function refusal(
  { code, message }: Readonly<Record<string, unknown>>,
  channels: readonly string[],
  id: unknown,
): Frame {
  const words = typeof message === 'string' && message !== '' ? boundedText(message) : 'no message';
  const detail = typeof code === 'number' ? `${words} (code ${code})` : words;
  const reason = /rate limit/i.test(words) ? 'rate-limited' : 'venue-error';
  return { kind: 'refused', reason, detail, channels, answers: typeof id === 'number' ? id : null };
}

function clockOf(ms: number): EpochMs | null {
  return ms > 1.2e12 && ms < 4.2e12 ? epochMs(ms) : null;
}

function stampOf(text: string): EpochMs | null {
  const stamp = /"(?:t|timestamp)":\s*(\d{13})\b/.exec(text.slice(0, 1_000))?.[1];
  return stamp === undefined ? null : epochMs(Number(stamp));
}
