import { queryOptions, skipToken } from '@tanstack/react-query';
import type { MarketSnapshot, ReplayMarket } from '../market/market-source.ts';

type FrameKey = readonly ['frame', string, string, number];

/** One frame of an opened file. While it is read, the frame before it of the same underlying stays. */
export function frameQuery(replay: ReplayMarket | null, underlying: string, frame: number) {
  const id = replay?.id ?? '';
  const { first } = replay ?? { first: null };
  const ready = frame === 0 && first?.chain.underlying === underlying ? first : undefined;
  return queryOptions<MarketSnapshot | null, Error, MarketSnapshot | null, FrameKey>({
    queryKey: ['frame', id, underlying, frame],
    queryFn: replay === null ? skipToken : ({ signal }) => replay.snapshot(underlying, frame, signal),
    ...(ready && { initialData: ready }),
    placeholderData: (previous, query) => {
      const [, from, of] = query?.queryKey ?? [];
      return from === id && of === underlying ? previous : undefined;
    },
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  });
}
