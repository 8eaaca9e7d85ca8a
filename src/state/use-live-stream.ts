import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { LiveMarket, MarketSnapshot, OpenStream } from './market/market-source.ts';
import type { StreamLine } from './market/stream-line.ts';
import { endStream, setHealth, setSnapshot } from './market/stream-store.ts';
import { useApp } from './app-context.ts';
import { useHidden } from './use-hidden.ts';
import { useStreams, useVenueClock } from './use-streams.ts';

/** A glance at another page is no reason to hang up. */
const HIDDEN_GRACE_MS = 15_000;

/** What comes by socket of one underlying. */
export interface LiveStream {
  /** Null before the first picture. */
  readonly snapshot: MarketSnapshot | null;
  readonly line: StreamLine | null;
  /** Tries to connect at once. */
  readonly retry: () => void;
}

interface Wanted {
  readonly underlying: string;
  /** False where nothing is to be streamed now. */
  readonly enabled: boolean;
  readonly streamAlone: boolean;
  readonly onResync: () => void;
}

function useLine(venue: LiveMarket['venue']): StreamLine | null {
  const phase = useStreams(({ health }) => health[venue]?.phase ?? null);
  const nextTryAt = useStreams(({ health }) => health[venue]?.nextTryAt ?? null);
  const lost = useStreams(({ health }) => health[venue]?.lastLoss ?? null);
  const clock = useVenueClock(venue);
  return useMemo(
    () => (phase === null ? null : { phase, nextTryAt, lost, clock }),
    [phase, nextTryAt, lost, clock],
  );
}

const NONE: readonly string[] = [];

type StreamRef = RefObject<OpenStream | null>;

function usePause(stream: StreamRef): void {
  const hidden = useHidden();
  useEffect(() => {
    if (!hidden) {
      stream.current?.resume();
      return undefined;
    }
    const timer = setTimeout(() => stream.current?.pause(), HIDDEN_GRACE_MS);
    return () => clearTimeout(timer);
  }, [hidden, stream]);
}

/** Open for one underlying of one venue at a time; a change of what is looked at of it leaves the sockets open. */
function useOpened(door: LiveMarket, wanted: Wanted): StreamRef {
  const { streams } = useApp();
  const { underlying, enabled, streamAlone, onResync } = wanted;
  const expiries = useStreams(({ lookedAt }) => lookedAt.expiries);
  const books = useStreams(({ lookedAt }) => lookedAt.books[door.venue] ?? NONE);
  const stream = useRef<OpenStream | null>(null);
  const alone = useRef(streamAlone);
  useEffect(() => {
    alone.current = streamAlone;
  }, [streamAlone]);
  useEffect(() => {
    if (!enabled || door.stream === null) return undefined;
    const { venue } = door;
    const { lookedAt } = streams.getState();
    const looked = { expiries: lookedAt.expiries, books: lookedAt.books[venue] ?? NONE };
    const opened = door.stream(
      { underlying, ...looked, streamAlone: alone.current },
      {
        onSnapshot: (snapshot) => setSnapshot(streams, venue, snapshot),
        onHealth: (health) => setHealth(streams, venue, health),
        onResync,
      },
    );
    stream.current = opened;
    return () => {
      stream.current = null;
      opened.close();
      endStream(streams, venue);
    };
  }, [door, underlying, enabled, onResync, streams]);
  useEffect(
    () => stream.current?.look({ underlying, expiries, books, streamAlone }),
    [underlying, expiries, books, streamAlone],
  );
  return stream;
}

/** Keeps the sockets of a venue open for what is looked at, closed while nobody looks. */
export function useLiveStream(door: LiveMarket, wanted: Wanted): LiveStream {
  const { underlying, enabled } = wanted;
  const stream = useOpened(door, wanted);
  usePause(stream);
  const snapshot = useStreams(({ snapshots }) => snapshots[door.venue] ?? null);
  const line = useLine(door.venue);
  const retry = useCallback(() => stream.current?.retry(), [stream]);
  const fits = enabled && snapshot?.chain.underlying === underlying;
  return { snapshot: fits ? snapshot : null, line: enabled ? line : null, retry };
}
