import { queryOptions } from '@tanstack/react-query';
import type { MarketDoors, MarketSnapshot } from '../market/market-source.ts';

/** How often the sample market moves. */
const STEP_MS = 2000;

/** The sample market of one underlying: moving by itself, or standing still for a lesson or a test. */
export function sampleQuery(doors: MarketDoors, underlying: string, still: boolean) {
  return queryOptions<MarketSnapshot>({
    queryKey: ['sample', underlying, still],
    queryFn: async ({ signal }) => {
      const market = await doors.openSample({ still });
      const listed = market.knownUnderlyings.includes(underlying);
      const shown = listed ? underlying : (market.knownUnderlyings[0] ?? underlying);
      await market.index(shown, signal);
      return market.chain(shown, signal);
    },
    refetchInterval: still ? false : STEP_MS,
    refetchIntervalInBackground: false,
    staleTime: still ? Infinity : STEP_MS,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  });
}
