import { useMemo } from 'react';
import { useSelection } from '#state/app-context.ts';
import { WINGS } from '#state/selection.ts';
import type { Market } from '#state/use-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { skewModel, type SkewModel } from './view-model.ts';
import { WING_WORDS } from './wing.ts';

const EVERY_DELTA = { deltas: WINGS.map((wing) => WING_WORDS[wing].delta) };

/** The panel's words and pictures, and why a part of them is missing. */
export function useSkewModel(
  market: Market,
  analysed: Analysed,
): { readonly model: SkewModel; readonly error: string | null } {
  const expiries = useSelection((state) => state.expiries);
  const atm = useSelection((state) => state.atm);
  const wing = useSelection((state) => state.wing);
  const translated = useSelection((state) => state.translated);
  const { value: study, error } = useStudy(market, 'skew', EVERY_DELTA);
  const model = useMemo(
    () => skewModel(analysed, study, { expiries, atm, wing, translated }),
    [analysed, study, expiries, atm, wing, translated],
  );
  return { model, error };
}
