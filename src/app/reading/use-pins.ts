import { useEffect, useRef } from 'react';
import type { ChartFocus, FocusChannel } from '#charts/focus/chart-focus.ts';
import type { SmileCurve } from '#charts/smile/smile-model.ts';
import { useApp, useSelection } from '#state/app-context.ts';
import type { AxisKind } from '#state/selection.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { drawnExpiries } from './drawn-expiries.ts';
import { focusOf, pinOf } from './pin-focus.ts';
import { smileView } from './smile-view.ts';

/** The smiles of a few expiries, drawn or not: what tells a strike from a place on the axis. */
function smilesOf(analysed: Analysed, axis: AxisKind, ids: ReadonlySet<string>): readonly SmileCurve[] {
  if (ids.size === 0) return [];
  const wanted = drawnExpiries(analysed).filter(({ id }) => ids.has(id));
  return smileView(analysed.report, wanted, axis, 'all').curves;
}

/**
 * Keeps the crosshair's pins and the address the same, whichever changed and whatever panel is open. A pin of the
 * address that this market cannot place stays in the address.
 * @param axis what the panel's places along a smile are measured on
 */
export function usePins(channel: FocusChannel, analysed: Analysed, axis: AxisKind): void {
  const { selection } = useApp();
  const pins = useSelection((state) => state.pins);
  const told = useRef(channel.current().pins);

  useEffect(() => {
    const smiles = smilesOf(analysed, axis, new Set(pins.map(({ expiry }) => String(expiry))));
    const foci = pins.flatMap((pin) => focusOf(pin, smiles) ?? []);
    const places = (of: readonly ChartFocus[]): string =>
      of.map(({ expiryId, pointId, x }) => [expiryId, pointId, x].join(' ')).join(', ');
    if (places(foci) === places(channel.current().pins)) return;
    channel.restore(foci);
    told.current = channel.current().pins;
  }, [channel, pins, axis, analysed]);

  useEffect(
    () =>
      channel.subscribe(() => {
        const pinned = channel.current().pins;
        if (pinned === told.current) return;
        told.current = pinned;
        const smiles = smilesOf(analysed, axis, new Set(pinned.map(({ expiryId }) => expiryId)));
        const chosen = pinned.flatMap((focus) => pinOf(focus, smiles) ?? []);
        if (chosen.length === pinned.length) selection.setState({ pins: chosen });
      }),
    [channel, selection, axis, analysed],
  );
}
