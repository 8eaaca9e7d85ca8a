import { useMemo } from 'react';
import type { FigureText } from '#charts/figure/figure-text.ts';
import { termStructureAxis } from '#charts/term-structure/geometry.ts';
import { useHeldAxis } from '#app/reading/use-held-axis.ts';
import { useSelection } from '#state/app-context.ts';
import type { Market } from '#state/use-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { termPanelModel, type TermPanelModel } from './view-model.ts';

const NOTHING = {};

/** The panel's words and picture; in a replay on an axis that never narrows. */
export function useTermModel(
  market: Market,
  analysed: Analysed,
): { readonly model: TermPanelModel; readonly text: FigureText } {
  const expiries = useSelection((state) => state.expiries);
  const atm = useSelection((state) => state.atm);
  const termLines = useSelection((state) => state.termLines);
  const { value: reach } = useStudy(market, 'swapReach', NOTHING);
  const model = useMemo(
    () => termPanelModel(analysed, { expiries, atm, termLines }, reach),
    [analysed, expiries, atm, termLines, reach],
  );
  const { structure } = model;
  const domain = useHeldAxis(market, `${atm} ${termLines}`, termStructureAxis(structure));
  return useMemo(
    () => ({
      model: { ...model, structure: { ...structure, domain } },
      text: {
        title: 'Term structure of vol',
        howToRead:
          'Steps: vol from one expiry to the next, with what the spread leaves of it; diamonds: constant tenors; columns: gaps that stand out',
        summary: model.headline.sentence,
      },
    }),
    [model, structure, domain],
  );
}
