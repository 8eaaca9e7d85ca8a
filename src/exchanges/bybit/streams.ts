import { type EpochMs, epochMs } from '#base/time.ts';
import { boundedText } from '../bounded-text.ts';
import { inPieces } from '../in-pieces.ts';
import { isRecord, parseJson } from '../json-document.ts';
import { contractsOnScreen } from '../on-screen.ts';
import type { Frame, SequencePlace, VenueStreams } from '../venue-streams.ts';
import { SOCKET_ORIGIN } from './requests.ts';

const ADDRESS = `${SOCKET_ORIGIN}/v5/public/option`;
/** Under the venue's 21 000 characters of arguments, with names of the longest kind. */
const CHANNELS_PER_FRAME = 250;

/** Full tickers of the contracts on screen and books where one is looked at; other contracts come by request. */
export const bybitStreams: VenueStreams = {
  restFromPage: 'yes',
  heartbeat: {
    opening: () => [],
    beat: () => '{"op":"ping"}',
    everyMs: 10_000,
    silenceMs: 15_000,
    lifeMs: null,
  },
  limits: { channelsPerSocket: 2_000, frameEveryMs: 150, framesPerHour: 3_600 },
  plan: (view) => {
    const quoted = view.streamAlone ? view.contracts : contractsOnScreen(view);
    const channels = [
      ...view.books.map((name) => `orderbook.25.${name}`),
      ...quoted.map(({ name }) => `tickers.${name}`),
    ];
    return channels.length === 0 ? [] : [{ address: ADDRESS, channels }];
  },
  subscribe: (channels, nextId) => framesOf('subscribe', channels, nextId),
  unsubscribe: (channels, nextId) => framesOf('unsubscribe', channels, nextId),
  calls: () => [],
  recognise,
  stampOf,
};

function framesOf(op: string, channels: readonly string[], nextId: () => number): readonly string[] {
  return inPieces(channels, CHANNELS_PER_FRAME).map((args) =>
    JSON.stringify({ req_id: String(nextId()), op, args }),
  );
}

const HEAD = 260;
const TOPIC = /"topic":\s*"([^"]{1,80})"/;
const NOT_KNOWN: Frame = { kind: 'data', key: null, channel: null, sequence: null };

function recognise(text: string): Frame {
  const head = text.slice(0, HEAD);
  const channel = TOPIC.exec(head)?.[1] ?? null;
  if (channel === null) return recogniseControl(text);
  if (!channel.startsWith('orderbook.')) return { kind: 'data', key: channel, channel, sequence: null };
  return { kind: 'data', key: null, channel, sequence: placeOf(text) };
}

/** A book begins with a snapshot and goes on in changes numbered without gaps. */
function placeOf(text: string): SequencePlace | null {
  const number = /"u":\s*(\d{1,15})\b/.exec(text.slice(-200))?.[1] ?? /"u":\s*(\d{1,15})\b/.exec(text)?.[1];
  if (number === undefined) return null;
  const here = Number(number);
  const anew = /"type":\s*"snapshot"/.test(text.slice(0, HEAD)) || here === 1;
  return { here, previous: anew ? null : here - 1 };
}

function recogniseControl(text: string): Frame {
  const parsed = parseJson(text);
  if (!parsed.ok || !isRecord(parsed.value)) return NOT_KNOWN;
  const { op, args, success } = parsed.value;
  if (op === 'pong') return { kind: 'alive', venueTime: clockOf(args) };
  if (op === 'ping') return { kind: 'alive', venueTime: null };
  if (success === false) return refusal(parsed.value['ret_msg'], parsed.value['req_id']);
  return typeof op === 'string' || success === true ? { kind: 'confirmed' } : NOT_KNOWN;
}

/** The words of a refusal name the topics that are not to be had. */
function refusal(message: unknown, id: unknown): Frame {
  const detail = typeof message === 'string' && message !== '' ? boundedText(message) : 'no message';
  const words = typeof message === 'string' ? message.slice(0, 30_000) : '';
  const channels = words.match(/(?:tickers|orderbook\.\d{1,3})\.[\w.-]{1,64}/g) ?? [];
  const reason = /too many|limit/i.test(detail) ? 'rate-limited' : 'venue-error';
  // It gives back as text the number that it was given as text.
  const answers = typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : null;
  return { kind: 'refused', reason, detail, channels, answers };
}

function clockOf(args: unknown): EpochMs | null {
  const stamp: unknown = Array.isArray(args) ? args[0] : null;
  return typeof stamp === 'string' && /^\d{13}$/.test(stamp) ? epochMs(Number(stamp)) : null;
}

function stampOf(text: string): EpochMs | null {
  const stamp = /"ts":\s*(\d{13})\b/.exec(text.slice(0, HEAD))?.[1];
  return stamp === undefined ? null : epochMs(Number(stamp));
}
