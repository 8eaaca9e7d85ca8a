import type { Result } from '#base/result.ts';
import type { HttpRequest } from '#exchanges/adapter.ts';
import type { WireMessage } from '#market/recording.ts';

/** Why a request brought no answer that could be read. */
export type TransportFailure =
  | { readonly kind: 'offline' }
  /** No connection, or an answer without the permission to read it: a refusal for too many requests can look so. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** `retryAfterMs` is null where the venue did not say, or the browser may not read it. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'region-blocked'; readonly status: number }
  /** `message` is the body that came with the refusal; a venue often words its error there. */
  | { readonly kind: 'http-error'; readonly status: number; readonly message: WireMessage | null }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/** Whatever answers requests: the network, or the sample market. Never rejects. */
export interface Transport {
  get(request: HttpRequest, signal: AbortSignal): Promise<Result<WireMessage, TransportFailure>>;
}
