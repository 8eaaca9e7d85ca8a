import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { SmileLine } from '#analytics/curves/smile-line.ts';
import type { Report } from '#analytics/report.ts';
import type { OptionChain } from '#market/option-chain.ts';

/** A report, and its smiles as lines fit to be drawn, one for each expiry of the report. */
export interface Analysed {
  readonly report: Report;
  readonly lines: readonly (SmileLine | null)[];
}

/** What the report worker can do. */
export interface ReportHandlers extends Readonly<Record<string, (argument: never) => unknown>> {
  readonly analyse: (question: {
    readonly chain: OptionChain;
    readonly settings: AnalysisSettings;
  }) => Analysed;
}
