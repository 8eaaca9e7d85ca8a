import { useMemo } from 'react';
import { useSelection } from '#state/app-context.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Market } from '#state/use-market.ts';
import { useHeldAxes } from '#app/reading/use-held-axis.ts';
import { axesNeeded, onAxes } from './axis-lock.ts';
import { overviewModel, type OverviewModel } from './view-model.ts';

/** The page's words and pictures; in a replay on axes that never narrow. */
export function useOverviewModel(market: Market, analysed: Analysed): OverviewModel {
  const expiries = useSelection((state) => state.expiries);
  const axis = useSelection((state) => state.axis);
  const atm = useSelection((state) => state.atm);
  const model = useMemo(
    () => overviewModel(analysed, { expiries, axis, atm }),
    [analysed, expiries, axis, atm],
  );
  const needed = useMemo(() => axesNeeded(model), [model]);
  const held = useHeldAxes(market, [axis, atm, expiries?.join('.')].join(' '), needed);
  return useMemo(() => (held === null ? model : onAxes(model, held)), [model, held]);
}
