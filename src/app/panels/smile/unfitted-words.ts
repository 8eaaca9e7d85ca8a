import type { DropReason, ExpiryReport, ReportPoint } from '#analytics/report.ts';
import type { SmileCurve } from '#charts/smile/smile-model.ts';
import { DROP_WORDS } from '#app/reading/drop-words.ts';

const MOST_REASONS = 2;

/** `14 no ask, 3 no quote`: what became of most of an expiry's contracts. */
function mainReasons({ counts }: ExpiryReport): string {
  return (Object.entries(counts.dropped) as [DropReason, number][])
    .filter(([reason]) => reason !== 'in-the-money' && reason !== 'too-few-quotes')
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_REASONS)
    .map(([reason, count]) => `${count} ${DROP_WORDS[reason]}`)
    .join(', ');
}

/** Why an expiry has no line, in full: what its contracts lack, and whether the axis can show them at all. */
export function fullAbsence(
  curve: SmileCurve,
  expiry: ExpiryReport,
  points: readonly ReportPoint[],
): string | null {
  if (curve.absence === null) return null;
  const reasons = mainReasons(expiry);
  const priced = points.filter(({ bidVol, askVol }) => bidVol !== null || askVol !== null).length;
  const hidden =
    priced > 0 && curve.quotes.length === 0
      ? `; its ${priced === 1 ? 'one quote has' : `${priced} quotes have`} no place on this axis: choose strike`
      : '';
  return `${curve.absence}${reasons === '' ? '' : ` (${reasons})`}${hidden}`;
}
