import type { CalendarFlag, ForwardGap } from '#analytics/term/forward-gaps.ts';
import type { EpochMs } from '#base/time.ts';
import { numberText } from '#charts/number-text.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { inVolPoints } from '#app/reading/vol-points.ts';

/** What is wrong with total variance between two expiries, in words. */
export const FLAG_WORDS: Readonly<Record<CalendarFlag, string>> = {
  'falls-at-forward': 'total variance falls: a calendar arbitrage at mid vols',
  'falls-in-wings': 'total variance falls at strikes away from the forward',
};

/** The gap's dates: `now to 9 JUL`, `9 JUL to 10 JUL`. */
export function gapDates({ near, far }: ForwardGap, expiries: readonly DrawnExpiry[]): string {
  const label = (expiry: EpochMs): string =>
    expiries.find(({ report }) => report.expiry === expiry)?.label ?? '';
  return `${near === null ? 'now' : label(near)} to ${label(far)}`;
}

function percent(vol: number | null): string {
  return `${numberText(inVolPoints(vol), 1)} %`;
}

/** How a gap stands against its like, in one clause; null where it does not stand out. */
export function gapClause(gap: ForwardGap, expiries: readonly DrawnExpiry[]): string | null {
  const { standing, vol } = gap;
  if (standing === null) return null;
  const { side, around, beyondSpread, extraMove } = standing;
  const move = numberText(Math.abs(extraMove) * 100, 1);
  const worth =
    side === 'high' ? `one extra move of ±${move} %` : `one move of ±${move} % less than the gaps about it`;
  const doubt = beyondSpread ? '' : ', though the spread may have made it';
  return `${gapDates(gap, expiries)}: forward vol ${percent(vol)} against ${percent(around)} about it, worth ${worth}${doubt}`;
}

/** The gap that stands out most above its like by more than the spread; null for none. */
export function strongestGap(gaps: readonly ForwardGap[]): ForwardGap | null {
  const high = gaps.filter(({ standing }) => standing?.side === 'high' && standing.beyondSpread);
  const excess = ({ vol, standing }: ForwardGap): number => (vol ?? 0) / (standing?.around ?? 1);
  const [first, ...rest] = high;
  return first === undefined
    ? null
    : rest.reduce((best, next) => (excess(next) > excess(best) ? next : best), first);
}
