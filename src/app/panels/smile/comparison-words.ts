import type { Interval } from '#analytics/report.ts';
import { expiryLabel, isoDay } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import { signedText } from '#charts/number-text.ts';
import { noComparisonWords } from '#app/reading/no-comparison-words.ts';
import { inVolPoints, intervalInVolPoints, supportedDecimals } from '#app/reading/vol-points.ts';
import type { AxisKind } from '#state/selection.ts';
import type { ComparedMarket } from '#state/use-compared-market.ts';
import type { ComparedExpiries } from './comparison.ts';
import type { SmileHeadline } from './smile-headline.ts';

const PLACES: Readonly<Record<AxisKind, string>> = {
  strike: 'at the same strike',
  percent: 'at the same % of forward',
  log: 'at the same ln(K/F)',
  moves: 'at the same expected moves',
  delta: 'at the same delta',
};

/** The strip's title: what is taken from what, and where; longest first. */
export function differenceTitles(axis: AxisKind): readonly string[] {
  const title = `A − B, vol points, ${PLACES[axis]}`;
  return [`${title}; bars: what both spreads leave open`, title, 'A − B, vol points'];
}

/** `03:47:35`, or `8 JUL 03:47` on another day than the market on screen. */
export function timeTag(at: EpochMs, asOf: EpochMs): string {
  const clock = new Date(at).toISOString().slice(11, 19);
  if (isoDay(at) === isoDay(asOf)) return clock;
  return `${expiryLabel(at).slice(0, -3)} ${clock.slice(0, 5)}`;
}

/** What B is called beside the label of an expiry. */
export function comparedTag({ kind, label, at }: ComparedMarket, asOf: EpochMs): string {
  return kind === 'venue' || at === null ? label : timeTag(at, asOf);
}

/** What is to be said of B beside its picture. */
export interface ComparedNote {
  readonly text: string;
  /** Whether B cannot be shown as it should be. */
  readonly faulty: boolean;
}

/** Why there is no B, or what keeps it from being complete; null where nothing does. */
export function comparedNote(
  compared: ComparedMarket | null,
  unlisted: readonly string[],
  tag: string,
): ComparedNote | null {
  if (compared === null) return null;
  const { absence, error, label, analysed } = compared;
  if (absence !== null) return { text: noComparisonWords(absence), faulty: true };
  if (analysed === null) return { text: error ?? `Asking for ${label} …`, faulty: error !== null };
  const missing = unlisted.length === 0 ? null : `${tag} lists no ${unlisted.join(', ')}.`;
  const text = [error, missing].filter((part) => part !== null).join(' ');
  return text === '' ? null : { text, faulty: error !== null };
}

function lessInterval(a: Interval | null, b: Interval | null): Interval | null {
  return a === null || b === null ? null : [a[0] - b[1], a[1] - b[0]];
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** How A differs from B in one sentence, with what both spreads leave open; null where one of them is not known. */
export function comparedHeadline({ a, b }: ComparedExpiries): SmileHeadline | null {
  const names = a.report.expiry === b.report.expiry ? `${a.label}, A less B` : `${a.label} less ${b.label}`;
  const [own, other] = [a.report, b.report];
  const forward = inVolPoints(less(own.atmVol, other.atmVol));
  if (forward === null) return null;
  const interval = intervalInVolPoints(lessInterval(own.atmVolInterval, other.atmVolInterval));
  const decimals = supportedDecimals(interval);
  const text = (points: number): string => signedText(points, decimals);
  const parts = [
    { where: 'at the 25Δ put', points: inVolPoints(less(own.delta25.putVol, other.delta25.putVol)) },
    { where: 'at the 25Δ call', points: inVolPoints(less(own.delta25.callVol, other.delta25.callVol)) },
  ].flatMap(({ where, points }) => (points === null ? [] : [`${text(points)} ${where}`]));
  const open =
    interval === null
      ? ''
      : ` (${text(interval[0])} to ${text(interval[1])} after both spreads${interval[0] <= 0 && interval[1] >= 0 ? ', so maybe none' : ''})`;
  const quotes = [own.fit?.quotes ?? 0, other.fit?.quotes ?? 0];
  return {
    sentence: `${names}: ${[`${text(forward)} vol points at the forward${open}`, ...parts].join(', ')}.`,
    basis: `A, solid, is fitted on ${quotes[0]} two-sided quotes; B, dashed, on ${quotes[1]}.`,
  };
}
