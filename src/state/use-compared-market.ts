import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { assert } from '#base/assert.ts';
import type { EpochMs } from '#base/time.ts';
import { useApp, useSelection, useSession } from './app-context.ts';
import { type ComparedSource, comparedSource, type NoComparison } from './market/compared-source.ts';
import type { LiveMarket, MarketSnapshot } from './market/market-source.ts';
import { frameQuery } from './queries/frame-query.ts';
import { useLiveVenue } from './use-live-venue.ts';
import type { Market } from './use-market.ts';
import { useReport } from './use-report.ts';
import type { Analysed } from './worker/desk-protocol.ts';

/** The second market of a comparison, beside the one on screen. `sourceId` and `snapshot` make it fit for `useStudy`. */
export interface ComparedMarket {
  readonly kind: 'venue' | 'time';
  /** It is asked again and again, its order books too. */
  readonly live: boolean;
  /** It is a file of the sample market, not data. */
  readonly madeUp: boolean;
  readonly sourceId: string;
  /** The other venue's name on screen; of a file, or of the same recording at another time, the file's. */
  readonly label: string;
  /** When its quotes were received; null before the first. */
  readonly at: EpochMs | null;
  readonly snapshot: MarketSnapshot | null;
  /** Null until its first report. */
  readonly analysed: Analysed | null;
  /** Why there is none, and never will be as things stand; null while there is hope. */
  readonly absence: NoComparison | null;
  /** What last went wrong in asking the venue or in the analysis, a sentence for people. */
  readonly error: string | null;
}

function useVenueChain(source: ComparedSource | null, shown: LiveMarket) {
  const asked = source?.kind === 'venue' ? source : null;
  const { door, underlying } = asked ?? { door: shown, underlying: '' };
  const enabled = asked !== null;
  const { live } = useLiveVenue(door, underlying, enabled);
  return {
    snapshot: enabled ? (live.data ?? null) : null,
    error: enabled ? (live.fault?.text ?? null) : null,
  };
}

const NO_FRAME = { replay: null, underlying: '', frame: 0 } as const;

function useFrame(source: ComparedSource | null) {
  const asked = source?.kind === 'time' || source?.kind === 'file' ? source : null;
  const { replay, underlying, frame } = asked ?? NO_FRAME;
  const { data, error, isPlaceholderData } = useQuery(frameQuery(replay, underlying, frame));
  const known = asked !== null && !isPlaceholderData;
  return { snapshot: known ? (data ?? null) : null, error: error?.message ?? null };
}

function nameOf(
  source: ComparedSource,
  kind: ComparedMarket['kind'],
): Pick<ComparedMarket, 'sourceId' | 'label'> {
  if (source.kind === 'venue') return { sourceId: `live ${source.door.venue}`, label: source.door.label };
  if (source.kind === 'none') return { sourceId: `no ${kind}`, label: '' };
  return { sourceId: `${source.replay.id} frame ${source.frame}`, label: source.replay.fileName };
}

function useSource(market: Market): ComparedSource | null {
  const { doors } = useApp();
  const chosen = useSelection((selection) => selection);
  const beside = useSession((session) => session.beside);
  const { onScreen, replay, snapshot } = market;
  const { venue, underlying } = snapshot?.chain ?? chosen;
  return comparedSource(chosen.compare, {
    onScreen: onScreen.kind,
    venue,
    underlying,
    replay,
    beside,
    at: snapshot?.receivedAt ?? null,
    live: doors.live,
  });
}

/**
 * The market that the user compares the one on screen with: another venue's live chain, another file, or another frame
 * of the recording, asked for and analysed beside the first. Null while nothing is compared, or an expiry of the same market
 * is. What keeps it from being shown is told by `absence` and `error`, never by a market of its own making.
 */
export function useComparedMarket(market: Market): ComparedMarket | null {
  const [first] = useApp().doors.live;
  assert(first !== undefined, 'a page needs at least one venue');
  const kind = useSelection(({ compare }) => (compare?.kind === 'time' ? 'time' : 'venue'));
  const source = useSource(market);
  const venue = useVenueChain(source, first);
  const frame = useFrame(source);
  const live = source?.kind === 'venue';
  const madeUp = source !== null && 'replay' in source && source.replay.sample;
  const asked = live ? venue : frame;
  const name = source === null ? { sourceId: '', label: '' } : nameOf(source, kind);
  const { snapshot } = asked;
  const { analysed, error: defect } = useReport({ sourceId: name.sourceId, snapshot });
  const { sourceId, label } = name;
  const wanted = source !== null;
  const absence = source?.kind === 'none' ? source.why : null;
  const error = asked.error ?? defect;
  return useMemo(() => {
    if (!wanted) return null;
    const at = snapshot?.receivedAt ?? null;
    return { kind, live, madeUp, sourceId, label, at, snapshot, analysed, absence, error };
  }, [wanted, kind, live, madeUp, sourceId, label, snapshot, analysed, absence, error]);
}
