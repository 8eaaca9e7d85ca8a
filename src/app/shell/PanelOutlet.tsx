import { Suspense, useDeferredValue, useState, type ReactElement } from 'react';
import { createFocusChannel } from '#charts/focus/chart-focus.ts';
import { useSelection } from '#state/app-context.ts';
import { usePins } from '#app/reading/use-pins.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Market } from '#state/use-market.ts';
import { NothingYet } from './NothingYet.tsx';
import { PANEL_DOORS } from './panel-doors.ts';
import { PanelFault } from './PanelFault.tsx';
import styles from './panel-outlet.module.css';
import { WhyDoor } from './why/WhyDoor.tsx';

interface PanelOutletProps {
  readonly market: Market;
  readonly analysed: Analysed | null;
  readonly error: string | null;
  /** Whether what is behind the number under the crosshair is asked for; absent where there is no dialog. */
  readonly why?: { readonly asked: boolean; readonly close: () => void };
}

function ChosenPanel({
  market,
  analysed,
  why,
}: PanelOutletProps & { readonly analysed: Analysed }): ReactElement {
  // Another panel is drawn in pieces, while the page answers and shows which one was chosen.
  const panel = useDeferredValue(useSelection((state) => state.panel));
  const [channel] = useState(createFocusChannel);
  const axis = useSelection((state) => state.axis);
  const { name, Panel, onStrikes } = PANEL_DOORS[panel];
  usePins(channel, analysed, onStrikes ? 'strike' : axis);
  return (
    <PanelFault key={panel} name={name}>
      <Suspense fallback={<progress className={styles.working} aria-label={`Fetching the ${name} panel`} />}>
        <Panel market={market} analysed={analysed} channel={channel} />
      </Suspense>
      {why && (
        <WhyDoor
          market={market}
          analysed={analysed}
          channel={channel}
          asked={why.asked}
          onClose={why.close}
        />
      )}
    </PanelFault>
  );
}

/** The chosen panel; another market begins anew, another panel keeps the crosshair. */
export function PanelOutlet(props: PanelOutletProps): ReactElement {
  const { market, analysed, error } = props;
  const underlying = useSelection((state) => state.underlying);
  return analysed === null || market.snapshot === null ? (
    <NothingYet market={market} underlying={underlying} error={error} />
  ) : (
    <ChosenPanel {...props} key={`${market.sourceId} ${analysed.report.underlying}`} analysed={analysed} />
  );
}
