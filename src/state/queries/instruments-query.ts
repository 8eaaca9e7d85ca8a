import { queryOptions } from '@tanstack/react-query';
import type { LiveMarket } from '../market/market-source.ts';

const HOUR_MS = 3_600_000;

/** Terms of the listed contracts: asked once an hour, since venues limit it tightly. Chains do without until then. */
export function instrumentsQuery(market: LiveMarket, underlying: string) {
  return queryOptions<number>({
    queryKey: ['instruments', market.venue, underlying],
    queryFn: ({ signal }) => market.instruments(underlying, signal),
    staleTime: HOUR_MS,
    gcTime: HOUR_MS,
    retry: 2,
    retryDelay: (attempt) => 15_000 * 2 ** attempt,
    networkMode: 'always',
    structuralSharing: false,
  });
}
