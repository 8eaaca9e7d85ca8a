import type { Report } from '#analytics/report.ts';
import { numberText } from '#charts/number-text.ts';
import { coverage } from '#app/reading/drop-words.ts';
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
      ? 'no check found anything doubtful'
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
