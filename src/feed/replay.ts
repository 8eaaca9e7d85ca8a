import type { ExchangeAdapter, ReadMessage } from '#exchanges/adapter.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { completeSnapshotEnds } from './complete-snapshots.ts';
import { createQuoteBook } from './quote-book.ts';
import type { Recording } from './recording.ts';
import { type RecordingInstant, recordingInstants } from './recording-instants.ts';
import type { ReplayedMarket, UnreadMessage } from './replayed-market.ts';
import { streamMarkets } from './stream-replay.ts';

/** One underlying at one stop of a recording. */
export interface ReplaySnapshot {
  /** Null where the recording had no quotes of the underlying yet. The version is the stop's number from 1. */
  readonly chain: OptionChain | null;
  /** Messages up to this stop that could not be read, and for which an earlier answer stands in. */
  readonly unread: readonly UnreadMessage[];
}

/** A recording to move through. Any stop can be had at once, in any order. */
export interface Replay {
  readonly recording: Recording;
  readonly instants: readonly RecordingInstant[];
  /** Underlyings quoted or listed anywhere in the recording. */
  readonly underlyings: readonly string[];
  /** The stops, counted from 0, at which something was asked that brings quotes of this underlying. */
  stops(underlying: string): readonly number[];
  /** The market at a stop, counted from 0. */
  snapshot(underlying: string, index: number): ReplaySnapshot;
  /** The market at the last stop: of each thing asked, the last answer that could be read. */
  last(underlying: string): ReplaySnapshot;
}

/** Awaited between turns of long work, with how much of it is done; false ends it. */
export type Turn = (share: number) => Promise<boolean>;

/** Messages of a stream that are read in one turn. */
const TURN = 200;

/** Prepares a recording for replay through the same reader and quote book as live text. */
export function createReplay(recording: Recording, adapter: ExchangeAdapter): Replay {
  return replayOf(sourceOf(recording, adapter));
}

/** The same in turns, since a stream has to be read from its first message to its last; null where it was ended. */
export async function openReplay(
  recording: Recording,
  adapter: ExchangeAdapter,
  turn: Turn,
): Promise<Replay | null> {
  const source = sourceOf(recording, adapter);
  const { length } = recording.messages;
  for (let end = TURN; source.streamed && end < length; end += TURN) {
    source.marketBefore(end);
    if (!(await turn(end / length))) return null;
  }
  return replayOf(source);
}

/** A recording with the markets along it. */
interface ReplaySource extends Source {
  readonly streamed: boolean;
  readonly marketBefore: (end: number) => ReplayedMarket;
}

function sourceOf(recording: Recording, adapter: ExchangeAdapter): ReplaySource {
  const instants = recordingInstants(recording, adapter);
  let answers: Source['answers'] | null = null;
  const source: Source = {
    recording,
    adapter,
    instants,
    get answers() {
      answers ??= answersByQuestion(recording, adapter);
      return answers;
    },
  };
  const streamed = isStreamed(recording, adapter);
  const marketBefore = streamed
    ? streamMarkets({ recording, adapter, questionOf: (index) => questionOf(recording, adapter, index) })
    : polledMarkets(source);
  return Object.assign(source, { streamed, marketBefore });
}

function replayOf(source: ReplaySource): Replay {
  const { recording, instants, marketBefore } = source;
  let held: { readonly index: number; readonly market: ReplayedMarket } | null = null;

  function marketAt(index: number): ReplayedMarket {
    if (held?.index === index) return held.market;
    const market = marketBefore(instants[index]?.end ?? 0);
    held = { index, market };
    return market;
  }

  function snapshot(underlying: string, index: number): ReplaySnapshot {
    const { book, unread } = marketAt(index);
    const chain = book.snapshot(underlying);
    return { chain: chain === null ? null : { ...chain, version: index + 1 }, unread };
  }

  const lastIndex = Math.max(0, instants.length - 1);
  const underlyings = marketAt(lastIndex).book.underlyings();
  const stopsOf = new Map<string, readonly number[]>();

  function stops(underlying: string): readonly number[] {
    const known = stopsOf.get(underlying);
    if (known !== undefined) return known;
    const found = stopsQuoting(underlying, source);
    stopsOf.set(underlying, found);
    return found;
  }

  return {
    recording,
    instants,
    underlyings,
    stops,
    snapshot,
    last: (underlying) => snapshot(underlying, lastIndex),
  };
}

interface Source {
  readonly recording: Recording;
  readonly adapter: ExchangeAdapter;
  readonly instants: readonly RecordingInstant[];
  /** For each question, the indices of its answers in order of time. */
  readonly answers: readonly (readonly number[])[];
}

/** A question asked again has an answer that replaces the earlier one; each message of a stream stands for itself. */
function answersByQuestion(recording: Recording, adapter: ExchangeAdapter): readonly (readonly number[])[] {
  const questions = new Map<string, number[]>();
  for (const index of recording.messages.keys()) {
    const question = questionOf(recording, adapter, index);
    const answers = questions.get(question);
    if (answers === undefined) questions.set(question, [index]);
    else answers.push(index);
  }
  return [...questions.values()];
}

function questionOf({ messages }: Recording, adapter: ExchangeAdapter, index: number): string {
  const request = messages[index]?.request ?? '';
  return adapter.purposeOf(request) === 'stream' ? `#${index}` : withoutTimes(request);
}

function isStreamed({ messages }: Recording, adapter: ExchangeAdapter): boolean {
  return messages.some(({ request }) => adapter.purposeOf(request) === 'stream');
}

/** The time bounds in an address do not make it another question. */
function withoutTimes(request: string): string {
  return request.replaceAll(/\d{10,}/g, '#');
}

/**
 * The markets along a recording of answers to questions. Reads only what still counts: of each question the last
 * readable answer before `end`, in order of time; of a snapshot in several answers those of the last stop at which it
 * was complete. What was read for one stop is at hand for the next.
 */
function polledMarkets(source: Source): (end: number) => ReplayedMarket {
  const { recording, adapter } = source;
  let reads: Reads = new Map();
  return (end) => {
    const unread: UnreadMessage[] = [];
    const reading = readOnce(source, reads);
    reads = reading.reads;
    const { read } = reading;
    const completeEnds = completeSnapshotEnds(end, { ...source, read });
    const last = source.answers
      .flatMap((indices) => {
        const request = recording.messages[indices[0] ?? 0]?.request ?? '';
        const part = adapter.partOf?.(request) ?? null;
        const stop = part === null ? end : (completeEnds.get(part.snapshot) ?? end);
        unread.push(...unreadAmong(indices, stop, end, { recording, read }));
        return lastReadable(indices, stop, { recording, read }, unread);
      })
      .sort((a, b) => a.index - b.index);
    const book = createQuoteBook(recording.header.venue);
    for (const one of last) book.apply(one.read);
    return { book, unread: unread.sort((a, b) => a.at - b.at) };
  };
}

/** One answer tells which underlyings a question is about; every asking of it belongs to a stop. */
function stopsQuoting(underlying: string, source: Source): readonly number[] {
  const { recording, instants } = source;
  const ends = instants.map((instant) => instant.end);
  const found = new Set<number>();
  const { read } = readOnce(source);
  for (const indices of source.answers) {
    const [sample] = lastReadable(indices, recording.messages.length, { recording, read }, []);
    const quotes = sample?.read.value.some(
      (event) =>
        (event.kind === 'quotes' || event.kind === 'quote-parts') &&
        event.rows.some((row) => row.instrument.underlying === underlying),
    );
    if (quotes === true) for (const index of indices) found.add(lastBelow(ends, index + 1) + 1);
  }
  return [...found].filter((stop) => stop < instants.length).sort((a, b) => a - b);
}

interface Reading {
  readonly recording: Recording;
  readonly read: (index: number) => ReadMessage;
}

type Reads = ReadonlyMap<number, ReadMessage>;

/** A message is looked at more than once, and a long one takes long to read; `before` holds what was read already. */
function readOnce(
  { recording, adapter }: Source,
  before: Reads = new Map(),
): { readonly read: Reading['read']; readonly reads: Reads } {
  const reads = new Map<number, ReadMessage>();
  const read = (index: number): ReadMessage => {
    const message = recording.messages[index];
    const known = reads.get(index) ?? before.get(index);
    const found = known ?? (message === undefined ? NOTHING : adapter.read(message));
    reads.set(index, found);
    return found;
  };
  return { read, reads };
}

const NOTHING: ReadMessage = { value: [], failures: [] };

/** What came after the last complete snapshot and could not be read; what could is passed over without a word. */
function unreadAmong(
  indices: readonly number[],
  from: number,
  end: number,
  { recording, read }: Reading,
): readonly UnreadMessage[] {
  return indices
    .filter((index) => index >= from && index < end)
    .flatMap((index) => unreadMessage(index, { recording, read }));
}

function unreadMessage(index: number, { recording, read }: Reading): readonly UnreadMessage[] {
  const message = recording.messages[index];
  const failure = read(index).failures.find((one) => one.scope === 'document');
  return failure === undefined || message === undefined ? [] : [{ ...failure, at: message.at }];
}

function lastReadable(
  indices: readonly number[],
  end: number,
  reading: Reading,
  unread: UnreadMessage[],
): readonly { readonly index: number; readonly read: ReadMessage }[] {
  for (let position = lastBelow(indices, end); position >= 0; position -= 1) {
    const index = indices[position] ?? 0;
    const failed = unreadMessage(index, reading);
    if (failed.length === 0) return [{ index, read: reading.read(index) }];
    unread.push(...failed);
  }
  return [];
}

/** Position of the last element below a bound, −1 where there is none. */
function lastBelow(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
