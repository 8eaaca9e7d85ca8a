import { useDeferredValue, useMemo } from 'react';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { type Strip, useExpiryStrip } from '#app/reading/use-expiry-strip.ts';
import { useSelection } from '#state/app-context.ts';
import { type ComparedMarket, useComparedMarket } from '#state/use-compared-market.ts';
import type { Market } from '#state/use-market.ts';
import { useStudy } from '#state/use-study.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { type SmileChoices, smilePanelModel, type SmilePanelModel } from './view-model.ts';

/** Chips answer at once; the picture of other expiries follows in pieces between which the page answers. */
function useChoices(): SmileChoices {
  const expiries = useDeferredValue(useSelection((state) => state.expiries));
  const axis = useSelection((state) => state.axis);
  const sides = useSelection((state) => state.sides);
  const residual = useSelection((state) => state.residual);
  const activity = useSelection((state) => state.activity);
  const compare = useSelection((state) => state.compare);
  return useMemo(
    () => ({ expiries, axis, sides, residual, activity, compare }),
    [expiries, axis, sides, residual, activity, compare],
  );
}

/** The panel's words and picture, with what the worker adds to the report. */
export function useSmilePanelModel(
  market: Market,
  analysed: Analysed,
): { readonly model: SmilePanelModel; readonly strip: Strip; readonly compared: ComparedMarket | null } {
  const choices = useChoices();
  const wanted = useMemo(() => {
    const { shown } = shownExpiries(analysed.report.expiries, choices.expiries);
    return { expiries: shown };
  }, [analysed, choices.expiries]);
  const { value: activity } = useStudy(market, 'activity', wanted);
  const compared = useComparedMarket(market);
  const model = useMemo(
    () => smilePanelModel(analysed, choices, { activity, compared, label: market.label }),
    [analysed, choices, activity, compared, market.label],
  );
  return { model, strip: useExpiryStrip(analysed), compared };
}
