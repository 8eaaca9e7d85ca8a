import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { assert } from '#base/assert.ts';
import type { IndexLevels } from '#feed/live-source.ts';
import type { VenueId } from '#market/venue-id.ts';
import { useApp, useSelection, useSession } from './app-context.ts';
import { liveStatus, type LiveQueryState } from './market/live-status.ts';
import { MarketFaultError } from './market/market-fault.ts';
import { marketOnScreen, PATIENCE_MS, type OnScreen } from './market/market-on-screen.ts';
import type { LiveMarket, MarketSnapshot, ReplayMarket } from './market/market-source.ts';
import { chainQuery } from './queries/chain-query.ts';
import { frameQuery } from './queries/frame-query.ts';
import { indexQuery } from './queries/index-query.ts';
import { instrumentsQuery } from './queries/instruments-query.ts';
import { sampleQuery } from './queries/sample-query.ts';
import { useElapsed } from './use-elapsed.ts';

/** The market on screen and how its source is doing. */
export interface Market {
  readonly onScreen: OnScreen;
  /** Names the source in keys: two sources never share a report. */
  readonly sourceId: string;
  /** `Deribit`, `Sample market`, the name of a file. */
  readonly label: string;
  readonly snapshot: MarketSnapshot | null;
  readonly index: IndexLevels | null;
  readonly underlyings: readonly string[];
  /** The venue the user asked for, whatever is on screen. */
  readonly venueLabel: string;
  readonly live: LiveQueryState;
  readonly replay: ReplayMarket | null;
  /** Tries the venue at once instead of waiting; so does a device that is back on its network. */
  readonly retry: () => void;
}

function useLive(market: LiveMarket, underlying: string, enabled: boolean): LiveQueryState {
  const chain = useQuery({ ...chainQuery(market, underlying), enabled });
  const { data, failureCount, failureReason } = chain;
  const hasChain = data !== undefined;
  useQuery({ ...instrumentsQuery(market, underlying), enabled: enabled && hasChain });
  return useMemo(() => {
    const fault = failureReason instanceof MarketFaultError ? failureReason.fault : null;
    return { data, failureCount, fault };
  }, [data, failureCount, failureReason]);
}

/** A venue that refuses or does not answer is not asked for lesser things meanwhile: `enabled` is false then. */
function useIndex(market: LiveMarket, underlying: string, enabled: boolean): IndexLevels | null {
  const { data } = useQuery({ ...indexQuery(market, underlying), enabled });
  return data ?? null;
}

function useEverLive(): boolean {
  const cache = useQueryClient().getQueryCache();
  return cache.findAll({ queryKey: ['chain'] }).some(({ state }) => state.data !== undefined);
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

function useRetry(door: LiveMarket, underlying: string): () => void {
  const client = useQueryClient();
  const retry = useCallback(() => {
    const chosen = { queryKey: chainQuery(door, underlying).queryKey };
    void client.cancelQueries(chosen).then(() => client.refetchQueries(chosen));
  }, [client, door, underlying]);
  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [retry]);
  return retry;
}

/** Follows the user's choice, the venue and the opened file, and says which of them the page shows. */
export function useMarket(): Market {
  const { doors } = useApp();
  const { market: wanted, venue, underlying } = useSelection((selection) => selection);
  const replay = useSession((session) => session.replay);
  const door = useDoor(venue);
  const liveWanted = wanted === 'live' && replay === null;
  const live = useLive(door, underlying, liveWanted);
  const index = useIndex(door, underlying, liveWanted && live.failureCount === 0);
  const onScreen = useOnScreen(live);
  const sampled = useQuery({
    ...sampleQuery(doors, underlying, wanted === 'sample-still'),
    enabled: onScreen.kind === 'sample',
  });
  const replayed = useReplaySnapshot(underlying);
  const retry = useRetry(door, underlying);

  const sources: Record<OnScreen['kind'], Pick<Market, 'sourceId' | 'label' | 'snapshot' | 'index'>> = {
    live: {
      sourceId: `live ${door.venue}`,
      label: door.label,
      snapshot: live.data ?? null,
      index,
    },
    sample: { sourceId: 'sample', label: 'Sample market', snapshot: sampled.data ?? null, index: null },
    replay: {
      sourceId: replay?.id ?? '',
      label: replay?.fileName ?? '',
      snapshot: replayed,
      index: null,
    },
    none: { sourceId: 'none', label: door.label, snapshot: null, index: null },
  };
  const shown = sources[onScreen.kind];
  const underlyings = replay?.underlyings ?? shown.snapshot?.underlyings ?? door.knownUnderlyings;
  return { ...shown, onScreen, underlyings, venueLabel: door.label, live, replay, retry };
}
