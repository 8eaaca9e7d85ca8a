import type { Report } from '#analytics/report.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { daysInWords, daysLeft } from '#app/reading/expiry-words.ts';
import { isMisfit, MISFIT_WORDS } from '#app/reading/misfit.ts';
import { supportedDecimals } from '#app/reading/vol-points.ts';
import type { Wing } from '#state/selection.ts';
import type { SkewRow, SkewRows } from './skew-rows.ts';
import { WING_WORDS } from './wing.ts';
import { type ZeroTest, zeroTest } from './zero-verdict.ts';

/** The panel's answer in one sentence, and the line that says on what it rests. */
export interface SkewHeadline {
  readonly sentence: string;
  readonly basis: string;
}

const TENOR_DAYS = 30;
const MOST_NAMED = 4;

function counted(rows: readonly SkewRow[], test: ZeroTest): readonly SkewRow[] {
  return rows.filter(({ riskReversal }) => zeroTest(riskReversal) === test);
}

function names(rows: readonly SkewRow[]): string {
  const named = rows.slice(0, MOST_NAMED).map(({ label }) => label);
  const more = rows.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function expiriesText(count: number): string {
  return `${count} ${count === 1 ? 'expiry' : 'expiries'}`;
}

/** Where the spread is known to leave one side dearer. */
function claim(rows: readonly SkewRow[], wing: string): string {
  const [puts, calls] = [counted(rows, 'below').length, counted(rows, 'above').length];
  const total = rows.length;
  if (puts === 0 && calls === 0)
    return `After the spread neither ${wing} puts nor calls are dearer at any of ${expiriesText(total)}`;
  const putsClaim = `${wing} puts are dearer than calls at ${puts} of ${expiriesText(total)}`;
  if (calls === 0) return `${putsClaim} after the spread`;
  const callsClaim = `${wing} calls are dearer than puts at ${calls}`;
  return puts === 0
    ? `${callsClaim} of ${expiriesText(total)} after the spread`
    : `${putsClaim} and calls than puts at ${calls} after the spread`;
}

/** The 30-day tenor, or the known expiry nearest to it. */
function pivot({ expiries, tenors }: SkewRows): SkewRow | null {
  const month = tenors.find(({ days, riskReversal }) => days === TENOR_DAYS && riskReversal.value !== null);
  if (month) return month;
  const distance = ({ days }: SkewRow): number => Math.abs(Math.log(Math.max(days, 0.01) / TENOR_DAYS));
  const [first, ...rest] = expiries.filter(({ riskReversal }) => riskReversal.value !== null);
  if (first === undefined) return null;
  return rest.reduce((best, next) => (distance(next) < distance(best) ? next : best), first);
}

function amount({ label, days, riskReversal: { value, interval } }: SkewRow, isTenor: boolean): string {
  const decimals = supportedDecimals(interval);
  const text = (points: number): string => signedText(points, decimals);
  const where = isTenor ? `${days} days` : `${label} (${daysInWords(days)})`;
  const range = interval === null ? 'spread not known' : `${text(interval[0])} to ${text(interval[1])}`;
  return `${where}: ${signedText(value, decimals)} vol points (${range})`;
}

/** The listed expiries on either side of a tenor, with their quotes. */
function restsOn(row: SkewRow, expiries: readonly DrawnExpiry[]): string {
  const read = expiries.filter(({ report }) => report.delta25.riskReversal !== null);
  const before = read.findLast(({ report }) => daysLeft(report) <= row.days);
  const after = read.find(({ report }) => daysLeft(report) >= row.days);
  const quotes = [before, after].map((side) => side?.report.fit?.quotes ?? 0);
  return before && after && before !== after
    ? `${TENOR_DAYS} days lie between ${before.label} and ${after.label} (${quotes[0]} and ${quotes[1]} two-sided quotes)`
    : `fitted on ${numberText(Math.max(...quotes), 0)} two-sided quotes`;
}

/** What cannot be told, by name. */
function doubts(rows: readonly SkewRow[], expiries: readonly DrawnExpiry[]): readonly string[] {
  const zero = counted(rows, 'maybe-zero');
  const open = counted(rows, 'open');
  const unknown = counted(rows, 'unknown');
  const misfits = expiries.filter(({ report }) => isMisfit(report.fit));
  return [
    ...(zero.length > 0 ? [`Zero lies inside the spread at ${names(zero)}.`] : []),
    ...(open.length > 0 ? [`A wing has no two-sided quotes at ${names(open)}.`] : []),
    ...(unknown.length > 0 ? [`Nothing can be read at ${names(unknown)}.`] : []),
    ...misfits.slice(0, MOST_NAMED).map(({ label }) => `At ${label} ${MISFIT_WORDS}: not to be relied on.`),
  ];
}

export function skewHeadline(
  report: Report,
  rows: SkewRows,
  { expiries, wing }: { readonly expiries: readonly DrawnExpiry[]; readonly wing: Wing },
): SkewHeadline {
  const found = pivot(rows);
  const { short, long } = WING_WORDS[wing];
  if (found === null) {
    const { instruments, quotesUsed } = report.counts;
    return {
      sentence: `Skew is not known here: no expiry has a ${long} put and call that can be read.`,
      basis: `${quotesUsed} of ${instruments} quotes could be used.`,
    };
  }
  const convention = report.deltaConvention === 'forward' ? 'forward delta' : 'premium-adjusted delta';
  const isTenor = rows.tenors.includes(found);
  const facts = [
    `Call minus put, ${long}, ${convention}; ${restsOn(found, expiries)}.`,
    ...doubts(rows.expiries, expiries),
  ];
  return {
    sentence: `${claim(rows.expiries, short)}; ${amount(found, isTenor)}.`,
    basis: facts.join(' '),
  };
}
