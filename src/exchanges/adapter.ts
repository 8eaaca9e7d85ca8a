import type { WithFailures } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote, RejectedRow } from '#market/option-chain.ts';
import type { BookLevel, OrderBook } from '#market/order-book.ts';
import type { Quote } from '#market/quote.ts';
import type { WireMessage } from '#market/recording.ts';
import type { TickTable } from '#market/tick-table.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { VenueStreams } from './venue-streams.ts';

/** What a quote says besides whose it is and when. */
export type QuoteFigures = Omit<Quote, 'instrument' | 'at'>;

/**
 * Some figures of one contract, from a venue that spreads a quote over several messages. A figure that the message
 * does not carry is absent; one that it carries as missing is null. Sizes are contracts as the wire counts them and
 * do not follow the listed contract size.
 */
export interface QuotePart {
  readonly instrument: Instrument;
  readonly at: EpochMs;
  readonly figures: Partial<QuoteFigures>;
}

/** One thing a venue said, in Smirk's own words. */
export type FeedEvent =
  /** Quotes. `whole` means: every contract of `underlyings` that is not in `rows` is no longer listed. */
  | {
      readonly kind: 'quotes';
      readonly at: EpochMs;
      readonly underlyings: readonly string[];
      readonly whole: boolean;
      readonly rows: readonly ContractQuote[];
    }
  /**
   * Parts of quotes, each figure standing until a newer part carries it. `whole` means: of contracts of `underlyings`
   * that are not in `rows`, the venue no longer has this part; a contract without any part is no longer listed.
   */
  | {
      readonly kind: 'quote-parts';
      readonly at: EpochMs;
      readonly underlyings: readonly string[];
      /** The venue's own word for what its messages of this kind carry; a newer one replaces an older of the same word. */
      readonly part: string;
      readonly whole: boolean;
      readonly rows: readonly QuotePart[];
    }
  /** Listed contracts with their ticks, sizes and fees. */
  | { readonly kind: 'instruments'; readonly at: EpochMs; readonly instruments: readonly Instrument[] }
  /** The ticks of every listed contract of `underlyings`, in place of those that their own rows told. */
  | {
      readonly kind: 'ticks';
      readonly at: EpochMs;
      readonly underlyings: readonly string[];
      readonly ticks: TickTable;
    }
  /** Everything offered in one contract, in place of what was known of it before. */
  | {
      readonly kind: 'order-book';
      readonly at: EpochMs;
      readonly instrument: Instrument;
      readonly book: OrderBook;
      /** Whether the wire counted coins, so that sizes follow when the listed contract size is another than the name's. */
      readonly sizedInCoin: boolean;
    }
  /** What has changed in a contract's book since the last of its messages; a level of size 0 is gone. */
  | {
      readonly kind: 'book-changes';
      readonly at: EpochMs;
      readonly instrument: Instrument;
      readonly bids: readonly BookLevel[];
      readonly asks: readonly BookLevel[];
    }
  /** Spot index of the underlyings it is the index of, in the quote currency. */
  | {
      readonly kind: 'index';
      readonly at: EpochMs;
      readonly underlyings: readonly string[];
      readonly price: number;
    }
  /** The venue's volatility index as a decimal. */
  | {
      readonly kind: 'volatility-index';
      readonly at: EpochMs;
      readonly underlyings: readonly string[];
      readonly vol: number;
    };

/** Why a whole message could not be read. */
export type DocumentFailureReason =
  | 'not-json'
  | 'not-this-venue'
  | 'venue-error'
  | 'rate-limited'
  | 'region-blocked'
  | 'malformed-document'
  | 'unknown-request'
  | 'too-large';

/** One row left out of a message, with the underlying it belongs to; null where its name does not tell. */
export type RowFailure = { readonly scope: 'row'; readonly underlying: string | null } & RejectedRow;

/** A message of which nothing could be read; `detail` is bounded text for people. */
export interface DocumentFailure {
  readonly scope: 'document';
  readonly reason: DocumentFailureReason;
  readonly detail: string;
}

/** What was left out of a message: one row, or all of it. */
export type ReadFailure = RowFailure | DocumentFailure;

/** A message read: events in the order in which they apply, and what was left out. */
export type ReadMessage = WithFailures<readonly FeedEvent[], ReadFailure>;

/** A GET without custom headers, so that a browser sends no preflight. */
export interface HttpRequest {
  readonly url: string;
}

/**
 * What the answer to a request is for: a whole chain, one contract's quote, one contract's order book alone,
 * contract terms, index levels, a stream of many things. Tells a replay where one market snapshot ends and the next begins.
 */
export type RequestPurpose = 'chain' | 'contract' | 'book' | 'instruments' | 'index' | 'stream' | 'other';

/** The place of an answer in a market snapshot that a venue gives in several answers. */
export interface SnapshotPart {
  /** Whose snapshot; equal for all answers that belong together. */
  readonly snapshot: string;
  readonly part: string;
  /** The parts without which the snapshot is not complete. */
  readonly needs: readonly string[];
}

/** One venue, without I/O: what to ask and how to read. Sockets, timers and retries live in feed/. */
export interface ExchangeAdapter {
  readonly id: VenueId;
  /** Name on screen. */
  readonly label: string;
  /** Origins a page must be allowed to connect to. */
  readonly origins: readonly string[];
  /** Underlyings offered before the venue has answered anything. */
  readonly knownUnderlyings: readonly string[];
  /** Requests whose answers together show which underlyings exist beyond the known ones; empty where all are known. */
  underlyingRequests(): readonly HttpRequest[];
  /** Every request whose answers together are one whole snapshot of the underlying's chain. */
  chainRequests(underlying: string): readonly HttpRequest[];
  /** Requests for ticks, sizes, fees: asked once and cached. */
  instrumentRequests(underlying: string): readonly HttpRequest[];
  /** The request for what comes after an answer that has only the first of several pages; null after the last. */
  readonly nextPage?: (answer: WireMessage) => HttpRequest | null;
  /** Requests for index price and volatility index; `now` bounds a time range where the venue asks for one. */
  indexRequests(underlying: string, now: EpochMs): readonly HttpRequest[];
  /** Requests for everything offered in one contract, by its name; empty where no page can ask. */
  bookRequests(instrument: string): readonly HttpRequest[];
  /** What an address recorded with a message was asked for. */
  purposeOf(request: string): RequestPurpose;
  /** The place of an address's answer in a snapshot of several answers; null, or absent, where one answer is whole. */
  readonly partOf?: (request: string) => SnapshotPart | null;
  /** How the venue streams; absent where it does not, or is known by files alone. Also in stream-registry.ts. */
  readonly streams?: VenueStreams;
  /** Whether a file of this name, whose text begins with `head`, is one that `read` takes as request `file:<name>`. */
  readonly readsFile?: (name: string, head: string) => boolean;
  /** One message in, events out. Pure; never throws; nothing non-finite comes out. */
  read(message: WireMessage): ReadMessage;
}
