import { queryOptions } from '@tanstack/react-query';
import type { IndexLevels } from '#feed/live-source.ts';
import type { LiveMarket } from '../market/market-source.ts';

const INTERVAL_MS = 10_000;

/** Spot index and volatility index of one underlying; not worth a fault on screen, since the chain goes on without. */
export function indexQuery(market: LiveMarket, underlying: string) {
  return queryOptions<IndexLevels>({
    queryKey: ['index', market.venue, underlying],
    queryFn: ({ signal }) => market.index(underlying, signal),
    refetchInterval: INTERVAL_MS,
    refetchIntervalInBackground: false,
    staleTime: INTERVAL_MS,
    retry: false,
    networkMode: 'always',
  });
}
