import { useMemo } from 'react';
import { useSelection } from '#state/app-context.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { smilePanelModel, type SmilePanelModel } from './view-model.ts';

/** The panel's words and picture. */
export function useSmilePanelModel(analysed: Analysed): SmilePanelModel {
  const expiries = useSelection((state) => state.expiries);
  const axis = useSelection((state) => state.axis);
  const atm = useSelection((state) => state.atm);
  const sides = useSelection((state) => state.sides);
  return useMemo(
    () => smilePanelModel(analysed, { expiries, axis, atm, sides }),
    [analysed, expiries, axis, atm, sides],
  );
}
