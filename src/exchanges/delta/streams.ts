import { isoDay } from '#base/calendar.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import { coinOf } from '#market/underlying.ts';
import { boundedText } from '../bounded-text.ts';
import { inPieces } from '../in-pieces.ts';
import { isRecord, parseJson } from '../json-document.ts';
import type { Frame, SocketPlan, StreamView, VenueStreams } from '../venue-streams.ts';
import { FULL_SOCKET_ORIGIN, SOCKET_ORIGIN } from './requests.ts';

const SYMBOLS_PER_FRAME = 100;
/** Every option of every coin, each as its full ticker. */
const ALL_OPTIONS: readonly string[] = ['v2/ticker:call_options', 'v2/ticker:put_options'];

/**
 * Short tickers by whole expiries, of those on screen, and books where one is looked at. Where no answer to a request
 * can be read, every contract comes as its full ticker from the venue's other socket. Channels are written
 * `name:symbol`.
 */
export const deltaStreams: VenueStreams = {
  restFromPage: 'probe',
  heartbeat: {
    opening: () => ['{"type":"enable_heartbeat"}'],
    beat: () => '{"type":"ping"}',
    everyMs: 15_000,
    silenceMs: 35_000,
    lifeMs: null,
  },
  limits: { channelsPerSocket: 500, frameEveryMs: 250, framesPerHour: 3_600 },
  plan: planOf,
  subscribe: (channels) => framesOf('subscribe', channels),
  unsubscribe: (channels) => framesOf('unsubscribe', channels),
  calls: () => [],
  recognise,
  stampOf,
};

function planOf(view: StreamView): readonly SocketPlan[] {
  const coin = coinOf(view.underlying);
  const short = [
    ...view.books.map((name) => `ob_l2:${name}`),
    ...(view.streamAlone ? [] : view.expiries.map((expiry) => `ticker:${coin}-${dayOf(expiry)}`)),
  ];
  return [
    ...(view.streamAlone ? [{ address: FULL_SOCKET_ORIGIN, channels: ALL_OPTIONS }] : []),
    ...(short.length === 0 ? [] : [{ address: SOCKET_ORIGIN, channels: [...new Set(short)] }]),
  ];
}

/** `260626` for 26 June 2026: day, month, year. */
function dayOf(expiry: EpochMs): string {
  const [year = '', month, day] = isoDay(expiry).split('-');
  return `${day}${month}${year.slice(2)}`;
}

/** A frame may name many symbols, but not of order books. */
function framesOf(type: string, channels: readonly string[]): readonly string[] {
  const [books, others] = [channels.filter(isBook), channels.filter((channel) => !isBook(channel))];
  return [...inPieces(others, SYMBOLS_PER_FRAME), ...inPieces(books, 1)].map((piece) =>
    JSON.stringify({ type, payload: { channels: grouped(piece) } }),
  );
}

function isBook(channel: string): boolean {
  return channel.startsWith('ob_l2:');
}

function grouped(
  channels: readonly string[],
): readonly { readonly name: string; readonly symbols: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const channel of channels) {
    const [name = '', symbol = ''] = channel.split(':');
    groups.set(name, [...(groups.get(name) ?? []), symbol]);
  }
  return [...groups].map(([name, symbols]) => ({ name, symbols }));
}

const DATA = /"type":\s*"(ticker|ob_l2|v2\/ticker)"/;
const SYMBOL = /"(?:sy|symbol)":\s*"([^"]{1,64})"/;
const NOT_KNOWN: Frame = { kind: 'data', key: null, channel: null, sequence: null };
/** The venue writes the fields of a frame in no order; no full ticker is longer than this. */
const LONGEST_TICKER = 4_000;
const END = 200;

/** Every push is the whole state of what it names. A short ticker's own name comes after its rows. */
function recognise(text: string): Frame {
  const long = text.length > LONGEST_TICKER;
  const looked = long ? `${text.slice(0, END)} ${text.slice(-END)}` : text;
  const type = DATA.exec(looked)?.[1];
  if (type === undefined) return long ? NOT_KNOWN : recogniseControl(text);
  const symbol = (type === 'v2/ticker' ? /"symbol":\s*"([^"]{1,64})"/ : SYMBOL).exec(looked)?.[1];
  if (symbol === undefined) return NOT_KNOWN;
  // A full ticker was subscribed by its category, which it does not show.
  const channel = type === 'v2/ticker' ? null : `${type}:${symbol}`;
  return { kind: 'data', key: `${type}:${symbol}`, channel, sequence: null };
}

function recogniseControl(text: string): Frame {
  const parsed = parseJson(text);
  if (!parsed.ok || !isRecord(parsed.value)) return NOT_KNOWN;
  const { type, channels, error, message } = parsed.value;
  if (type === 'heartbeat' || type === 'pong') return { kind: 'alive', venueTime: null };
  if (type === 'subscriptions' || type === 'unsubscribed') return subscribed(channels);
  if (type === 'error' || error !== undefined) return refusal(message ?? error, []);
  return type === 'success' || type === 'enable_heartbeat' ? { kind: 'confirmed' } : NOT_KNOWN;
}

/** A channel that is not to be had carries an error beside its name. */
function subscribed(list: unknown): Frame {
  const channels = Array.isArray(list) ? (list as readonly unknown[]).filter(isRecord) : [];
  const refused = channels.filter((channel) => channel['error'] !== undefined);
  const [first] = refused;
  return first === undefined ? { kind: 'confirmed' } : refusal(first['error'], refused.flatMap(channelsIn));
}

function channelsIn({ name, symbols }: Readonly<Record<string, unknown>>): readonly string[] {
  const list: readonly unknown[] = Array.isArray(symbols) ? symbols : [];
  return typeof name === 'string'
    ? list.flatMap((symbol) => (typeof symbol === 'string' ? [`${name}:${symbol}`] : []))
    : [];
}

function refusal(why: unknown, channels: readonly string[]): Frame {
  const words = typeof why === 'string' && why !== '' ? why : (JSON.stringify(why) ?? 'no message');
  const reason = /rate|too many|limit/i.test(words) ? 'rate-limited' : 'venue-error';
  return { kind: 'refused', reason, detail: boundedText(words), channels, answers: null };
}

function stampOf(text: string): EpochMs | null {
  const looked = text.length > LONGEST_TICKER ? text.slice(-END) : text;
  const microseconds = /"(?:ts|timestamp)":\s*(\d{16})\b/.exec(looked)?.[1];
  return microseconds === undefined ? null : epochMs(Math.floor(Number(microseconds) / 1_000));
}
