import { useCallback, useSyncExternalStore } from 'react';
import type { FocusChannel } from '#charts/focus/chart-focus.ts';

/** The expiry under the page's one crosshair: pointed at now, or else pinned last; null for none. */
export function useFocusedExpiry(channel: FocusChannel): string | null {
  const current = useCallback(() => {
    const { hover, pins } = channel.current();
    return (hover ?? pins.at(-1))?.expiryId ?? null;
  }, [channel]);
  return useSyncExternalStore(channel.subscribe, current, current);
}

/** Points the crosshair at an expiry, or at nothing, without following it. */
export function usePointExpiry(channel: FocusChannel): (expiryId: string | null) => void {
  return useCallback(
    (expiryId) => channel.point(expiryId === null ? null : { expiryId, x: null, pointId: null }),
    [channel],
  );
}
