import type { Interval } from '#analytics/report.ts';
import { numberText } from '#charts/number-text.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';

/** At-the-money vol at one expiry, in %. */
export interface TermLevel {
  readonly label: string;
  readonly days: number;
  readonly atm: number;
  /** Null where one side is not quoted, and for an at-the-money vol whose sides are not known. */
  readonly interval: Interval | null;
}

export type TermShape = 'contango' | 'backwardation' | 'flat' | 'trough' | 'hump';

/** The ends of the term and the turn between them. */
export interface TermSlope {
  readonly shape: TermShape;
  readonly first: TermLevel;
  readonly last: TermLevel;
  /** The lowest or highest expiry between; the last one where there is no turn. */
  readonly turn: TermLevel;
}

/** Where no spread is known, a difference of so many vol points is one. */
const NOTICEABLE = 0.5;

/** −1 where `to` is lower by more than the spreads, 1 where it is higher, 0 where they leave both. */
function step(from: TermLevel, to: TermLevel): -1 | 0 | 1 {
  const [a, b] = [from.interval, to.interval];
  const apart = a === null || b === null ? null : to.atm > from.atm ? b[0] > a[1] : b[1] < a[0];
  const told = apart ?? Math.abs(to.atm - from.atm) >= NOTICEABLE;
  if (!told) return 0;
  return to.atm > from.atm ? 1 : -1;
}

/** @param levels near to far */
export function termSlope(levels: readonly TermLevel[]): TermSlope | null {
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const lowest = levels.reduce((best, next) => (next.atm < best.atm ? next : best), first);
  const highest = levels.reduce((best, next) => (next.atm > best.atm ? next : best), first);
  if (step(first, lowest) < 0 && step(lowest, last) > 0)
    return { shape: 'trough', first, last, turn: lowest };
  if (step(first, highest) > 0 && step(highest, last) < 0)
    return { shape: 'hump', first, last, turn: highest };
  const overall = step(first, last);
  const shape = overall === 0 ? 'flat' : overall > 0 ? 'contango' : 'backwardation';
  return { shape, first, last, turn: last };
}

function at({ label, days, atm }: TermLevel): string {
  return `${numberText(atm, 1)}\u00a0% at ${label} (${daysInWords(days)})`;
}

/** Contango and backwardation in plain words, without a full stop. */
export function slopeSentence({ shape, first, last, turn }: TermSlope): string {
  const [from, to, between] = [first, last, turn].map((level) => at(level));
  const sentences: Record<TermShape, string> = {
    contango: `Contango: at-the-money vol rises from ${from} to ${to}`,
    backwardation: `Backwardation: at-the-money vol falls from ${from} to ${to}`,
    flat: `Flat after the spread: at-the-money vol is ${from} and ${to}`,
    trough: `Backwardation, then contango: at-the-money vol falls from ${from} to ${between}, then rises to ${to}`,
    hump: `Contango, then backwardation: at-the-money vol rises from ${from} to ${between}, then falls to ${to}`,
  };
  return sentences[shape];
}
