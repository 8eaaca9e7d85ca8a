import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { IndexLevels } from '#feed/live-source.ts';
import { useApp } from './app-context.ts';
import type { LiveQueryState } from './market/live-status.ts';
import { MarketFaultError } from './market/market-fault.ts';
import type { LiveMarket, MarketSnapshot } from './market/market-source.ts';
import { streamFault } from './market/stream-line.ts';
import { chainQuery } from './queries/chain-query.ts';
import { indexQuery } from './queries/index-query.ts';
import { instrumentsQuery } from './queries/instruments-query.ts';
import { type LiveStream, useLiveStream } from './use-live-stream.ts';
import { useStreams } from './use-streams.ts';

/** One venue's live market, however it comes. */
export interface LiveVenue {
  readonly live: LiveQueryState;
  readonly index: IndexLevels | null;
  /** Tries at once, by every way there is. */
  readonly retry: () => void;
}

/** Whether the venue is asked by request: always, never, or until a probe has shown that a page cannot. */
function useByRequest(door: LiveMarket): boolean {
  const { doors } = useApp();
  const learnt = useStreams(({ requestsRefused }) => requestsRefused[door.venue]);
  if (door.restFromPage !== 'probe') return door.restFromPage === 'yes';
  return !(learnt ?? doors.restMemory.refused(door.venue));
}

/** Learns from what happens: unreadable while the socket is well means that a page may not read answers. */
function useProbe(door: LiveMarket, byRequest: boolean, { fault, stream }: LiveQueryState): () => void {
  const { doors, streams } = useApp();
  const { venue } = door;
  const probing = door.restFromPage === 'probe';
  const learn = useCallback(
    (refused: boolean) => {
      if (refused) doors.restMemory.remember(venue);
      else doors.restMemory.forget(venue);
      streams.setState(({ requestsRefused }) => ({
        requestsRefused: { ...requestsRefused, [venue]: refused },
      }));
    },
    [doors, streams, venue],
  );
  const unreadable = byRequest && fault?.failure.kind === 'unreachable' && stream?.phase === 'streaming';
  const cutOff = !byRequest && stream?.phase === 'reconnecting';
  useEffect(() => {
    if (probing && unreadable) learn(true);
    if (probing && cutOff) learn(false);
  }, [probing, unreadable, cutOff, learn]);
  return useCallback(() => {
    if (probing) learn(false);
  }, [probing, learn]);
}

function newest(asked: MarketSnapshot | undefined, streamed: MarketSnapshot | null) {
  if (streamed === null) return asked;
  if (asked === undefined) return streamed;
  return streamed.chain.version >= asked.chain.version ? streamed : asked;
}

/** What requests and sockets have brought, as one market. Where requests work, sockets only refresh their picture. */
function merged(
  asked: Omit<LiveQueryState, 'stream' | 'byRequest'>,
  { snapshot, line }: LiveStream,
  byRequest: boolean,
  label: string,
): LiveQueryState {
  if (byRequest) {
    // Before the first answer sockets have brought a part at most; where none comes, that part is what there is.
    const awaited = asked.data === undefined && asked.fault === null && line?.phase !== 'reconnecting';
    const data = awaited ? undefined : newest(asked.data, snapshot);
    return { ...asked, data, stream: line, byRequest };
  }
  const fault = line && streamFault(line, label);
  const data = newest(asked.data, snapshot);
  return { data, failureCount: fault === null ? 0 : 1, fault, stream: line, byRequest };
}

/** Follows one venue by request and by socket, whichever of them reaches it. */
export function useLiveVenue(door: LiveMarket, underlying: string, enabled: boolean): LiveVenue {
  const client = useQueryClient();
  const byRequest = useByRequest(door);
  const asking = enabled && byRequest;
  const chain = useQuery({ ...chainQuery(door, underlying), enabled: asking });
  const { data, failureCount, failureReason } = chain;
  useQuery({ ...instrumentsQuery(door, underlying), enabled: asking && data !== undefined });
  const { data: index } = useQuery({
    ...indexQuery(door, underlying),
    enabled: asking && failureCount === 0,
  });
  const chosen = useMemo(() => ({ queryKey: chainQuery(door, underlying).queryKey }), [door, underlying]);
  const onResync = useCallback(
    () => void client.refetchQueries(chosen, { cancelRefetch: false }),
    [client, chosen],
  );
  const stream = useLiveStream(door, { underlying, enabled, streamAlone: !byRequest, onResync });
  const { snapshot, line } = stream;
  const live = useMemo(() => {
    const fault = failureReason instanceof MarketFaultError ? failureReason.fault : null;
    const streamed = { snapshot, line, retry: () => undefined };
    return merged({ data, failureCount, fault }, streamed, byRequest, door.label);
  }, [data, failureCount, failureReason, snapshot, line, byRequest, door.label]);
  const forget = useProbe(door, byRequest, live);
  // A question that no page can read an answer to is not repeated.
  useEffect(() => {
    if (!byRequest) void client.cancelQueries(chosen);
  }, [byRequest, client, chosen]);
  const { retry: reconnect } = stream;
  const retry = useCallback(() => {
    forget();
    reconnect();
    void client.cancelQueries(chosen).then(() => client.refetchQueries(chosen));
  }, [client, chosen, forget, reconnect]);
  return { live, index: index ?? null, retry };
}
