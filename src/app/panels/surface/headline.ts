import { median } from '#analytics/forward/median.ts';
import type { Report } from '#analytics/report.ts';
import type { SurfacePoint, SurfaceStudy } from '#analytics/surface/surface-study.ts';
import { numberText } from '#charts/number-text.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { strikeDecimals } from './strike-decimals.ts';

/** The answer in one sentence, and the line that says on what it rests. */
export interface SurfaceHeadline {
  readonly sentence: string;
  readonly basis: string;
}

const percent = (vol: number): string => `${numberText(100 * vol, 1)} %`;

interface Quoted extends SurfacePoint {
  readonly midVol: number;
  readonly fitVol: number;
}

/** From where to where vol runs inside the quotes, and whether a no-arbitrage test fails. */
export function surfaceHeadline(
  report: Report,
  expiries: readonly DrawnExpiry[],
  study: SurfaceStudy | null,
): SurfaceHeadline {
  if (study === null) return { sentence: 'Reading the surface through all expiries …', basis: '' };
  const quoted = study.points.filter(
    (point): point is Quoted => point.used && point.midVol !== null && point.fitVol !== null,
  );
  const [first] = quoted;
  if (first === undefined) {
    return { sentence: 'There is no surface: no expiry has a smile that could be fitted.', basis: '' };
  }
  const labels = new Map(expiries.map(({ report: { expiry }, label }) => [expiry, label]));
  const decimals = strikeDecimals(quoted.map(({ strike }) => strike));
  const place = ({ expiry, strike }: SurfacePoint): string =>
    `${labels.get(expiry) ?? ''}, ${numberText(strike, decimals)}`;
  const low = quoted.reduce((least, point) => (point.fitVol < least.fitVol ? point : least), first);
  const high = quoted.reduce((most, point) => (point.fitVol > most.fitVol ? point : most), first);
  return {
    sentence: `${report.underlying} vol runs from ${percent(low.fitVol)} (${place(low)}) to ${percent(high.fitVol)} (${place(high)}) within its quotes; ${failures(study, expiries)}.`,
    basis: `${expiries.filter(({ report: { fit } }) => fit !== null).length} of ${expiries.length} expiries fitted on ${numberText(quoted.length, 0)} two-sided quotes; ${closeness(quoted)}. Between expiries total variance is linear in time; beyond the quotes nothing is known, only extrapolated.`,
  };
}

function closeness(quoted: readonly Quoted[]): string {
  const miss = median(quoted.map(({ midVol, fitVol }) => Math.abs(midVol - fitVol)));
  const half = median(quoted.flatMap(({ spread }) => (spread === null ? [] : [spread / 2])));
  if (miss === null || half === null) return 'how close the fit runs is not known';
  return `half of the mids lie within ${numberText(100 * miss, 2)} vol points of the fit, and half of the spreads leave ±${numberText(100 * half, 2)} or less`;
}

function failures({ grid }: SurfaceStudy, expiries: readonly DrawnExpiry[]): string {
  const nodes = grid?.rows.flat() ?? [];
  const fails = (what: 'butterfly' | 'calendar'): boolean => nodes.some((node) => node.fails === what);
  const butterfly =
    fails('butterfly') || expiries.some(({ report: { fit } }) => fit !== null && !fit.butterflyFree);
  const calendar =
    fails('calendar') || expiries.some(({ report: { fit } }) => fit !== null && !fit.calendarFree);
  if (butterfly && calendar) return 'both arbitrage tests fail in places';
  if (butterfly) return 'the butterfly test fails in places';
  return calendar ? 'the calendar test fails in places' : 'no arbitrage test fails';
}
