import type { DropReason, ExpiryReport, Report } from '#analytics/report.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { DROP_WORDS } from '#app/reading/drop-words.ts';
import { absenceInWords, daysFigure, daysLeft } from '#app/reading/expiry-words.ts';

/** One expiry's coverage, in words and figures fit for the screen. */
export interface CoverageRow {
  readonly id: string;
  readonly label: string;
  readonly days: string;
  readonly contracts: string;
  readonly used: string;
  /** Of the contracts, in [0, 1]. */
  readonly share: number;
  /** `−1.8 to +1.2`, log-strikes of the outermost points used in expected moves; `–` without a fit. */
  readonly reach: string;
  readonly left: string;
  /** Why there is no smile; null when there is one. */
  readonly absence: string | null;
}

const SAID = 3;

function leftOut(dropped: ExpiryReport['counts']['dropped']): string {
  const parts = (Object.keys(dropped) as DropReason[])
    .map((reason) => ({ words: DROP_WORDS[reason], count: dropped[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const rest = parts.slice(SAID).reduce((sum, { count }) => sum + count, 0);
  const named = parts.slice(0, SAID).map(({ words, count }) => `${numberText(count, 0)} ${words}`);
  return [...named, ...(rest > 0 ? [`${numberText(rest, 0)} other`] : [])].join(', ');
}

function reach({ quotedRange, atmVol, years }: ExpiryReport): string {
  if (quotedRange === null || atmVol === null || years <= 0) return numberText(null, 0);
  const move = atmVol * Math.sqrt(years);
  return quotedRange.map((k) => signedText(k / move, 1)).join(' to ');
}

/** What became of the contracts of each expiry, near to far. */
export function coverageRows(report: Report): readonly CoverageRow[] {
  return report.expiries.map((expiry) => {
    const { instruments, quotesUsed, dropped } = expiry.counts;
    return {
      id: expiry.label,
      label: expiry.label,
      days: daysFigure(daysLeft(expiry)),
      contracts: numberText(instruments, 0),
      used: numberText(quotesUsed, 0),
      share: instruments === 0 ? 0 : quotesUsed / instruments,
      reach: reach(expiry),
      left: leftOut(dropped),
      absence: absenceInWords(expiry),
    };
  });
}
