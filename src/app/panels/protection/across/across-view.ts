import { billDifference, type BillDifference } from '#analytics/protection/bill-difference.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import { signedText } from '#charts/number-text.ts';
import { coinOf } from '#market/underlying.ts';
import { noHedgeReasonWords } from '#app/reading/no-hedge-words.ts';
import { termsRows } from '#app/reading/terms-view.ts';
import { depthWords, money, percent, priceText, sizeText, vols } from '../bill-text.ts';
import { PART_WORDS } from '../part-words.ts';
import {
  acrossNotes,
  acrossSentence,
  type AcrossSide,
  instantText,
  type Sides,
  termsSentences,
} from './across-words.ts';
import type { Across } from './use-across.ts';

/** A line of a table: its name and its cells. */
export interface AcrossRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly total: boolean;
}

/** The same floor on two markets, in words and figures. */
export interface AcrossView {
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  /** Whether another strike would make the two alike. */
  readonly strikesDiffer: boolean;
  /** Empty unless both have a bill. */
  readonly parts: readonly AcrossRow[];
  /** Empty where neither has one. */
  readonly bought: readonly AcrossRow[];
  readonly boughtColumns: readonly [string, string];
  /** How the contracts differ; null before both are known. */
  readonly terms: ReturnType<typeof termsSentences> | null;
}

const difference = (value: number | null): string =>
  value === null ? '–' : `${signedText(100 * value, 3)} %`;

function partRows({ parts, share, leftOut }: BillDifference, [a, b]: readonly [HedgeBill, HedgeBill]) {
  const rows = parts.map(({ id, a: own, b: other, difference: less }): AcrossRow => ({
    id,
    label: PART_WORDS[id].label,
    cells: [
      ...[own, other].flatMap((amounts) =>
        amounts === null ? ['–', '–'] : [money(amounts.perUnit), percent(amounts.share, 3)],
      ),
      difference(less),
    ],
    total: false,
  }));
  const totals = [a, b].flatMap(({ total }) => [money(total.perUnit), percent(total.share, 3)]);
  const label = leftOut.length === 0 ? 'All in' : 'All that is known';
  return [...rows, { id: 'total', label, cells: [...totals, difference(share)], total: true }];
}

type Fact = readonly [label: string, of: (bill: HedgeBill, side: AcrossSide) => string];

const FACTS: readonly Fact[] = [
  [
    'Contract',
    ({ legs, structure }) =>
      legs.length === 0
        ? structure.replace('-', ' ')
        : legs
            .map(({ side, contracts, instrument }) => `${side} ${sizeText(contracts)} ${instrument}`)
            .join(', '),
  ],
  ['Expires', ({ expiry }) => instantText(expiry)],
  ['Forward', ({ forward, quoteCurrency }) => `${money(forward)} ${quoteCurrency}`],
  ['Vol at the money', ({ atmVol }) => `${vols(atmVol)} %`],
  [
    'Vol of the put, middle → best → paid',
    ({ legs: [put] }) =>
      put === undefined
        ? '–'
        : [put.midVol, put.bestVol, put.bestVol === null ? null : put.bestVol + (put.slippage.vols ?? 0)]
            .map((vol) => vols(vol))
            .join(' → '),
  ],
  [
    'Mean price',
    ({ legs, premiumUnit, quoteCurrency }, { study }) =>
      legs.length === 0
        ? '–'
        : `${legs.map(({ averagePrice }) => priceText(averagePrice)).join(', ')} ${premiumUnit === 'underlying' ? coinOf(study.underlying) : quoteCurrency}`,
  ],
  ['Size', ({ legs }) => [...new Set(legs.map(({ depth }) => depthWords(depth)))].join('; ')],
];

function boughtRows(sides: Sides): readonly AcrossRow[] {
  const [a, b] = sides;
  if (!a.study.answer.ok && !b.study.answer.ok) return [];
  const cell = (of: Fact[1], side: AcrossSide, first: boolean): string => {
    const { answer } = side.study;
    if (answer.ok) return of(answer.value, side);
    return first ? noHedgeReasonWords(answer.error.reason) : '–';
  };
  const rows = FACTS.map(([label, of], place) => ({
    id: label,
    label,
    cells: [cell(of, a, place === 0), cell(of, b, place === 0)],
    total: false,
  }));
  const times = [a, b].map(({ study }) => instantText(study.asOf, true));
  return [...rows, { id: 'time', label: 'Quotes of', cells: times, total: false }];
}

/** Words and figures of both; null before the second market has answered. */
export function acrossView(
  { own, other, ownTerms, otherTerms, cashForBoth }: Omit<Across, 'compared' | 'bookError'>,
  labels: readonly [string, string],
  ownTaker: boolean,
): AcrossView | null {
  if (other === null) return null;
  const sides: Sides = [
    { label: labels[0], study: own },
    { label: labels[1], study: other },
  ];
  const [a, b] = [own.answer, other.answer];
  const both = a.ok && b.ok ? ([a.value, b.value] as const) : null;
  const found = both && billDifference(...both);
  const rows = termsRows(ownTerms, otherTerms);
  return {
    sentence: acrossSentence(sides, found),
    notes: acrossNotes(sides, found, { cashForBoth, ownTaker }),
    columns: [
      ...sides.flatMap(({ label, study }, index) => [
        `${index === 0 ? 'A' : 'B'}, ${label}, ${study.quoteCurrency} per ${coinOf(study.underlying)}`,
        'of holding',
      ]),
      'A less B, of holding',
    ],
    strikesDiffer: found?.notAlike.includes('other-strikes') === true,
    parts: both === null || found === null ? [] : partRows(found, both),
    bought: boughtRows(sides),
    boughtColumns: [`A, ${labels[0]}`, `B, ${labels[1]}`],
    terms: rows && termsSentences(rows, labels),
  };
}
