import { numberText, signedText } from '#charts/number-text.ts';
import type { ExpiryReport, Interval, Report } from '#analytics/report.ts';
import { daysInWords, daysLeft, shortLabels } from '#app/reading/expiry-words.ts';
import { isMisfit, MISFIT_WORDS } from '#app/reading/misfit.ts';
import { intervalInVolPoints, inVolPoints, supportedDecimals } from '#app/reading/vol-points.ts';

/** The answer in one sentence, and the line that says on what it rests. */
export interface Headline {
  readonly sentence: string;
  readonly basis: string;
}

/** Where the headline's number comes from. */
interface Source {
  /** `30-day` or `31 JUL (23-day)`. */
  readonly when: string;
  /** Vol points, call minus put. */
  readonly value: number;
  readonly interval: Interval | null;
  readonly restsOn: string;
  /** Short labels of expiries it rests on whose curve misses most quotes. */
  readonly misfits: readonly string[];
}

const TENOR_DAYS = 30;
const UNKNOWN = 'What skew costs is not known here: no expiry has a 25-delta put and call that can be read';

const quotesOf = (expiry: ExpiryReport): number => expiry.fit?.quotes ?? 0;

interface Labelled {
  readonly expiry: ExpiryReport;
  readonly label: string;
}

function misfitsOf(sides: readonly Labelled[]): readonly string[] {
  return [...new Set(sides.filter(({ expiry }) => isMisfit(expiry.fit)).map(({ label }) => label))];
}

function fromTenor(report: Report, labels: readonly string[]): Source | null {
  const tenor = report.constantMaturity.find(({ days }) => days === TENOR_DAYS);
  const value = inVolPoints(tenor?.riskReversal25 ?? null);
  if (!tenor || value === null) return null;
  const read = report.expiries
    .map((expiry, index) => ({ expiry, label: labels[index] ?? expiry.label }))
    .filter(({ expiry }) => expiry.delta25.riskReversal !== null);
  const before = read.findLast(({ expiry }) => daysLeft(expiry) <= TENOR_DAYS);
  const after = read.find(({ expiry }) => daysLeft(expiry) >= TENOR_DAYS);
  const quotes = [before, after].map((side) => (side ? quotesOf(side.expiry) : 0));
  const between =
    before && after && before !== after
      ? `interpolated between ${before.label} and ${after.label} (${quotes[0]} and ${quotes[1]} two-sided quotes)`
      : `fitted on ${Math.max(...quotes)} two-sided quotes`;
  return {
    when: `${TENOR_DAYS}-day`,
    value,
    interval: intervalInVolPoints(tenor.riskReversal25Interval),
    restsOn: between,
    misfits: misfitsOf([before, after].flatMap((side) => side ?? [])),
  };
}

function fromNearestExpiry(report: Report, labels: readonly string[]): Source | null {
  const distance = (expiry: ExpiryReport): number => Math.abs(Math.log(daysLeft(expiry) / TENOR_DAYS));
  let best: Labelled | null = null;
  for (const [index, expiry] of report.expiries.entries()) {
    if (expiry.delta25.riskReversal === null) continue;
    if (best === null || distance(expiry) < distance(best.expiry)) {
      best = { expiry, label: labels[index] ?? expiry.label };
    }
  }
  const value = inVolPoints(best?.expiry.delta25.riskReversal ?? null);
  if (best === null || value === null) return null;
  return {
    when: `${best.label} (${daysInWords(daysLeft(best.expiry))})`,
    value,
    interval: intervalInVolPoints(best.expiry.delta25.riskReversalInterval),
    restsOn: `fitted on ${quotesOf(best.expiry)} two-sided quotes`,
    misfits: misfitsOf([best]),
  };
}

/** How much dearer one side is, from a call-minus-put number: positive for the side named. */
function excess({ value, interval }: Source): {
  readonly dear: string;
  readonly cheap: string;
  readonly by: number;
  readonly range: Interval | null;
} {
  const putsDearer = value < 0;
  const range: Interval | null =
    interval && (putsDearer ? [-interval[1], -interval[0]] : [interval[0], interval[1]]);
  return {
    dear: putsDearer ? 'puts' : 'calls',
    cheap: putsDearer ? 'calls' : 'puts',
    by: Math.abs(value),
    range,
  };
}

function sentenceOf(source: Source): string {
  const { dear, cheap, by, range } = excess(source);
  const decimals = supportedDecimals(source.interval);
  const text = (points: number): string => numberText(points, decimals);
  const amount = text(by);
  const claim = `${source.when} ${dear} cost ${amount} vol ${amount === '1' ? 'point' : 'points'} more than ${cheap}`;
  if (range === null) return `${claim}; how much of that the spread leaves open is not known`;
  if (range[0] > 0) return `${claim}; the spread leaves between ${text(range[0])} and ${text(range[1])}`;
  const signed = (points: number): string => signedText(points, decimals);
  return Number(amount) === 0
    ? `${source.when} puts and calls cost the same; the spread leaves between ${signed(range[0])} and ${signed(range[1])}`
    : `${claim}, not distinguishable from zero after the spread (${signed(range[0])} to ${signed(range[1])})`;
}

interface ReadSkew {
  readonly days: number;
  readonly points: number;
}

/** Where along the term the skew is deepest, and what it is at the far end. */
function deepest(report: Report): string | null {
  const read: ReadSkew[] = report.expiries.flatMap((expiry) => {
    const points = inVolPoints(expiry.delta25.riskReversal);
    return points === null || isMisfit(expiry.fit) ? [] : [{ days: daysLeft(expiry), points }];
  });
  const far = read.at(-1);
  if (far === undefined || read.length < 2) return null;
  const top = read.reduce((best, next) => (Math.abs(next.points) > Math.abs(best.points) ? next : best));
  const size = (skew: ReadSkew): string => signedText(skew.points, 1);
  const peak = `Skew is deepest at ${daysInWords(top.days)} (${size(top)})`;
  return top === far ? `${peak}, the far end.` : `${peak} and ${size(far)} at ${daysInWords(far.days)}.`;
}

/** Words for the top of the page: the price of 25-delta skew at 30 days, or at the expiry nearest to it. */
export function headline(report: Report): Headline {
  const labels = shortLabels(report.expiries.map(({ label }) => label));
  const source = fromTenor(report, labels) ?? fromNearestExpiry(report, labels);
  if (source === null) {
    const { instruments, quotesUsed } = report.counts;
    return { sentence: `${UNKNOWN}.`, basis: `${quotesUsed} of ${instruments} quotes could be used.` };
  }
  const convention = report.deltaConvention === 'forward' ? 'forward delta' : 'premium-adjusted delta';
  const warnings = source.misfits.map((label) => `At ${label} ${MISFIT_WORDS}: not to be relied on.`);
  const parts = [`25-delta, ${convention}, ${source.restsOn}.`, ...warnings, deepest(report) ?? ''];
  return { sentence: `${sentenceOf(source)}.`, basis: parts.filter((part) => part !== '').join(' ') };
}
