import type { Report } from '#analytics/report.ts';
import { numberText } from '#charts/number-text.ts';
import { coverage } from '#app/reading/coverage.ts';
import type { Check } from './checks-view.ts';

/** Whether the numbers can be trusted, in one sentence and what it rests on. */
export function dataHeadline(
  report: Report,
  made: readonly Check[],
): { readonly sentence: string; readonly basis: string } {
  const { instruments, quotesUsed } = report.counts;
  const doubtful = made.filter(({ verdict }) => verdict === 'doubtful');
  const share = instruments === 0 ? 0 : (100 * quotesUsed) / instruments;
  const outcome =
    doubtful.length === 0
      ? soundWords(made)
      : `doubtful: ${doubtful.map(({ name }) => name.toLowerCase()).join('; ')}`;
  const { summary, unread } = coverage(report.counts);
  return {
    sentence: `${numberText(quotesUsed, 0)} of ${numberText(instruments, 0)} contracts carry the fits (${numberText(share, 0)} %); ${outcome}.`,
    basis: [
      `Left out: ${summary === '' ? 'none' : summary}.`,
      ...(unread === null ? [] : [`${unread}.`]),
    ].join(' '),
  };
}

/** A check that could not be made has found nothing, which is no comfort. */
function soundWords(checks: readonly Check[]): string {
  const made = checks.filter(({ verdict }) => verdict !== 'open').length;
  if (made === 0) return 'none of the checks could be made on this market';
  if (made === checks.length) return 'no check found anything doubtful';
  return `the ${made === 1 ? 'one check' : `${made} checks`} of ${checks.length} that could be made found nothing doubtful`;
}
