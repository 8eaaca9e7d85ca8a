import type { Result } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import { type FeedFailure, feedFailureText } from '#feed/feed-failure.ts';
import type { LiveSource } from '#feed/live-source.ts';
import type { LiveMarket } from './market-source.ts';
import { MarketFaultError } from './market-fault.ts';

/** What a page asks of a source. */
export interface MarketQuestions extends Pick<LiveSource, 'fetchChain' | 'fetchTerms' | 'fetchIndex'> {
  readonly adapter: Pick<LiveSource['adapter'], 'id' | 'label' | 'knownUnderlyings'>;
}

interface LiveMarketIo {
  readonly now: () => EpochMs;
  /** In [0, 1). */
  readonly random: () => number;
}

/** A source as the queries want it: what fails rejects, with all that the next attempt depends on. */
export function liveMarket(source: MarketQuestions, { now, random }: LiveMarketIo): LiveMarket {
  const { id, label, knownUnderlyings } = source.adapter;
  const fail = (failure: FeedFailure): never => {
    const text = feedFailureText(failure, label);
    throw new MarketFaultError({ failure, text, at: now(), random: random() });
  };
  const valueOf = <T>(result: Result<T, FeedFailure>): T => (result.ok ? result.value : fail(result.error));
  return {
    venue: id,
    label,
    knownUnderlyings,
    chain: async (underlying, signal) => {
      const { chain, listing, underlyings } = valueOf(await source.fetchChain(underlying, signal));
      // An empty list would wipe a good picture off the screen, so it is told like any other fault.
      if (listing === 'empty') fail({ kind: 'no-quotes', underlying });
      return { chain, receivedAt: now(), underlyings: [...new Set([...knownUnderlyings, ...underlyings])] };
    },
    instruments: async (underlying, signal) => valueOf(await source.fetchTerms(underlying, signal)).contracts,
    index: async (underlying, signal) => {
      const { value, failures } = await source.fetchIndex(underlying, signal);
      const [failure] = failures;
      const nothing = value.indexPrice === null && value.volatilityIndex === null;
      return nothing && failure !== undefined ? fail(failure) : value;
    },
  };
}
