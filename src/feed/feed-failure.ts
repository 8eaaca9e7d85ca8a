import type { DocumentFailure, DocumentFailureReason } from '#exchanges/adapter.ts';
import type { TransportFailure } from './transport.ts';

/** Why a question to a venue brought nothing: no answer, or an answer that could not be read. */
export type FeedFailure =
  | TransportFailure
  /** A good answer without one option in it that could be read. */
  | { readonly kind: 'no-quotes'; readonly underlying: string }
  | { readonly kind: 'document'; readonly reason: DocumentFailureReason; readonly detail: string };

/** A document failure in the vocabulary of feeds. */
export function documentFeedFailure({ reason, detail }: DocumentFailure): FeedFailure {
  return { kind: 'document', reason, detail };
}

/** What happened, as one sentence for people; text of the venue inside it is bounded. */
export function feedFailureText(failure: FeedFailure, venue: string): string {
  if (failure.kind === 'document') return documentText(failure, venue);
  switch (failure.kind) {
    case 'offline':
      return 'This device has no network connection.';
    case 'unreachable':
      return `${venue} could not be reached, or refused without saying why.`;
    case 'cut-off':
      return `The answer of ${venue} broke off half-way.`;
    case 'timeout':
      return `${venue} did not answer within ${Math.round(failure.afterMs / 1_000)} seconds.`;
    case 'rate-limited':
      return `${venue} asks for fewer requests.`;
    case 'server-error':
      return `${venue} has a fault on its side (HTTP ${failure.status}).`;
    case 'region-blocked':
      return `${venue} refuses requests from here (HTTP ${failure.status}): it may be blocked in your region.`;
    case 'http-error':
      return `${venue} refused the request (HTTP ${failure.status}).`;
    case 'too-large':
      return `The answer of ${venue} is larger than any answer should be.`;
    case 'no-quotes':
      return `${venue} sent no quotes of ${failure.underlying} options.`;
    case 'aborted':
      return 'The request was cancelled.';
    default:
      return failure satisfies never;
  }
}

function documentText(failure: Extract<FeedFailure, { kind: 'document' }>, venue: string): string {
  if (failure.reason === 'rate-limited') return `${venue} asks for fewer requests.`;
  if (failure.reason === 'region-blocked')
    return `${venue} refuses requests from here: it may be blocked in your region.`;
  if (failure.reason === 'venue-error') return `${venue} reports an error: ${failure.detail}.`;
  return `The answer of ${venue} could not be read: ${failure.detail}.`;
}
