import type { EpochMs } from '#base/time.ts';
import type { ExchangeAdapter, RequestPurpose } from '#exchanges/adapter.ts';
import type { WireMessage } from '#market/recording.ts';
import type { Recording } from './recording.ts';

/** One stop of a replay: the market after the messages before `end`. */
export interface RecordingInstant {
  /** When the last quotes of this stop were received. */
  readonly at: EpochMs;
  /** Index of the first message that is not part of the market at this stop. */
  readonly end: number;
}

/** Quotes that came further apart do not belong to one look at the market. */
const LONGEST_SWEEP_PAUSE = 60_000;
/** A stream has no looks of its own: one stop every few seconds. */
const STREAM_STEP = 5_000;
const ASIDE: ReadonlySet<RequestPurpose> = new Set(['index', 'instruments', 'book']);

/**
 * The stops of a recording, in order of time. A look at the market ends where something already asked is asked again,
 * or after a long pause: a pair of chains seconds apart is one stop, and so is a sweep of hundreds of order books.
 * Contract terms, index levels and order books never begin a stop of their own.
 */
export function recordingInstants(
  recording: Recording,
  adapter: ExchangeAdapter,
): readonly RecordingInstant[] {
  const stops: RecordingInstant[] = [];
  let look: Look | null = null;
  for (const [index, message] of recording.messages.entries()) {
    const purpose = adapter.purposeOf(message.request);
    const quotes = !ASIDE.has(purpose);
    if (look !== null && quotes && beginsNewLook(look, message, purpose)) {
      stops.push({ at: look.lastAt, end: index });
      look = null;
    }
    if (quotes) look = extended(look, message);
  }
  if (look !== null) stops.push({ at: look.lastAt, end: recording.messages.length });
  return stops;
}

interface Look {
  readonly asked: Set<string>;
  readonly firstAt: EpochMs;
  lastAt: EpochMs;
}

function beginsNewLook(look: Look, message: WireMessage, purpose: RequestPurpose): boolean {
  if (purpose === 'stream') return message.at - look.firstAt >= STREAM_STEP;
  return look.asked.has(message.request) || message.at - look.lastAt > LONGEST_SWEEP_PAUSE;
}

function extended(look: Look | null, message: WireMessage): Look {
  const grown = look ?? { asked: new Set<string>(), firstAt: message.at, lastAt: message.at };
  grown.asked.add(message.request);
  grown.lastAt = message.at;
  return grown;
}
