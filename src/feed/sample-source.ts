import { err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { WireMessage } from '#market/recording.ts';
import { createSampleMarket } from '#simulator/sample-market.ts';
import { type LiveSource, createLiveSource } from './live-source.ts';
import type { Transport } from './transport.ts';

/** Anything that answers a venue's addresses with the venue's text. */
export interface WireTextMarket {
  respond(url: string, now: EpochMs): string;
}

/** A transport without a network: a market made of mathematics answers at once. */
export function sampleTransport(market: WireTextMarket, now: () => EpochMs): Transport {
  return {
    get(request, signal) {
      if (signal.aborted) return Promise.resolve(err({ kind: 'aborted' }));
      const at = now();
      return Promise.resolve(
        ok({ at, via: 'http', request: request.url, body: market.respond(request.url, at) }),
      );
    },
  };
}

/** The sample market as a source: the same reader and quote book as live text, so what works here works there. */
export function createSampleSource(options: {
  readonly seed: number;
  readonly startedAt: EpochMs;
  readonly now: () => EpochMs;
  readonly onMessage?: (message: WireMessage) => void;
}): LiveSource {
  const { seed, startedAt, now, onMessage } = options;
  const market = createSampleMarket({ seed, startedAt });
  return createLiveSource({
    adapter: deribitAdapter,
    transport: sampleTransport(market, now),
    underlyings: market.underlyings,
    now,
    ...(onMessage === undefined ? {} : { onMessage }),
  });
}
