import { useEffect, useRef } from 'react';
import type { ChartFocus, FocusChannel } from '#charts/focus/chart-focus.ts';
import type { SmileCurve } from '#charts/smile/smile-model.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import { focusOf, pinOf } from './pin-focus.ts';

/**
 * Keeps the crosshair's pins and the address the same, whichever changed. A pin of the address whose place is not
 * drawn now stays in the address.
 */
export function usePins(channel: FocusChannel, curves: readonly SmileCurve[]): void {
  const { selection } = useApp();
  const pins = useSelection((state) => state.pins);
  const told = useRef(channel.current().pins);

  useEffect(() => {
    const foci = pins.flatMap((pin) => focusOf(pin, curves) ?? []);
    const kept = (places: readonly ChartFocus[]): string =>
      JSON.stringify(places.map((place) => pinOf(place, curves) ?? place));
    if (kept(foci) === kept(channel.current().pins)) return;
    channel.restore(foci);
    told.current = channel.current().pins;
  }, [channel, pins, curves]);

  useEffect(
    () =>
      channel.subscribe(() => {
        const pinned = channel.current().pins;
        if (pinned === told.current) return;
        told.current = pinned;
        const chosen = pinned.flatMap((focus) => pinOf(focus, curves) ?? []);
        if (chosen.length === pinned.length) selection.setState({ pins: chosen });
      }),
    [channel, selection, curves],
  );
}
