import { useMemo, useState } from 'react';
import { useSelection } from '#state/app-context.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Market } from '#state/use-market.ts';
import { type AxisLock, locked, widenLock } from './axis-lock.ts';
import { overviewModel, type OverviewModel } from './view-model.ts';

/** The page's words and pictures; in a replay on axes that never narrow. */
export function useOverviewModel(market: Market, analysed: Analysed): OverviewModel {
  const expiries = useSelection((state) => state.expiries);
  const axis = useSelection((state) => state.axis);
  const atm = useSelection((state) => state.atm);
  const [lock, setLock] = useState<AxisLock | null>(null);
  const model = useMemo(
    () => overviewModel(analysed, { expiries, axis, atm }),
    [analysed, expiries, axis, atm],
  );
  const replayed = market.replay !== null && market.replay.frames.length > 1;
  const key = [axis, atm, expiries?.join('.')].join(' ');
  const wide = replayed ? widenLock(lock, key, model) : null;
  if (wide !== lock) setLock(wide);
  return useMemo(() => (wide === null ? model : locked(model, wide)), [model, wide]);
}
