import { standardFloor } from '#analytics/protection/standard-floor.ts';
import { assert } from '#base/assert.ts';
import { err, ok, type Result } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeedFailure } from '#feed/feed-failure.ts';
import type { LiveSource } from '#feed/live-source.ts';
import type { Transport } from '#feed/transport.ts';
import { createVenueSource } from '#feed/venue-source.ts';
import type { VenueId } from '#market/venue-id.ts';
import { createAnalysisShelf } from './analysis-shelf.ts';
import { createChainShelves } from './chain-shelves.ts';
import type {
  BookQuestion,
  DeskHandlers,
  FetchedAnswer,
  FetchedAnswers,
  Purpose,
  ReadTerms,
  VenueQuestion,
} from './desk-protocol.ts';
import { fileDesk } from './file-desk.ts';
import { heldChain } from './held-chain.ts';
import { createMessageShelf } from './message-shelf.ts';
import { packPoints } from './packed-points.ts';
import { sampleDesk } from './sample-desk.ts';
import { streamDesk } from './stream-desk.ts';

/** A source whose requests are answered by what the page has fetched already. */
interface Seat {
  readonly source: LiveSource;
  readonly hand: (answers: readonly FetchedAnswer[], now: EpochMs) => void;
  /** What the source asked for that was not among the answers handed over last. */
  readonly lacked: () => readonly string[];
}

function createSeat(venue: VenueId): Seat {
  let fetched: ReadonlyMap<string, FetchedAnswer['outcome']> = new Map();
  let lacked: readonly string[] = [];
  let clock = epochMs(0);
  const transport: Transport = {
    get: ({ url }) => {
      const answer = fetched.get(url);
      if (answer === undefined) lacked = [...lacked, url];
      return Promise.resolve(answer ?? err({ kind: 'aborted' }));
    },
  };
  const source = createVenueSource(venue, { transport, now: () => clock });
  assert(source !== null, `there must be a reader for ${venue}`);
  return {
    source,
    hand: (answers, now) => {
      fetched = new Map(answers.map(({ url, outcome }) => [url, outcome]));
      lacked = [];
      clock = now;
    },
    lacked: () => lacked,
  };
}

function addressesOf(
  { adapter }: LiveSource,
  purpose: Purpose,
  { underlying, now, instrument }: Pick<VenueQuestion, 'underlying' | 'now'> & BookQuestion,
): readonly string[] {
  const requests = {
    chain: () => adapter.chainRequests(underlying),
    terms: () => adapter.instrumentRequests(underlying),
    index: () => adapter.indexRequests(underlying, now),
    book: () => adapter.bookRequests(instrument),
  }[purpose]();
  return requests.map(({ url }) => url);
}

/** The terms read so far, and the pages that are still to be fetched; a page that could not be had is a failure. */
async function readTerms(
  { source, hand, lacked }: Seat,
  { answers, now, underlying }: FetchedAnswers,
  signal: AbortSignal,
): Promise<Result<ReadTerms, FeedFailure>> {
  hand(answers, now);
  const answer = await source.fetchTerms(underlying, signal);
  if (!answer.ok) return answer;
  const { contracts, missing } = answer.value;
  const more = lacked();
  return missing !== null && more.length === 0 ? err(missing) : ok({ contracts, more });
}

/**
 * Reads what the page fetched, keeps the chains and analyses them, so that the page itself never touches a quote.
 * Sockets and requests stay with the page; time comes with each question.
 */
export function createMarketDesk(): DeskHandlers {
  const shelves = createChainShelves();
  const analyses = createAnalysisShelf();
  const heard = createMessageShelf();
  const seats = new Map<VenueId, Seat>();
  const { signal } = new AbortController();
  const seatOf = (venue: VenueId): Seat => {
    const seat = seats.get(venue) ?? createSeat(venue);
    seats.set(venue, seat);
    return seat;
  };
  /** The source asks at once and all together, so that answers handed over now are the ones it reads. */
  const reading = ({ venue, answers, now }: Omit<FetchedAnswers, 'underlying'>): LiveSource => {
    const seat = seatOf(venue);
    seat.hand(answers, now);
    return seat.source;
  };
  const { messagesUpTo, ...files } = fileDesk({ shelves, analyses });
  return {
    ...sampleDesk({ shelves, heard }),
    ...files,
    ...streamDesk({ shelves, heard }, ({ venue, now }) => reading({ venue, now, answers: [] })),
    addresses: (question) => addressesOf(seatOf(question.venue).source, question.purpose, question),
    chain: async (fetched) => {
      for (const { outcome } of fetched.answers) if (outcome.ok) heard.hear(fetched.venue, outcome.value);
      const answer = await reading(fetched).fetchChain(fetched.underlying, signal);
      if (!answer.ok) return answer;
      // An empty list would wipe a good picture off the screen, so it is told like any other fault.
      if (answer.value.listing === 'empty') return err({ kind: 'no-quotes', underlying: fetched.underlying });
      return ok(heldChain(shelves, fetched.venue, answer.value));
    },
    terms: (fetched) => readTerms(seatOf(fetched.venue), fetched, signal),
    book: async (fetched) => {
      const answer = await reading(fetched).fetchBook(fetched.instrument, signal);
      return answer.ok ? ok(answer.value.bids.length + answer.value.asks.length) : answer;
    },
    index: async (fetched) => {
      const { value, failures } = await reading(fetched).fetchIndex(fetched.underlying, signal);
      const [failure] = failures;
      const nothing = value.indexPrice === null && value.volatilityIndex === null;
      return nothing && failure !== undefined ? err(failure) : ok(value);
    },
    analyse: ({ chain, settings }) => {
      const found = shelves.find(chain);
      const { report, lines } = analyses.of(found, settings);
      const { points, ...figures } = report;
      const protection = standardFloor(found, report);
      return { report: figures, points: packPoints(points), lines, protection };
    },
    study: async ({ chain: ref, settings, name, argument }) => {
      const chain = shelves.find(ref);
      const messages = () => messagesUpTo(ref) ?? heard.newestFirst(ref.shelf);
      const basis = { chain, settings, analysis: analyses.of(chain, settings), messages };
      // Not needed for the first picture, so fetched with the first study.
      const { STUDIES } = await import('./studies.ts');
      // The page asks through `useStudy`, which pairs each name with its argument.
      return STUDIES[name](basis, argument as never);
    },
  };
}
