import { queryOptions } from '@tanstack/react-query';
import { waitAfter } from '../market/live-status.ts';
import { MarketFaultError } from '../market/market-fault.ts';
import type { LiveMarket, MarketDoors, MarketSnapshot } from '../market/market-source.ts';

/** How often a venue's whole chain is asked for. */
export const CHAIN_INTERVAL_MS = 5000;

/**
 * The newest chain of one underlying of a live venue. Retries never end; each waits as the fault says. A hidden page
 * asks nothing; a change of underlying stops what is under way. The last good chain stays through any fault.
 */
export function chainQuery(market: LiveMarket, underlying: string, retryDelay: MarketDoors['retryDelay']) {
  return queryOptions<MarketSnapshot>({
    queryKey: ['chain', market.venue, underlying],
    queryFn: ({ signal }) => market.chain(underlying, signal),
    refetchInterval: CHAIN_INTERVAL_MS,
    refetchIntervalInBackground: false,
    staleTime: CHAIN_INTERVAL_MS,
    gcTime: 10 * 60_000,
    retry: true,
    retryDelay: (failuresBefore, error) =>
      error instanceof MarketFaultError
        ? waitAfter(error.fault, failuresBefore + 1, retryDelay)
        : CHAIN_INTERVAL_MS,
    networkMode: 'always',
    structuralSharing: false,
  });
}
