import type { Report } from '#analytics/report.ts';
import type { ForwardGap } from '#analytics/term/forward-gaps.ts';
import { numberText } from '#charts/number-text.ts';
import { ATM_WORDS, atmIntervalOf, atmOf } from '#app/reading/at-the-money.ts';
import { daysLeft } from '#app/reading/expiry-words.ts';
import { isMisfit, MISFIT_WORDS } from '#app/reading/misfit.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { intervalInVolPoints, inVolPoints } from '#app/reading/vol-points.ts';
import type { AtmConvention } from '#state/selection.ts';
import { FLAG_WORDS, gapDates, strongestGap } from './gap-words.ts';
import { slopeSentence, type TermLevel, termSlope } from './slope-words.ts';

/** The panel's answer in one sentence, and the line that says on what it rests. */
export interface TermHeadline {
  readonly sentence: string;
  readonly basis: string;
}

const MOST_NAMED = 3;
/** A first expiry with hours to live says little of the term. */
const LEAST_DAYS = 0.5;

function levelsOf(expiries: readonly DrawnExpiry[], atm: AtmConvention): readonly TermLevel[] {
  const known = expiries.flatMap(({ report, label }): readonly TermLevel[] => {
    const vol = inVolPoints(atmOf(report, atm));
    if (vol === null || isMisfit(report.fit)) return [];
    const interval = intervalInVolPoints(atmIntervalOf(report, atm));
    return [{ label, days: daysLeft(report), atm: vol, interval }];
  });
  const lasting = known.filter(({ days }) => days >= LEAST_DAYS);
  return lasting.length > 1 ? lasting : known;
}

function standingOut(gaps: readonly ForwardGap[], expiries: readonly DrawnExpiry[]): string {
  const gap = strongestGap(gaps);
  if (gap === null || gap.standing === null) return '';
  const move = numberText(gap.standing.extraMove * 100, 1);
  return `; forward vol stands out over ${gapDates(gap, expiries)}, by one extra move of ±${move}\u00a0%`;
}

function flags(gaps: readonly ForwardGap[], expiries: readonly DrawnExpiry[]): readonly string[] {
  const flagged = gaps.flatMap((gap) =>
    gap.flag === null ? [] : [`${gapDates(gap, expiries)}: ${FLAG_WORDS[gap.flag]}.`],
  );
  const more = flagged.length - MOST_NAMED;
  const rest = more > 0 ? [`And ${more} more gaps with a calendar flag.`] : [];
  if (flagged.length === 0) return ['Total variance rises from each expiry to the next.'];
  return [...flagged.slice(0, MOST_NAMED), ...rest];
}

export function termHeadline(
  report: Report,
  gaps: readonly ForwardGap[],
  { expiries, atm }: { readonly expiries: readonly DrawnExpiry[]; readonly atm: AtmConvention },
): TermHeadline {
  const { instruments, quotesUsed } = report.counts;
  const levels = levelsOf(expiries, atm);
  const slope = termSlope(levels);
  const [only] = levels;
  if (slope === null) {
    const sentence = only
      ? `At-the-money vol is ${numberText(only.atm, 1)}\u00a0% at ${only.label}, the one expiry that can be read.`
      : 'The term structure is not known here: no expiry has an at-the-money vol that can be read.';
    return { sentence, basis: `${quotesUsed} of ${instruments} quotes could be used.` };
  }
  const quotes = expiries.reduce((sum, drawn) => sum + (drawn.report.fit?.quotes ?? 0), 0);
  const fitted = expiries.filter(({ report: { fit } }) => fit !== null).length;
  const misfits = expiries.filter(({ report: { fit } }) => isMisfit(fit));
  return {
    sentence: `${slopeSentence(slope)}${standingOut(gaps, expiries)}.`,
    basis: [
      `${ATM_WORDS[atm][0]?.toUpperCase()}${ATM_WORDS[atm].slice(1)}; ${fitted} fits on ${numberText(quotes, 0)} two-sided quotes.`,
      ...flags(gaps, expiries),
      ...misfits.slice(0, MOST_NAMED).map(({ label }) => `At ${label} ${MISFIT_WORDS}: left out.`),
    ].join(' '),
  };
}
