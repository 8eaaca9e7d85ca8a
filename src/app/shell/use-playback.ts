import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { EpochMs } from '#base/time.ts';
import { useApp, useSession } from '#state/app-context.ts';
import { stayMs } from '#state/replay-pace.ts';
import { playOn } from '#state/session-store.ts';

/** Moves a playing replay on, an instant at a time, none before the one on screen has been worked out. */
export function usePlayback(frames: readonly EpochMs[]): void {
  const { session } = useApp();
  const frame = useSession((state) => state.frame);
  const playing = useSession((state) => state.playing);
  const speed = useSession((state) => state.speed);
  const busy = useIsFetching() > 0;
  const shown = useRef({ frame: -1, since: 0 });
  useEffect(() => {
    if (!playing) {
      shown.current = { frame: -1, since: 0 };
      return undefined;
    }
    if (shown.current.frame !== frame) shown.current = { frame, since: performance.now() };
    const [here, next] = [frames[frame], frames[frame + 1]];
    if (busy || here === undefined || next === undefined) return undefined;
    const left = shown.current.since + stayMs(next - here, speed) - performance.now();
    const timer = setTimeout(() => playOn(session, frames.length), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [session, frames, frame, playing, speed, busy]);
}
