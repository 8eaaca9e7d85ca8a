import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { EpochMs } from '#base/time.ts';
import { useApp } from './app-context.ts';

/** The time, told anew every `stepMs`. Only what shows a running time should use it. */
export function useNow(stepMs: number): EpochMs {
  const { now } = useApp().doors;
  const told = useRef(now());
  const subscribe = useCallback(
    (changed: () => void) => {
      const timer = setInterval(() => {
        told.current = now();
        changed();
      }, stepMs);
      return () => clearInterval(timer);
    },
    [now, stepMs],
  );
  return useSyncExternalStore(subscribe, () => told.current);
}
