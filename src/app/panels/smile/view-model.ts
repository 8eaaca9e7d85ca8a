import type { EpochMs } from '#base/time.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { coverage, type Coverage } from '#app/reading/drop-words.ts';
import { type ExpiryChip, expiryStrip } from '#app/reading/expiry-strip.ts';
import { smileView } from '#app/reading/smile-view.ts';
import type { Selection } from '#state/selection.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import { residualsOf } from './residuals.ts';
import { leadingExpiry, type SmileHeadline, smileHeadline } from './smile-headline.ts';

/** Everything the Smile panel shows, in words and display units. */
export interface SmilePanelModel {
  readonly headline: SmileHeadline;
  readonly chips: readonly ExpiryChip[];
  readonly shown: readonly EpochMs[];
  /** Chosen expiries that this market does not list. */
  readonly missing: number;
  readonly smile: SmileModel;
  readonly coverage: Coverage;
}

/** Pure: the same report and selection give the same panel. */
export function smilePanelModel(
  analysed: Analysed,
  selection: Pick<Selection, 'expiries' | 'axis' | 'atm' | 'sides'>,
): SmilePanelModel {
  const { report } = analysed;
  const expiries = drawnExpiries(analysed);
  const { shown, missing } = shownExpiries(report.expiries, selection.expiries);
  const onScreen = expiries.filter((drawn) => shown.includes(drawn.report.expiry));
  const smile = smileView(report, onScreen, selection.axis, selection.sides);
  const lead = leadingExpiry(onScreen);
  const leadCurve = smile.curves.find(({ expiryId }) => expiryId === lead?.id);
  return {
    headline: smileHeadline(lead, leadCurve ? residualsOf(leadCurve) : [], smile.strikeDecimals),
    chips: expiryStrip(expiries, shown, selection.atm),
    shown,
    missing,
    smile,
    coverage: coverage(report.counts),
  };
}
