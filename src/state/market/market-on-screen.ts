import type { LiveStatus } from './live-status.ts';

/** Which market the page shows. `none`: there is nothing to show yet. */
export type OnScreen =
  | { readonly kind: 'replay' }
  | { readonly kind: 'live' }
  /** `fallback`: the user asked for the venue, which has not answered yet. */
  | { readonly kind: 'sample'; readonly why: 'chosen' | 'fallback' }
  | { readonly kind: 'none' };

/** A venue that has not answered for so long gets the sample market in its place, until it does. */
export const PATIENCE_MS = 3000;

interface Situation {
  readonly replayOpen: boolean;
  readonly sampleChosen: boolean;
  readonly live: LiveStatus;
  /** The venue has been read at least once since the page opened, of whatever underlying. */
  readonly everLive: boolean;
  /** Since the chosen market was first asked for. */
  readonly waitedMs: number;
}

/**
 * A file wins over everything, then the user's choice. The sample market stands in for a venue only at the start:
 * once real prices were seen, an underlying that fails shows its error, never something made up.
 */
export function marketOnScreen(situation: Situation): OnScreen {
  const { replayOpen, sampleChosen, live, everLive, waitedMs } = situation;
  if (replayOpen) return { kind: 'replay' };
  if (sampleChosen) return { kind: 'sample', why: 'chosen' };
  if (live.ageMs !== null) return { kind: 'live' };
  if (everLive) return { kind: 'none' };
  const lost = live.phase === 'failing' || waitedMs >= PATIENCE_MS;
  return lost ? { kind: 'sample', why: 'fallback' } : { kind: 'none' };
}
