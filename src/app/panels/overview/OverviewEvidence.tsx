import { useMemo, type ReactElement } from 'react';
import type { EpochMs } from '#base/time.ts';
import { InTurn } from '#charts/figure/InTurn.tsx';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { DroppedQuotes } from '#app/reading/DroppedQuotes.tsx';
import { useHeldAxis } from '#app/reading/use-held-axis.ts';
import { useSelection } from '#state/app-context.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Market } from '#state/use-market.ts';
import { expiryTable } from './expiry-table.ts';
import { ExpiryTable } from './ExpiryTable.tsx';
import { protectionView } from './protection-view.ts';
import { ProtectionTable } from './ProtectionTable.tsx';
import type { OverviewModel } from './view-model.ts';

interface OverviewEvidenceProps {
  readonly market: Market;
  readonly analysed: Analysed;
  readonly model: OverviewModel;
  readonly onToggle: (expiry: EpochMs) => void;
}

/** Under the pictures: the figures of every expiry, what a floor costs there, and what was left out. */
export function OverviewEvidence({ market, analysed, model, onToggle }: OverviewEvidenceProps): ReactElement {
  const { shown, smile, term } = model;
  const { strikeDecimals } = smile;
  const atm = useSelection((state) => state.atm);
  const expiries = useMemo(() => drawnExpiries(analysed), [analysed]);
  const rows = useMemo(() => expiryTable(expiries, shown, atm), [expiries, shown, atm]);
  const protection = useMemo(
    () => protectionView(analysed.report, analysed.protection, { expiries, strikeDecimals }),
    [analysed, expiries, strikeDecimals],
  );
  const held = useHeldAxis(market, 'costs', protection.costs);
  const costs = held ?? protection.costs;
  return (
    <>
      <ExpiryTable rows={rows} atmLabel={term.atmLabel} onToggle={onToggle} />
      <InTurn>
        <ProtectionTable model={useMemo(() => ({ ...protection, costs }), [protection, costs])} />
        <DroppedQuotes counts={analysed.report.counts} />
      </InTurn>
    </>
  );
}
