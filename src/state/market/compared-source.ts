import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { Comparison } from '../selection.ts';
import type { OnScreen } from './market-on-screen.ts';
import type { LiveMarket, ReplayMarket } from './market-source.ts';
import { sameCoin } from './same-coin.ts';

/** Why the comparison that was asked for cannot be made. */
export type NoComparison =
  /** Another venue was asked for while a recording or the sample market is on screen. */
  | 'not-live'
  /** Another time was asked for while no recording is on screen. */
  | 'no-recording'
  /** A second file was asked for and none is open. */
  | 'no-file'
  | 'same-venue'
  | 'unknown-venue'
  /** The other venue or file has no options on this coin. */
  | 'no-underlying';

/** Where the second market comes from. */
export type ComparedSource =
  | { readonly kind: 'venue'; readonly door: LiveMarket; readonly underlying: string }
  | {
      /** Another instant of the recording on screen, or the same one of another file. */
      readonly kind: 'time' | 'file';
      readonly replay: ReplayMarket;
      readonly frame: number;
      readonly underlying: string;
    }
  | { readonly kind: 'none'; readonly why: NoComparison };

/** What is on screen, as far as a comparison depends on it. */
export interface ShownMarket {
  readonly onScreen: OnScreen['kind'];
  readonly venue: VenueId;
  readonly underlying: string;
  readonly replay: ReplayMarket | null;
  /** A second file; null where none is open. */
  readonly beside: ReplayMarket | null;
  /** When the quotes on screen were received; null before the first. */
  readonly at: EpochMs | null;
  readonly live: readonly LiveMarket[];
}

function otherVenue(venue: VenueId, shown: ShownMarket): ComparedSource {
  if (shown.onScreen !== 'live') return { kind: 'none', why: 'not-live' };
  if (venue === shown.venue) return { kind: 'none', why: 'same-venue' };
  const door = shown.live.find((one) => one.venue === venue);
  if (door === undefined) return { kind: 'none', why: 'unknown-venue' };
  const underlying = sameCoin(shown.underlying, door.knownUnderlyings);
  return underlying === null ? { kind: 'none', why: 'no-underlying' } : { kind: 'venue', door, underlying };
}

/** The frame nearest to an instant, counted from 0; −1 where there is none. */
export function nearestFrame(frames: ReplayMarket['frames'], at: number): number {
  let nearest = -1;
  let least = Infinity;
  for (const [index, frame] of frames.entries()) {
    const distance = Math.abs(frame.at - at);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}

/** The frame of the second file that is nearest in time to the market on screen. */
function otherFile({ beside, underlying, at }: ShownMarket): ComparedSource {
  if (beside === null) return { kind: 'none', why: 'no-file' };
  const known = sameCoin(underlying, beside.underlyings);
  if (known === null) return { kind: 'none', why: 'no-underlying' };
  const frame = at === null ? beside.frames.length - 1 : nearestFrame(beside.frames, at);
  return frame < 0
    ? { kind: 'none', why: 'no-file' }
    : { kind: 'file', replay: beside, frame, underlying: known };
}

/** The second market that a comparison asks for; null where one market is enough for it. */
export function comparedSource(compare: Comparison | null, shown: ShownMarket): ComparedSource | null {
  if (compare === null || compare.kind === 'expiry') return null;
  if (compare.kind === 'venue') return otherVenue(compare.venue, shown);
  if (compare.kind === 'file') return otherFile(shown);
  const { replay, underlying } = shown;
  if (shown.onScreen !== 'replay' || replay === null) return { kind: 'none', why: 'no-recording' };
  const frame = nearestFrame(replay.frames, compare.at);
  return frame < 0 ? { kind: 'none', why: 'no-recording' } : { kind: 'time', replay, frame, underlying };
}
