import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApp, useSelection } from './app-context.ts';
import type { LiveMarket, MarketDoors, MarketSnapshot } from './market/market-source.ts';
import type { Market } from './use-market.ts';
import { useLookAtBooks } from './use-streams.ts';

/** Books change from second to second; more often than this they are had by socket alone. */
const REFRESH_MS = 10_000;

/** A market whose books can be asked for, by its kind. */
export interface BookedMarket {
  readonly kind: Market['onScreen']['kind'];
  readonly sourceId: string;
  readonly snapshot: Pick<MarketSnapshot, 'chain'> | null;
}

interface Asked {
  readonly doors: MarketDoors;
  readonly door: LiveMarket | undefined;
  readonly underlying: string;
  readonly still: boolean;
  readonly kind: Market['onScreen']['kind'];
}

function bookOf({ doors, door, underlying, still, kind }: Asked, signal: AbortSignal) {
  if (kind === 'sample') return (name: string) => doors.sampleBook(underlying, still, name);
  return (name: string) => door?.book(underlying, name, signal) ?? Promise.resolve(0);
}

/**
 * Fetches the order books of a few contracts for as long as whoever asks is on screen, by socket and by request; chains
 * carry them from then on. Says in words why a book could not be had; a recording has those that it holds and no more.
 */
export function useOrderBooks(
  market: BookedMarket,
  instruments: readonly string[],
): { readonly error: string | null } {
  const { doors } = useApp();
  const client = useQueryClient();
  const wanted = useSelection((selection) => selection.market);
  const { kind } = market;
  const { venue, underlying } = market.snapshot?.chain ?? { venue: null, underlying: '' };
  const door = doors.live.find((one) => one.venue === venue);
  const live = kind === 'live' && door?.restFromPage !== 'no';
  useLookAtBooks(kind === 'live' ? venue : null, instruments);
  const asked = { doors, door, underlying, still: wanted === 'sample-still', kind };
  const query = useQuery({
    queryKey: ['books', market.sourceId, underlying, asked.still, ...instruments],
    queryFn: async ({ signal }) => {
      const levels = await Promise.all(instruments.map(bookOf(asked, signal)));
      // A market that stands still is not asked again by itself.
      if (asked.still) await client.invalidateQueries({ queryKey: ['sample', underlying] });
      return levels;
    },
    enabled: instruments.length > 0 && (live || kind === 'sample'),
    refetchInterval: live ? REFRESH_MS : false,
    staleTime: REFRESH_MS,
    retry: 1,
    networkMode: 'always',
  });
  return { error: query.error?.message ?? null };
}
