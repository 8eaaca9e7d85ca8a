import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { assert } from '#base/assert.ts';
import type { IndexLevels } from '#feed/live-source.ts';
import type { VenueId } from '#market/venue-id.ts';
import { useApp, useSelection, useSession } from './app-context.ts';
import { liveStatus, type LiveQueryState } from './market/live-status.ts';
import { sameCoin } from './market/same-coin.ts';
import { marketOnScreen, PATIENCE_MS, type OnScreen } from './market/market-on-screen.ts';
import type { LiveMarket, MarketSnapshot, ReplayMarket } from './market/market-source.ts';
import { frameQuery } from './queries/frame-query.ts';
import { sampleQuery } from './queries/sample-query.ts';
import { useElapsed } from './use-elapsed.ts';
import { type LiveVenue, useLiveVenue } from './use-live-venue.ts';
import { useStreams } from './use-streams.ts';

/** The market on screen and how its source is doing. */
export interface Market {
  readonly onScreen: OnScreen;
  /** Names the source in keys: two sources never share a report. */
  readonly sourceId: string;
  /** `Deribit`, `Sample market`, the name of a file. */
  readonly label: string;
  readonly snapshot: MarketSnapshot | null;
  readonly index: IndexLevels | null;
  /** What was asked for, by the name that the venue has for it. */
  readonly underlying: string;
  readonly underlyings: readonly string[];
  /** The venue the user asked for, whatever is on screen. */
  readonly venue: VenueId;
  readonly venueLabel: string;
  readonly live: LiveQueryState;
  readonly replay: ReplayMarket | null;
  /** Tries the venue at once instead of waiting; so does a device that is back on its network. */
  readonly retry: () => void;
}

function useEverLive(): boolean {
  const cache = useQueryClient().getQueryCache();
  const heard = useStreams(({ everHeard }) => everHeard);
  return heard || cache.findAll({ queryKey: ['chain'] }).some(({ state }) => state.data !== undefined);
}

function useReplaySnapshot(underlying: string): MarketSnapshot | null {
  const replay = useSession((session) => session.replay);
  const frame = useSession((session) => session.frame);
  const { data } = useQuery(frameQuery(replay, underlying, frame));
  return data ?? null;
}

function useDoor(venue: VenueId): LiveMarket {
  const { live } = useApp().doors;
  const door = live.find((one) => one.venue === venue) ?? live[0];
  assert(door !== undefined, 'a page needs at least one venue');
  return door;
}

/** Decides again whenever something that bears on it changes, the passing of patience included. */
function useOnScreen(live: LiveQueryState): OnScreen {
  const { doors } = useApp();
  const { market, venue, underlying } = useSelection((selection) => selection);
  const replayOpen = useSession(({ replay }) => replay !== null);
  const everLive = useEverLive();
  const impatient = useElapsed(`${venue} ${underlying} ${market}`, PATIENCE_MS);
  return marketOnScreen({
    replayOpen,
    sampleChosen: market !== 'live',
    live: liveStatus(live, doors.now()),
    everLive,
    waitedMs: impatient ? PATIENCE_MS : 0,
  });
}

/** A device that is back on its network tries at once. */
function useOnline(retry: () => void): void {
  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [retry]);
}

type Shown = Pick<Market, 'sourceId' | 'label' | 'snapshot' | 'index'>;

/** What each kind of market would show now. */
function useSources(
  door: LiveMarket,
  { live, index }: Pick<LiveVenue, 'live' | 'index'>,
  underlying: string,
  onScreen: OnScreen,
): Record<OnScreen['kind'], Shown> {
  const { doors } = useApp();
  const still = useSelection(({ market }) => market === 'sample-still');
  const replay = useSession((session) => session.replay);
  const sampled = useQuery({
    ...sampleQuery(doors, underlying, still),
    enabled: onScreen.kind === 'sample',
  });
  const replayed = useReplaySnapshot(underlying);
  return {
    live: {
      sourceId: `live ${door.venue}`,
      label: door.label,
      snapshot: live.data ?? null,
      // A stream brings its levels with the chain, newer than any that were asked for.
      index: live.stream?.phase === 'streaming' ? null : index,
    },
    sample: { sourceId: 'sample', label: 'Sample market', snapshot: sampled.data ?? null, index: null },
    replay: { sourceId: replay?.id ?? '', label: replay?.fileName ?? '', snapshot: replayed, index: null },
    none: { sourceId: 'none', label: door.label, snapshot: null, index: null },
  };
}

/** Follows the user's choice, the venue and the opened file, and says which of them the page shows. */
export function useMarket(): Market {
  const { market: wanted, venue, underlying: asked } = useSelection((selection) => selection);
  const replay = useSession((session) => session.replay);
  const door = useDoor(venue);
  const liveWanted = wanted === 'live' && replay === null;
  const underlying = liveWanted ? (sameCoin(asked, door.knownUnderlyings) ?? asked) : asked;
  const { live, index, retry } = useLiveVenue(door, underlying, liveWanted);
  useOnline(retry);
  const onScreen = useOnScreen(live);
  const shown = useSources(door, { live, index }, underlying, onScreen)[onScreen.kind];
  const underlyings = replay?.underlyings ?? shown.snapshot?.underlyings ?? door.knownUnderlyings;
  return {
    ...shown,
    onScreen,
    underlying,
    underlyings,
    venue: door.venue,
    venueLabel: door.label,
    live,
    replay,
    retry,
  };
}
