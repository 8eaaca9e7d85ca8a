import type { ExchangeAdapter, ReadMessage, SnapshotPart } from '#exchanges/adapter.ts';
import { type QuoteBook, createQuoteBook } from './quote-book.ts';
import type { Recording } from './recording.ts';
import type { ReplayedMarket, UnreadMessage } from './replayed-market.ts';

/** So many copies of the market are kept along a recording at most: going back reads no more than what lies between two. */
const MOST_COPIES = 128;
const LEAST_GAP = 500;

/** The market after the messages before `next`. */
interface Place {
  readonly book: QuoteBook;
  /** By question, what came after its last readable answer. */
  readonly unread: Map<string, readonly UnreadMessage[]>;
  /** By snapshot of several answers, what has come of the look that is not complete yet. */
  readonly looks: Map<string, Look>;
  next: number;
}

interface Look {
  readonly reads: ReadonlyMap<string, ReadMessage>;
  /** An earlier look was complete: until this one is, that one stands. */
  readonly waits: boolean;
}

/** A recording, and how its messages are read. */
export interface StreamedRecording {
  readonly recording: Recording;
  readonly adapter: ExchangeAdapter;
  /** What makes two requests the same question. */
  readonly questionOf: (index: number) => string;
}

/**
 * The markets along a recording of streams, where every message changes a little of what those before it said: messages
 * are read in order, each once, and copies kept on the way make it cheap to go back.
 */
export function streamMarkets(source: StreamedRecording): (end: number) => ReplayedMarket {
  const { venue } = source.recording.header;
  const gap = Math.max(LEAST_GAP, Math.ceil(source.recording.messages.length / MOST_COPIES));
  const start: Place = { book: createQuoteBook(venue), unread: new Map(), looks: new Map(), next: 0 };
  const copies: Place[] = [start];
  let place = copyOf(start);

  return (end) => {
    const nearest = copies[Math.min(copies.length - 1, Math.floor(end / gap))] ?? start;
    if (place.next > end || nearest.next > place.next) place = copyOf(nearest);
    while (place.next < end) {
      takeNext(place, source);
      if (place.next === copies.length * gap) copies.push(copyOf(place));
    }
    return { book: place.book, unread: [...place.unread.values()].flat().sort((a, b) => a.at - b.at) };
  };
}

function copyOf({ book, unread, looks, next }: Place): Place {
  return { book: book.copy(), unread: new Map(unread), looks: new Map(looks), next };
}

function takeNext(place: Place, { recording, adapter, questionOf }: StreamedRecording): void {
  const index = place.next;
  place.next += 1;
  const message = recording.messages[index];
  if (message === undefined) return;
  const read = adapter.read(message);
  const question = questionOf(index);
  const failure = read.failures.find((one) => one.scope === 'document');
  if (failure !== undefined) {
    const before = place.unread.get(question) ?? [];
    place.unread.set(question, [...before, { ...failure, at: message.at }]);
    return;
  }
  place.unread.delete(question);
  const part = adapter.partOf?.(message.request) ?? null;
  if (part === null) place.book.apply(read);
  else takePart(place, part, read);
}

/** Prices of one look at the market never stand beside vols of another: a look is taken when all of it is there. */
function takePart({ book, looks }: Place, { snapshot, part, needs }: SnapshotPart, read: ReadMessage): void {
  const before = looks.get(snapshot) ?? { reads: new Map<string, ReadMessage>(), waits: false };
  const reads = new Map(before.reads.has(part) ? [] : before.reads).set(part, read);
  const complete = needs.every((one) => reads.has(one));
  if (!before.waits) book.apply(read);
  else if (complete) for (const one of reads.values()) book.apply(one);
  looks.set(snapshot, { reads: complete ? new Map() : reads, waits: before.waits || complete });
}
