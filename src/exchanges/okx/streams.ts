import { type EpochMs, epochMs } from '#base/time.ts';
import { boundedText } from '../bounded-text.ts';
import { inPieces } from '../in-pieces.ts';
import { isRecord, parseJson } from '../json-document.ts';
import { contractsOnScreen } from '../on-screen.ts';
import type { Frame, StreamView, VenueStreams } from '../venue-streams.ts';
import { SOCKET_ORIGIN } from './requests.ts';

const ADDRESS = `${SOCKET_ORIGIN}/ws/v5/public`;
/** Under the venue's 64 kB of arguments, with names of the longest kind. */
const CHANNELS_PER_FRAME = 300;

/**
 * Vols and forwards of the whole family on one channel and the index on another; prices and marks contract by
 * contract, of those on screen, or of all where no answer to a request can be read. Channels are written
 * `topic:what`.
 */
export const okxStreams: VenueStreams = {
  restFromPage: 'probe',
  heartbeat: {
    opening: () => [],
    beat: () => 'ping',
    everyMs: 10_000,
    silenceMs: 15_000,
    lifeMs: null,
  },
  limits: { channelsPerSocket: 2_500, frameEveryMs: 350, framesPerHour: 480 },
  plan: (view) => [{ address: ADDRESS, channels: channelsOf(view) }],
  subscribe: (channels) => framesOf('subscribe', channels),
  unsubscribe: (channels) => framesOf('unsubscribe', channels),
  calls: () => [],
  recognise,
  stampOf,
};

function channelsOf(view: StreamView): readonly string[] {
  const family = `${view.underlying}-USD`;
  const priced = view.streamAlone ? view.contracts : contractsOnScreen(view);
  return [
    `opt-summary:${family}`,
    `index-tickers:${family}`,
    ...view.books.map((name) => `books5:${name}`),
    ...priced.flatMap(({ name }) => [`tickers:${name}`, `mark-price:${name}`]),
  ];
}

function framesOf(op: string, channels: readonly string[]): readonly string[] {
  return inPieces(channels, CHANNELS_PER_FRAME).map((piece) =>
    JSON.stringify({ op, args: piece.map(argumentOf) }),
  );
}

function argumentOf(channel: string): Readonly<Record<string, string>> {
  const [topic = '', what = ''] = channel.split(':');
  return { channel: topic, [topic === 'opt-summary' ? 'instFamily' : 'instId']: what };
}

const HEAD = 200;
const ARGUMENT = /"arg":\s*\{([^{}]{1,180})\}/;
const TOPIC = /"channel":\s*"([\w-]{1,40})"/;
const SUBJECT = /"inst(?:Family|Id)":\s*"([^"]{1,64})"/;
const NOT_KNOWN: Frame = { kind: 'data', key: null, channel: null, sequence: null };

function recognise(text: string): Frame {
  if (text === 'pong') return { kind: 'alive', venueTime: null };
  const head = text.slice(0, HEAD);
  const wanted = head.includes('"event"') ? null : ARGUMENT.exec(head)?.[1];
  const [topic, subject] = [TOPIC.exec(wanted ?? '')?.[1], SUBJECT.exec(wanted ?? '')?.[1]];
  if (topic !== undefined && subject !== undefined) {
    const channel = `${topic}:${subject}`;
    // The summary carries those rows of the family that changed; everything else is one contract's whole state.
    return { kind: 'data', key: topic === 'opt-summary' ? null : channel, channel, sequence: null };
  }
  return recogniseControl(text);
}

function recogniseControl(text: string): Frame {
  const parsed = parseJson(text);
  if (!parsed.ok || !isRecord(parsed.value)) return NOT_KNOWN;
  const { event, code, msg } = parsed.value;
  if (typeof event !== 'string') return NOT_KNOWN;
  if (event !== 'error') return { kind: 'confirmed' };
  const words = typeof msg === 'string' && msg !== '' ? boundedText(msg) : 'no message';
  const detail = typeof code === 'string' ? `${words} (code ${boundedText(code, 12)})` : words;
  return { kind: 'refused', reason: reasonOf(code), detail, channels: [], answers: null };
}

function reasonOf(code: unknown): 'rate-limited' | 'venue-error' {
  return code === '50011' || code === '60014' || code === '60030' ? 'rate-limited' : 'venue-error';
}

function stampOf(text: string): EpochMs | null {
  const stamp = /"ts":\s*"(\d{13})"/.exec(text.slice(0, 2_000))?.[1];
  return stamp === undefined ? null : epochMs(Number(stamp));
}
