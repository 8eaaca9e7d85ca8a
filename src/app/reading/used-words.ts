import type { ReportCounts } from '#analytics/report.ts';
import { numberText } from '#charts/number-text.ts';

/** `812 of 878 quotes used`. */
export function usedInWords({ quotesUsed, instruments }: ReportCounts): string {
  return `${numberText(quotesUsed, 0)} of ${numberText(instruments, 0)} quotes used`;
}
