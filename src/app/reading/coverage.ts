import type { DropReason, ReportCounts } from '#analytics/report.ts';
import { numberText } from '#charts/number-text.ts';
import { DROP_WORDS } from './drop-words.ts';
import { usedInWords } from './used-words.ts';

/** One line of the list of contracts left out. */
export interface DroppedLine {
  readonly reason: DropReason;
  readonly words: string;
  readonly count: number;
}

/** What became of all contracts, in words; the lines add up to instruments − used. */
export interface Coverage {
  /** `812 of 878 quotes used`. */
  readonly used: string;
  /** `41 without a bid, 20 in the money, 5 other`. */
  readonly summary: string;
  readonly lines: readonly DroppedLine[];
  /** `3 rows could not be read: 2 malformed row, 1 unreadable name`; null when all could. */
  readonly unread: string | null;
}

const SUMMARY_PARTS = 3;

function unreadRows({ rowsRejected }: ReportCounts): string | null {
  const reasons = (Object.keys(DROP_WORDS) as DropReason[]).flatMap((reason) => {
    const count = rowsRejected[reason as keyof typeof rowsRejected] ?? 0;
    return count > 0 ? [{ count, words: DROP_WORDS[reason] }] : [];
  });
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const parts = reasons.map(({ count, words }) => `${numberText(count, 0)} ${words}`);
  return `${numberText(total, 0)} ${total === 1 ? 'row' : 'rows'} could not be read: ${parts.join(', ')}`;
}

export function coverage(counts: ReportCounts): Coverage {
  const lines = (Object.keys(DROP_WORDS) as DropReason[])
    .map((reason) => ({ reason, words: DROP_WORDS[reason], count: counts.dropped[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const text = (count: number): string => numberText(count, 0);
  const named = lines.slice(0, SUMMARY_PARTS).map(({ count, words }) => `${text(count)} ${words}`);
  const rest = lines.slice(SUMMARY_PARTS).reduce((sum, { count }) => sum + count, 0);
  return {
    used: usedInWords(counts),
    summary: [...named, ...(rest > 0 ? [`${text(rest)} for other reasons`] : [])].join(', '),
    lines,
    unread: unreadRows(counts),
  };
}
