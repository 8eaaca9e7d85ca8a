import type { FocusChannel } from '#charts/focus/chart-focus.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Market } from '#state/use-market.ts';

/** What every panel is given: the market on screen, its report, and the crosshair that outlives a change of panel. */
export interface PanelProps {
  readonly market: Market;
  readonly analysed: Analysed;
  readonly channel: FocusChannel;
}
