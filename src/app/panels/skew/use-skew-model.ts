import { useDeferredValue, useMemo } from 'react';
import { riskReversalAxis } from '#charts/risk-reversal/geometry.ts';
import { useHeldAxes } from '#app/reading/use-held-axis.ts';
import { useSelection } from '#state/app-context.ts';
import { WINGS } from '#state/selection.ts';
import type { Market } from '#state/use-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { DifferenceModels } from './difference-models.ts';
import { skewModel, type SkewModel } from './view-model.ts';
import { WING_WORDS } from './wing.ts';

const EVERY_DELTA = { deltas: WINGS.map((wing) => WING_WORDS[wing].delta) };

/** The panel's words and pictures, these in a replay on axes that never narrow; and why a part is missing. */
export function useSkewModel(
  market: Market,
  analysed: Analysed,
): { readonly model: SkewModel; readonly pictures: DifferenceModels; readonly error: string | null } {
  // Chips answer at once; what is drawn of other expiries follows in pieces.
  const expiries = useDeferredValue(useSelection((state) => state.expiries));
  const wing = useSelection((state) => state.wing);
  const grid = useSelection((state) => state.grid);
  const translated = useSelection((state) => state.translated);
  const { value: study, error } = useStudy(market, 'skew', EVERY_DELTA);
  const model = useMemo(
    () => skewModel(analysed, study, { expiries, wing, grid, translated }),
    [analysed, study, expiries, wing, grid, translated],
  );
  const { riskReversal, butterfly } = model.pictures;
  const needed = { reversal: riskReversalAxis(riskReversal), butterfly: riskReversalAxis(butterfly) };
  const held = useHeldAxes(market, wing, needed);
  const pictures = useMemo(
    () => ({
      riskReversal: { ...riskReversal, domain: held?.reversal ?? null },
      butterfly: { ...butterfly, domain: held?.butterfly ?? null },
    }),
    [riskReversal, butterfly, held],
  );
  return { model, pictures, error };
}
