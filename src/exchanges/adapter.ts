import type { WithFailures } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote, RejectedRow } from '#market/option-chain.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';

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
  /** Listed contracts with their ticks, sizes and fees. */
  | { readonly kind: 'instruments'; readonly at: EpochMs; readonly instruments: readonly Instrument[] }
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

/** What was left out of a message: one row, or all of it. */
export type ReadFailure =
  | ({ readonly scope: 'row' } & RejectedRow)
  | { readonly scope: 'document'; readonly reason: DocumentFailureReason; readonly detail: string };

/** A GET without custom headers, so that a browser sends no preflight. */
export interface HttpRequest {
  readonly url: string;
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
  /** Every request whose answers together are one whole snapshot of the underlying's chain. */
  chainRequests(underlying: string): readonly HttpRequest[];
  /** Requests for ticks, sizes, fees: asked once and cached. */
  instrumentRequests(underlying: string): readonly HttpRequest[];
  /** Requests for index price and volatility index; `now` bounds a time range where the venue asks for one. */
  indexRequests(underlying: string, now: EpochMs): readonly HttpRequest[];
  /** One message in, events out. Pure; never throws; nothing non-finite comes out. */
  read(message: WireMessage): WithFailures<readonly FeedEvent[], ReadFailure>;
}
