import { queryOptions } from '@tanstack/react-query';
import { MarketFaultError, waitAfter } from '../market/market-fault.ts';
import type { LiveMarket, MarketSnapshot } from '../market/market-source.ts';

/** How often a venue's whole chain is asked for. */
export const CHAIN_INTERVAL_MS = 5000;

/** The wait before the next attempt; null where none is due. */
function waitFor(error: Error, failures: number): number | null {
  return error instanceof MarketFaultError ? waitAfter(error.fault, failures) : null;
}

/**
 * The newest chain of one underlying of a live venue. Retries end only where they cannot help; each waits as its
 * fault says. A hidden page asks nothing; a change of underlying stops what is under way. The last good chain stays
 * through any fault.
 */
export function chainQuery(market: LiveMarket, underlying: string) {
  return queryOptions<MarketSnapshot>({
    queryKey: ['chain', market.venue, underlying],
    queryFn: ({ signal }) => market.chain(underlying, signal),
    refetchInterval: ({ state }) => (state.status === 'error' ? false : CHAIN_INTERVAL_MS),
    refetchIntervalInBackground: false,
    staleTime: CHAIN_INTERVAL_MS,
    gcTime: Infinity,
    retry: (failures, error) => waitFor(error, failures + 1) !== null,
    retryDelay: (failures, error) => waitFor(error, failures + 1) ?? CHAIN_INTERVAL_MS,
    networkMode: 'always',
    structuralSharing: false,
  });
}
