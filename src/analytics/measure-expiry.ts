import { expiryLabel } from '#base/calendar.ts';
import type { AnalysisSettings } from './analysis-settings.ts';
import type { TenorPillar } from './metrics/constant-maturities.ts';
import { NO_METRICS, expiryMetrics } from './metrics/expiry-metrics.ts';
import { countQuotes } from './points/count-quotes.ts';
import { fitReport } from './points/fit-report.ts';
import { reportPoint } from './points/report-points.ts';
import type { ExpiryReport, ReportPoint } from './report.ts';
import type { FittedSmile } from './smiles/fit-smiles.ts';

/** One expiry's part of the report. */
export interface MeasuredExpiry {
  readonly report: ExpiryReport;
  readonly points: readonly ReportPoint[];
  /** What it gives to constant tenors; null without a fit. */
  readonly pillar: TenorPillar | null;
}

/** Reads the numbers of one expiry off its smile; `forwardVolFromPrevious` needs its neighbour and is left null. */
export function measureExpiry(
  { expiry, fit, quotedRange, reasons, unfitted }: FittedSmile,
  { deltaConvention: convention }: AnalysisSettings,
): MeasuredExpiry {
  const { quotes, years, forward, contracts } = expiry;
  const measured =
    fit !== null && forward.forward !== null
      ? expiryMetrics({ fit, forward: forward.forward, convention, quotedRange })
      : null;
  const context = { forward: forward.forward, smile: fit?.smile ?? null, convention };
  const points = contracts.map((contract, index) => reportPoint(contract, reasons[index] ?? null, context));
  const underlying = contracts[0]?.contract.instrument.underlying;
  const date = expiryLabel(quotes.expiry);
  return {
    points,
    pillar: measured?.pillar ?? null,
    report: {
      expiry: quotes.expiry,
      label: quotes.series === underlying ? date : `${date} ${quotes.series}`,
      years,
      forward: forward.forward,
      forwardSource: forward.source,
      parityForward: forward.parityForward,
      discount: forward.discount,
      ...(measured?.metrics ?? NO_METRICS),
      forwardVolFromPrevious: null,
      fit: fit && fitReport(fit),
      unfitted,
      quotedRange,
      counts: countQuotes(points),
    },
  };
}
