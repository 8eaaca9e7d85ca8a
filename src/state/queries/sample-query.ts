import { queryOptions } from '@tanstack/react-query';
import type { MarketDoors, MarketSnapshot } from '../market/market-source.ts';

/** How often the sample market moves. */
const STEP_MS = 2000;

/** The sample market of one underlying: moving by itself, or standing still for a lesson or a test. */
export function sampleQuery(doors: MarketDoors, underlying: string, still: boolean) {
  return queryOptions<MarketSnapshot>({
    queryKey: ['sample', underlying, still],
    queryFn: () => doors.sample(underlying, still),
    refetchInterval: still ? false : STEP_MS,
    refetchIntervalInBackground: false,
    staleTime: still ? Infinity : STEP_MS,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  });
}
