import type { BillDifference, NotAlike } from '#analytics/protection/bill-difference.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import { isoDay } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { coinOf } from '#market/underlying.ts';
import { noHedgeWords } from '#app/reading/no-hedge-words.ts';
import type { TermsRow } from '#app/reading/terms-view.ts';
import { money, percent } from '../bill-text.ts';
import { PART_WORDS } from '../part-words.ts';

/** One of two markets and what the plan comes to there. */
export interface AcrossSide {
  /** `Deribit`, `OKX`, the name of a file, a time. */
  readonly label: string;
  readonly study: PlanStudy;
}

const FINE = 0.001;

/** Of the holding, with a third decimal where the difference is small. */
function share(value: number, difference: number): string {
  return percent(value, Math.abs(difference) < FINE ? 3 : 2);
}

/** `28 AUG 26 08:00 UTC` is for labels; this is for lists: `2026-08-28 08:00 UTC`. */
export function instantText(at: EpochMs, seconds = false): string {
  return `${isoDay(at)} ${new Date(at).toISOString().slice(11, seconds ? 19 : 16)} UTC`;
}

function clause(reason: NotAlike, [a, b]: readonly [HedgeBill, HedgeBill], sides: Sides): string {
  const [own, other] = [sides[0].label, sides[1].label];
  const strikes = ({ legs }: HedgeBill): string =>
    legs.map(({ strike }) => numberText(strike, Number.isInteger(strike) ? 0 : 2)).join(' and ');
  const words: Readonly<Record<NotAlike, () => string>> = {
    'other-structure': () => 'they are not the same structure',
    'other-expiry': () => `${own} ends on ${isoDay(a.expiry)}, ${other} on ${isoDay(b.expiry)}`,
    'other-strikes': () => `${own} has strike ${strikes(a)}, ${other} ${strikes(b)}`,
    'size-not-known': () =>
      'the lower price is quoted without a size, so that nobody knows for how much it holds',
  };
  return words[reason]();
}

/** A and B. */
export type Sides = readonly [AcrossSide, AcrossSide];

/** Which is cheaper all in, by how much and how surely; or why that cannot be said. */
export function acrossSentence(sides: Sides, difference: BillDifference | null): string {
  const [a, b] = sides;
  const [own, other] = [a.study.answer, b.study.answer];
  if (!own.ok && !other.ok) {
    return `Neither has it: at ${a.label} ${noHedgeWords(own.error)}; at ${b.label} ${noHedgeWords(other.error)}.`;
  }
  if (!own.ok) return `Only ${b.label} has it: at ${a.label} ${noHedgeWords(own.error)}.`;
  if (!other.ok) return `Only ${a.label} has it: at ${b.label} ${noHedgeWords(other.error)}.`;
  if (difference === null) return '';
  const bills = [own.value, other.value] as const;
  const { notAlike } = difference;
  if (notAlike.length > 0) {
    const why = notAlike.map((reason) => clause(reason, bills, sides)).join('; ');
    return `Which is cheaper cannot be said: ${why}. As they stand, ${costs(sides, bills, difference)}.`;
  }
  return cheaperSentence(sides, bills, difference);
}

type Bills = readonly [HedgeBill, HedgeBill];

function costs(sides: Sides, bills: Bills, difference: BillDifference): string {
  return sides
    .map(({ label }, index) => {
      const bill = bills[index === 0 ? 0 : 1];
      return `${label} costs ${share(knownShare(bill, difference), difference.share)} of the holding`;
    })
    .join(' and ');
}

/** What both know of the cost. */
function knownShare({ parts }: HedgeBill, { leftOut }: BillDifference): number {
  return parts.reduce(
    (sum, { id, amounts }) => (leftOut.includes(id) ? sum : sum + (amounts?.share ?? 0)),
    0,
  );
}

function cheaperSentence(sides: Sides, bills: Bills, difference: BillDifference): string {
  const { cheaper, share: less, interval } = difference;
  if (cheaper === null) return `They cost the same: ${costs(sides, bills, difference)}.`;
  const [place, from] = cheaper === 'a' ? ([0, 1] as const) : ([1, 0] as const);
  const [low, high] = cheaper === 'b' ? interval : [-interval[1], -interval[0]];
  const [best, rest] = [bills[place], bills[from]];
  const size = Math.abs(less);
  const coin = coinOf(sides[place].study.underlying);
  const sum = money(size * best.forward * best.amount);
  const paid = `${share(knownShare(best, difference), less)} of the holding against ${share(knownShare(rest, difference), less)} at ${sides[from].label}`;
  const first = `${sides[place].label} is cheaper, all in: ${paid}, ${share(size, less)} less, which is ${sum} ${best.quoteCurrency} for ${numberText(best.amount, best.amount < 1 ? 3 : 0)} ${coin}.`;
  const decimals = size < FINE ? 3 : 2;
  const text = low > 0 ? numberText : signedText;
  const open = `${text(100 * low, decimals)} to ${text(100 * high, decimals)} % less`;
  return low > 0
    ? `${first} It stays cheaper whatever of half-spreads and slippage is saved: ${open}.`
    : `${first} That is for who buys both now; half-spreads and slippage leave ${open} open, so that a fill in the middle may make ${sides[from].label} the cheaper one.`;
}

const MINUTE = 60_000;

/** What the comparison rests on and leaves out. */
export function acrossNotes(
  sides: Sides,
  difference: BillDifference | null,
  { cashForBoth, ownTaker }: { readonly cashForBoth: boolean; readonly ownTaker: boolean },
): readonly string[] {
  const [a, b] = sides;
  const coin = coinOf(a.study.underlying);
  const apart = Math.abs(a.study.asOf - b.study.asOf);
  const [own, other] = [a.study.quoteCurrency, b.study.quoteCurrency];
  const left = difference?.leftOut ?? [];
  return [
    ...(apart > MINUTE
      ? [`The quotes are ${durationText(apart)} apart: part of the difference is the market’s move.`]
      : []),
    ...(own === other
      ? []
      : [
          `Amounts are in ${own} at ${a.label} and in ${other} at ${b.label}; the difference is of the holding, each at its own forward, so that it needs no rate between them.`,
        ]),
    ...(cashForBoth
      ? [
          `Here both premiums are paid with cash, so that every ${coin} is protected at both; the bill above takes the premium from the ${coin} held.`,
        ]
      : []),
    ...(left.length > 0
      ? [
          `Without ${left.map((id) => PART_WORDS[id].label.toLowerCase()).join(' and ')}, which not both of them say.`,
        ]
      : []),
    ...(sides.every(unsized)
      ? ['Neither tells sizes: both are taken at the quoted price, and for how much it holds is not known.']
      : []),
    ...(ownTaker
      ? [`Your own taker fee is taken at ${a.label} alone; ${b.label} is at its listed rate.`]
      : []),
  ];
}

function unsized({ study: { answer } }: AcrossSide): boolean {
  return answer.ok && answer.value.legs.some(({ depth }) => depth === 'quoted-price');
}

function durationText(ms: number): string {
  const minutes = ms / MINUTE;
  if (minutes < 120) return `${numberText(minutes, 0)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${numberText(hours, 0)} h` : `${numberText(hours / 24, 0)} days`;
}

/** How the two venues' contracts differ, a sentence each; and what is the same. */
export function termsSentences(
  rows: readonly TermsRow[],
  labels: readonly [string, string],
): { readonly differ: readonly string[]; readonly same: string | null } {
  const same = rows.filter(({ differs }) => !differs).map(({ name }) => name.toLowerCase());
  return {
    differ: rows
      .filter(({ differs }) => differs)
      .map(({ name, a, b }) => `${name}: ${a} at ${labels[0]}; ${b} at ${labels[1]}.`),
    same: same.length === 0 ? null : `The same at both: ${same.join(', ')}.`,
  };
}
