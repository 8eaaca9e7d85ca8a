import type { EpochMs } from '#base/time.ts';
import type { RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import type { TermModel } from '#charts/term/term-model.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Selection } from '#state/selection.ts';
import { shownExpiries } from '#app/reading/default-expiries.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { expiryStrip, type ExpiryChip } from '#app/reading/expiry-strip.ts';
import { headline, type Headline } from './headline.ts';
import { riskReversalView } from '#app/reading/risk-reversal-view.ts';
import { smileView } from '#app/reading/smile-view.ts';
import { termView } from '#app/reading/term-view.ts';

/** Everything the Overview shows, in words and display units. */
export interface OverviewModel {
  readonly headline: Headline;
  readonly chips: readonly ExpiryChip[];
  readonly shown: readonly EpochMs[];
  /** Chosen expiries that this market does not list. */
  readonly missing: number;
  readonly smile: SmileModel;
  readonly riskReversal: RiskReversalModel;
  readonly term: TermModel;
}

/** Pure: the same report and selection give the same page. */
export function overviewModel(
  analysed: Analysed,
  selection: Pick<Selection, 'expiries' | 'axis' | 'atm'>,
): OverviewModel {
  const { report } = analysed;
  const expiries = drawnExpiries(analysed);
  const { shown, missing } = shownExpiries(report.expiries, selection.expiries);
  const onScreen = expiries.filter((drawn) => shown.includes(drawn.report.expiry));
  const smile = smileView(report, onScreen, selection.axis);
  return {
    headline: headline(report),
    chips: expiryStrip(expiries, shown, selection.atm),
    shown,
    missing,
    smile,
    riskReversal: riskReversalView(expiries, shown),
    term: termView(report, expiries, { shown, atm: selection.atm }),
  };
}
