import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { Report } from '#analytics/report.ts';
import type { OptionChain } from '#market/option-chain.ts';

/** What the report worker can do. */
export interface ReportHandlers extends Readonly<Record<string, (argument: never) => unknown>> {
  readonly analyse: (question: {
    readonly chain: OptionChain;
    readonly settings: AnalysisSettings;
  }) => Report;
}
