import { type EpochMs, epochMs } from '#base/time.ts';
import { boundedText } from '../bounded-text.ts';
import { inPieces } from '../in-pieces.ts';
import { isRecord, parseJson } from '../json-document.ts';
import { contractsOnScreen } from '../on-screen.ts';
import type { Frame, SocketCall, StreamView, VenueStreams } from '../venue-streams.ts';
import {
  bookSummaryRequest,
  currencyOf,
  indexNameOf,
  instrumentsRequest,
  volatilityIndexOf,
} from './requests.ts';

/** Where the venue pushes and answers by socket. */
export const SOCKET_ORIGIN = 'wss://www.deribit.com';

const ADDRESS = `${SOCKET_ORIGIN}/ws/api/v2`;
const CHANNELS_PER_FRAME = 200;
const CHAIN_EVERY_MS = 5_000;
const HEARTBEAT_SECONDS = 10;

/**
 * Marks of every option, index and volatility index, full tickers of the contracts on screen and books where one is
 * looked at. Other contracts come by the book summary, asked every few seconds.
 */
export const deribitStreams: VenueStreams = {
  restFromPage: 'yes',
  heartbeat: {
    opening: (nextId) => [call(nextId(), 'public/set_heartbeat', { interval: HEARTBEAT_SECONDS })],
    beat: (nextId) => call(nextId(), 'public/test', {}),
    everyMs: 15_000,
    silenceMs: 25_000,
    lifeMs: null,
  },
  limits: { channelsPerSocket: 1_000, frameEveryMs: 350, framesPerHour: 3_600 },
  plan: (view) => [{ address: ADDRESS, channels: channelsOf(view) }],
  subscribe: (channels, nextId) => framesOf('public/subscribe', channels, nextId),
  unsubscribe: (channels, nextId) => framesOf('public/unsubscribe', channels, nextId),
  calls: callsOf,
  recognise,
  stampOf,
};

function call(id: number, method: string, parameters: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params: parameters });
}

function channelsOf(view: StreamView): readonly string[] {
  const index = indexNameOf(view.underlying);
  const volatility = volatilityIndexOf(view.underlying);
  return [
    `deribit_price_index.${index}`,
    ...(volatility === null ? [] : [`deribit_volatility_index.${volatility}`]),
    `markprice.options.${index}`,
    ...view.books.map((name) => `book.${name}.none.20.100ms`),
    ...contractsOnScreen(view).map(({ name }) => `ticker.${name}.agg2`),
  ];
}

function framesOf(method: string, channels: readonly string[], nextId: () => number): readonly string[] {
  return inPieces(channels, CHANNELS_PER_FRAME).map((piece) => call(nextId(), method, { channels: piece }));
}

/** The same questions as by http, for a page that cannot ask so. */
function callsOf({ underlying, streamAlone }: StreamView, nextId: () => number): readonly SocketCall[] {
  if (!streamAlone) return [];
  const currency = currencyOf(underlying);
  const options = { currency, kind: 'option' };
  const [summary, terms] = [nextId(), nextId()];
  return [
    {
      id: summary,
      frame: call(summary, 'public/get_book_summary_by_currency', options),
      request: bookSummaryRequest(currency).url,
      everyMs: CHAIN_EVERY_MS,
    },
    {
      id: terms,
      frame: call(terms, 'public/get_instruments', { ...options, expired: false }),
      request: instrumentsRequest(currency).url,
      everyMs: null,
    },
  ];
}

/** A push begins so; its channel follows within the first characters. */
const PUSH = /"method":\s*"subscription"/;
const CHANNEL = /"channel":\s*"([^"]{1,120})"/;
const HEAD = 260;
/** Longer answers than any that keeps a connection are those to calls. */
const LONGEST_CONTROL = 20_000;

function recognise(text: string): Frame {
  const head = text.slice(0, HEAD);
  if (PUSH.test(head)) {
    const channel = CHANNEL.exec(head)?.[1] ?? CHANNEL.exec(text.slice(-HEAD))?.[1] ?? null;
    // Every push of a ticker, an index or a book of fixed depth is the whole state of its channel.
    const whole = channel !== null && !channel.startsWith('markprice.');
    return { kind: 'data', key: whole ? channel : null, channel, sequence: null };
  }
  if (text.length > LONGEST_CONTROL) return answerTo(idIn(head) ?? idIn(text.slice(-HEAD)));
  return recogniseControl(text);
}

function idIn(text: string): number | null {
  const id = /"id":\s*(\d{1,15})/.exec(text)?.[1];
  return id === undefined ? null : Number(id);
}

function recogniseControl(text: string): Frame {
  const parsed = parseJson(text);
  // What is no answer of the venue's is for the reader, who says what is wrong with it.
  if (!parsed.ok || !isRecord(parsed.value)) return NOT_KNOWN;
  const document = parsed.value;
  if (document['method'] === 'heartbeat') return heartbeat(document['params']);
  if (isRecord(document['error'])) return refusal(document['error'], document['id']);
  const { result, id } = document;
  if (isRecord(result) && typeof result['version'] === 'string') {
    return { kind: 'alive', venueTime: id === 0 ? null : clockOf(document) };
  }
  const channels = Array.isArray(result) && typeof result[0] === 'string';
  return result === 'ok' || channels ? { kind: 'confirmed' } : answerTo(id);
}

const NOT_KNOWN: Frame = { kind: 'data', key: null, channel: null, sequence: null };

function heartbeat(params: unknown): Frame {
  const asked = isRecord(params) && params['type'] === 'test_request';
  return asked ? { kind: 'reply', frame: call(0, 'public/test', {}) } : { kind: 'alive', venueTime: null };
}

function answerTo(id: unknown): Frame {
  return typeof id === 'number' ? { kind: 'answer', id } : NOT_KNOWN;
}

const RATE_LIMIT_CODES: ReadonlySet<unknown> = new Set([10_028, 10_066]);

function refusal({ code, message }: Readonly<Record<string, unknown>>, id: unknown): Frame {
  const words = typeof message === 'string' ? boundedText(message) : 'no message';
  const detail = typeof code === 'number' ? `${words} (code ${code})` : words;
  const reason = RATE_LIMIT_CODES.has(code) ? 'rate-limited' : 'venue-error';
  return { kind: 'refused', reason, detail, channels: [], answers: typeof id === 'number' ? id : null };
}

/** Halfway between the moments at which the venue took the question and gave the answer, both in microseconds. */
function clockOf({ usIn, usOut }: Readonly<Record<string, unknown>>): EpochMs | null {
  const plausible = (us: unknown): us is number => typeof us === 'number' && us > 1.2e15 && us < 4.2e15;
  return plausible(usIn) && plausible(usOut) ? epochMs((usIn + usOut) / 2_000) : null;
}

function stampOf(text: string): EpochMs | null {
  const stamp = /"timestamp":\s*(\d{13})\b/.exec(text.slice(0, 2_000))?.[1];
  return stamp === undefined ? null : epochMs(Number(stamp));
}
