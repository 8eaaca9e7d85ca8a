import { assert } from '#base/assert.ts';
import { type Result, type WithFailures, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { ExchangeAdapter, FeedEvent, HttpRequest, ReadMessage, RowFailure } from '#exchanges/adapter.ts';
import { offeredUnderlyings } from '#exchanges/offered-underlyings.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { OrderBook } from '#market/order-book.ts';
import type { WireMessage } from '#market/recording.ts';
import type { FeedPlan, FeedView } from './line/live-feed.ts';
import { type FeedFailure, documentFeedFailure } from './feed-failure.ts';
import { type QuoteBook, createQuoteBook } from './quote-book.ts';
import type { Transport, TransportFailure } from './transport.ts';

/** A whole chain as the venue gives it now. */
export interface ChainAnswer {
  readonly chain: OptionChain;
  /** `empty` when the venue answered well and lists no option of the underlying: a state to be told, not an error. */
  readonly listing: 'listed' | 'empty';
  /** Rows of the answer that were left out; those of this underlying are in `chain.rejected` too. */
  readonly leftOut: readonly RowFailure[];
  /** Every underlying that the venue has shown so far, this answer included. */
  readonly underlyings: readonly string[];
}

/** What a venue said on contract terms. */
export interface TermsAnswer {
  readonly contracts: number;
  readonly leftOut: readonly RowFailure[];
  /** Why later pages of a list are missing, whose contracts keep the terms their names tell; null when none is. */
  readonly missing: FeedFailure | null;
}

/** Index levels; null where the venue has none or its answer could not be read. */
export interface IndexLevels {
  readonly indexPrice: number | null;
  /** A decimal per year. */
  readonly volatilityIndex: number | null;
}

/** One venue asked by request and answer. A failure of any kind leaves the last snapshot as it was. */
export interface LiveSource {
  readonly adapter: ExchangeAdapter;
  fetchChain(underlying: string, signal: AbortSignal): Promise<Result<ChainAnswer, FeedFailure>>;
  /** Ticks, sizes and fees; later snapshots carry them. */
  fetchTerms(underlying: string, signal: AbortSignal): Promise<Result<TermsAnswer, FeedFailure>>;
  /** Everything offered in one contract, by its name; later snapshots carry it for ten minutes. */
  fetchBook(instrument: string, signal: AbortSignal): Promise<Result<OrderBook, FeedFailure>>;
  /** Index and volatility index; each stands without the other, and later snapshots carry them. */
  fetchIndex(underlying: string, signal: AbortSignal): Promise<WithFailures<IndexLevels, FeedFailure>>;
  /** Underlyings that the venue lists, the adapter's known ones first. */
  fetchUnderlyings(signal: AbortSignal): Promise<WithFailures<readonly string[], FeedFailure>>;
  /** The last good chain, or null before the first. */
  snapshot(underlying: string): OptionChain | null;
  /** Takes what the venue pushed or answered by socket; what cannot be read changes nothing and is counted. */
  receive(messages: readonly WireMessage[]): { readonly unread: number };
  /** What has come of an underlying so far, however it came; null before its first quotes. */
  held(underlying: string): Pick<ChainAnswer, 'chain' | 'underlyings'> | null;
  /** Sockets and questions for a view of the contracts known so far; `nextId` numbers the questions. */
  plan(view: FeedView, nextId: () => number): FeedPlan;
}

/** What a source is made of. */
export interface SourceParts {
  readonly adapter: ExchangeAdapter;
  readonly transport: Transport;
  readonly now: () => EpochMs;
  /** Where the market behind the transport is known to list exactly these, so that nobody need ask. */
  readonly underlyings?: readonly string[];
  /** Sees every message as it came, unreadable ones too. */
  readonly onMessage?: (message: WireMessage) => void;
}

/** Builds a source on a transport; the sample market and the network differ in nothing else. */
export function createLiveSource(parts: SourceParts): LiveSource {
  const { adapter, now } = parts;
  const book = createQuoteBook(adapter.id);

  return {
    adapter,
    snapshot: (underlying) => book.snapshot(underlying),
    receive(messages) {
      const reads = messages.map((message) => adapter.read(message));
      for (const read of reads) book.apply(read);
      return { unread: reads.filter(isUnread).length };
    },
    held(underlying) {
      book.retire(underlying, adapter.streams?.restFromPage === 'no' ? UNLISTED_AFTER_MS : KEPT_LISTED_MS);
      const chain = book.snapshot(underlying);
      return chain === null ? null : { chain, underlyings: underlyingsOf(adapter, book) };
    },
    plan: (view, nextId) => planOf(view, { adapter, book, now: now(), nextId }),
    async fetchChain(underlying, signal) {
      const reads = await askAll(adapter.chainRequests(underlying), signal, parts);
      if (!reads.ok) return reads;
      for (const read of reads.value) book.apply(read);
      return ok(chainAnswer(underlying, reads.value, { book, now }));
    },
    async fetchTerms(underlying, signal) {
      const lists = await Promise.all(
        adapter.instrumentRequests(underlying).map((request) => askPages(request, signal, parts)),
      );
      const unread = lists.find(({ value }) => value.length === 0)?.failures[0];
      if (unread !== undefined) return err(unread);
      const reads = { value: lists.flatMap(({ value }) => value) };
      for (const read of reads.value) book.apply(read);
      const missing = lists.flatMap(({ failures }) => failures)[0] ?? null;
      const events = reads.value.flatMap((read) => read.value);
      const listed = events.flatMap((event) => (event.kind === 'instruments' ? event.instruments : []));
      return ok({ contracts: listed.length, leftOut: rowsOf(reads.value), missing });
    },
    async fetchBook(instrument, signal) {
      const reads = await askAll(adapter.bookRequests(instrument), signal, parts);
      if (!reads.ok) return reads;
      for (const read of reads.value) book.apply(read);
      const found = reads.value
        .flatMap((read) => read.value)
        .find((event) => event.kind === 'order-book' && event.instrument.name === instrument);
      return found?.kind === 'order-book' ? ok(found.book) : err(NO_BOOK);
    },
    async fetchIndex(underlying, signal) {
      const { value, failures } = await askEach(adapter.indexRequests(underlying, now()), signal, parts);
      for (const read of value) book.apply(read);
      return { value: levelsOf(value, underlying), failures };
    },
    async fetchUnderlyings(signal) {
      if (parts.underlyings !== undefined) return { value: parts.underlyings, failures: [] };
      const { value, failures } = await askEach(adapter.underlyingRequests(), signal, parts);
      for (const read of value) book.apply(read);
      const offered = offeredUnderlyings(value.flatMap((read) => read.value));
      return { value: [...new Set([...adapter.knownUnderlyings, ...offered])], failures };
    },
  };
}

/** Where no list tells which contracts there are, an expired one goes when its settlement is surely over. */
const UNLISTED_AFTER_MS = 60_000;
/** Elsewhere the venue's list decides, which keeps an expired contract for some minutes. */
const KEPT_LISTED_MS = 1_800_000;

function isUnread(read: ReadMessage): boolean {
  return read.failures.some((failure) => failure.scope === 'document');
}

function underlyingsOf({ knownUnderlyings }: ExchangeAdapter, book: QuoteBook): readonly string[] {
  return [...new Set([...knownUnderlyings, ...book.underlyings()])];
}

function planOf(
  view: FeedView,
  from: {
    readonly adapter: ExchangeAdapter;
    readonly book: QuoteBook;
    readonly now: EpochMs;
    readonly nextId: () => number;
  },
): FeedPlan {
  const { adapter, book, now, nextId } = from;
  if (adapter.streams === undefined) return { sockets: [], calls: [] };
  const contracts = book.listing(view.underlying).filter(({ expiry }) => expiry > now);
  const full = { ...view, contracts };
  return { sockets: adapter.streams.plan(full), calls: adapter.streams.calls(full, nextId) };
}

const NO_BOOK: FeedFailure = {
  kind: 'document',
  reason: 'malformed-document',
  detail: 'there is no book of this contract inside',
};

/** All answers, or the first failure: half a chain is no chain. */
async function askAll(
  requests: readonly HttpRequest[],
  signal: AbortSignal,
  parts: SourceParts,
): Promise<Result<readonly ReadMessage[], FeedFailure>> {
  const { value, failures } = await askEach(requests, signal, parts);
  const [failure] = failures;
  return failure === undefined ? ok(value) : err(failure);
}

/** Every answer that could be had and read; the requests run side by side. */
async function askEach(
  requests: readonly HttpRequest[],
  signal: AbortSignal,
  parts: SourceParts,
): Promise<WithFailures<readonly ReadMessage[], FeedFailure>> {
  const answers = await Promise.all(requests.map((request) => ask(request, signal, parts)));
  return {
    value: answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
    failures: answers.flatMap((answer) => (answer.ok ? [] : [answer.error])),
  };
}

/** Far more than any venue's list has. */
const MOST_PAGES = 20;

const TOO_MANY_PAGES: FeedFailure = {
  kind: 'document',
  reason: 'malformed-document',
  detail: `its list goes on after ${MOST_PAGES} pages`,
};

/** The pages of a list one after another, as far as they could be had and read. */
async function askPages(
  first: HttpRequest,
  signal: AbortSignal,
  parts: SourceParts,
): Promise<WithFailures<readonly ReadMessage[], FeedFailure>> {
  const pages: ReadMessage[] = [];
  let request: HttpRequest | null = first;
  while (request !== null && pages.length < MOST_PAGES) {
    let heard: WireMessage | null = null;
    const onMessage = (message: WireMessage): void => {
      heard = message;
      parts.onMessage?.(message);
    };
    const page: Result<ReadMessage, FeedFailure> = await ask(request, signal, { ...parts, onMessage });
    if (!page.ok) return { value: pages, failures: [page.error] };
    pages.push(page.value);
    request = heard === null ? null : (parts.adapter.nextPage?.(heard) ?? null);
  }
  return { value: pages, failures: request === null ? [] : [TOO_MANY_PAGES] };
}

async function ask(
  request: HttpRequest,
  signal: AbortSignal,
  parts: SourceParts,
): Promise<Result<ReadMessage, FeedFailure>> {
  const answer = await parts.transport.get(request, signal);
  if (!answer.ok) return err(inTheVenuesWords(answer.error, parts));
  parts.onMessage?.(answer.value);
  const read = parts.adapter.read(answer.value);
  const unread = read.failures.find((failure) => failure.scope === 'document');
  return unread === undefined ? ok(read) : err(documentFeedFailure(unread));
}

/** A refusal may carry the venue's own error, which says more than a status number. */
function inTheVenuesWords(failure: TransportFailure, { adapter, onMessage }: SourceParts): FeedFailure {
  if (failure.kind !== 'http-error' || failure.message === null) return failure;
  onMessage?.(failure.message);
  const worded = adapter
    .read(failure.message)
    .failures.find((one) => one.scope === 'document' && WORDED.has(one.reason));
  return worded?.scope === 'document' ? documentFeedFailure(worded) : failure;
}

const WORDED: ReadonlySet<string> = new Set(['venue-error', 'rate-limited', 'region-blocked']);

function chainAnswer(
  underlying: string,
  reads: readonly ReadMessage[],
  { book, now }: { readonly book: QuoteBook; readonly now: () => EpochMs },
): ChainAnswer {
  const covers = (event: FeedEvent): boolean =>
    (event.kind === 'quotes' || event.kind === 'quote-parts') && event.underlyings.includes(underlying);
  // A list of all coins that does not know this one says that it has no options.
  if (!reads.some((read) => read.value.some(covers))) {
    const none = { kind: 'quotes', at: now(), underlyings: [underlying], whole: true, rows: [] } as const;
    book.apply({ value: [none], failures: [] });
  }
  const chain = book.snapshot(underlying);
  assert(chain !== null, 'quotes of an underlying make its chain');
  const listing = chain.expiries.length === 0 ? 'empty' : 'listed';
  return { chain, listing, leftOut: rowsOf(reads), underlyings: book.underlyings() };
}

function rowsOf(reads: readonly ReadMessage[]): readonly RowFailure[] {
  return reads.flatMap((read) =>
    read.failures.flatMap((failure) => (failure.scope === 'row' ? [failure] : [])),
  );
}

function levelsOf(reads: readonly ReadMessage[], underlying: string): IndexLevels {
  const events = reads.flatMap((read) => read.value);
  const index = events.findLast((event) => event.kind === 'index' && event.underlyings.includes(underlying));
  const volatility = events.findLast(
    (event) => event.kind === 'volatility-index' && event.underlyings.includes(underlying),
  );
  return {
    indexPrice: index?.kind === 'index' ? index.price : null,
    volatilityIndex: volatility?.kind === 'volatility-index' ? volatility.vol : null,
  };
}
