import type { Report } from '#analytics/report.ts';
import type { EpochMs } from '#base/time.ts';
import { expiryColour } from '#charts/expiry-colour.ts';
import type { RiskReversalModel } from '#charts/risk-reversal/risk-reversal-model.ts';
import type { SmileModel } from '#charts/smile/smile-model.ts';
import type { TermModel } from '#charts/term/term-model.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { Selection } from '#state/selection.ts';
import { shownExpiries } from './default-expiries.ts';
import { coverage, type Coverage } from './drop-words.ts';
import { expiryStrip, type ExpiryChip } from './expiry-strip.ts';
import { expiryTable, type ExpiryRow } from './expiry-table.ts';
import { shortLabels } from './expiry-words.ts';
import { headline, type Headline } from './headline.ts';
import { protectionView, type ProtectionModel } from './protection-view.ts';
import { riskReversalView } from './risk-reversal-view.ts';
import { smileView, type DrawnExpiry } from './smile-view.ts';
import { termView } from './term-view.ts';

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
  readonly rows: readonly ExpiryRow[];
  readonly protection: ProtectionModel;
  readonly coverage: Coverage;
}

function drawnExpiries(report: Report, lines: Analysed['lines']): readonly DrawnExpiry[] {
  const labels = shortLabels(report.expiries.map(({ label }) => label));
  return report.expiries.map((expiry, rank) => ({
    report: expiry,
    line: lines[rank] ?? null,
    id: String(expiry.expiry),
    label: labels[rank] ?? expiry.label,
    colour: expiryColour(rank, report.expiries.length),
  }));
}

/** Pure: the same report and selection give the same page. */
export function overviewModel(
  { report, lines, protection }: Analysed,
  selection: Pick<Selection, 'expiries' | 'axis' | 'atm'>,
): OverviewModel {
  const expiries = drawnExpiries(report, lines);
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
    rows: expiryTable(expiries, shown, selection.atm),
    protection: protectionView(report, protection, { expiries, strikeDecimals: smile.strikeDecimals }),
    coverage: coverage(report.counts),
  };
}
