import { executionOf } from '#analytics/protection/cost-map.ts';
import type { Amounts } from '#analytics/protection/bill-parts.ts';
import type { BillVerdict, HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { LegBill } from '#analytics/protection/leg-bill.ts';
import type { ProtectionPlan } from '#analytics/protection/protection-plan.ts';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import type { WhyNumber } from '#analytics/protection/why-number.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import { numberText } from '#charts/number-text.ts';
import type { WaterfallModel } from '#charts/waterfall/waterfall-model.ts';
import { coinOf } from '#market/underlying.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';
import { noHedgeWords } from '#app/reading/no-hedge-words.ts';
import { type BillFact, billFacts } from './bill-facts.ts';
import { depthWords, money, percent, priceText, vols } from './bill-text.ts';
import { PART_WORDS } from './part-words.ts';
import { floorInWords, floorOf } from './plan-words.ts';

/** One line of the bill in every unit, and how it came about. */
export interface BillRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly why: WhyNumber | null;
  readonly total: boolean;
}

/** One option of the hedge, as it would be traded. */
export interface LegRow {
  readonly instrument: string;
  readonly cells: readonly string[];
}

/** The bill in words and figures fit for the screen. */
export interface BillView {
  readonly kind: 'bill';
  readonly sentence: string;
  readonly basis: string;
  readonly waterfall: WaterfallModel;
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly BillRow[];
  readonly facts: readonly BillFact[];
  readonly legs: readonly LegRow[];
}

/** What there is to say where there is no bill. */
export interface NoBillView {
  readonly kind: 'none';
  readonly sentence: string;
  readonly basis: string;
}

function cellsOf(amounts: Amounts | null): readonly string[] {
  if (amounts === null) return ['not known', '', '', '', '', ''];
  return [
    money(amounts.perUnit),
    money(amounts.quote),
    numberText(amounts.coin, 4),
    percent(amounts.share),
    vols(amounts.vols),
    money(amounts.perDay),
  ];
}

function rowsOf({ answer, why }: PlanStudy, bill: HedgeBill): readonly BillRow[] {
  const reasons = new Map<string, WhyNumber>(why.map((one) => [one.id, one]));
  const rows = bill.parts.map(({ id, amounts }): BillRow => ({
    id,
    label: PART_WORDS[id].label,
    cells: cellsOf(amounts),
    why: reasons.get(id) ?? null,
    total: false,
  }));
  const total = {
    id: 'total',
    label: 'All in',
    cells: cellsOf(bill.total),
    why: reasons.get('total') ?? null,
    total: true,
  };
  return answer.ok ? [...rows, total] : [];
}

function waterfallOf(bill: HedgeBill, coin: string): WaterfallModel {
  const { parts, total, quoteCurrency } = bill;
  return {
    steps: parts.map(({ id, amounts }) => ({
      id,
      label: PART_WORDS[id].label,
      tone: PART_WORDS[id].tone,
      value: amounts?.perUnit ?? null,
      text: amounts === null ? 'not known' : money(amounts.perUnit),
    })),
    total: {
      label: 'All in',
      value: total.perUnit,
      text: `${money(total.perUnit)} · ${percent(total.share)}`,
    },
    unit: `${quoteCurrency} per ${coin}`,
    decimals: Math.abs(total.perUnit) < 100 ? 2 : 0,
  };
}

const VERDICTS: Readonly<Record<BillVerdict, string>> = {
  credit: 'It brings money in: what is sold is worth more than what is bought.',
  'mostly-execution': 'Most of it is lost to trading: spread, slippage and fees.',
  'mostly-skew': 'Most of it is skew: what this strike is dearer than the money.',
  'mostly-flat': 'Most of it is plain volatility, priced without any skew.',
  'mostly-carry': 'Most of it is carry: basis and funding.',
};

function headline(plan: ProtectionPlan, bill: HedgeBill, coin: string): string {
  const { total, quoteCurrency, amount, label, years } = bill;
  const cost = total.quote < 0 ? 'brings in' : 'costs';
  const sum = `${money(Math.abs(total.quote))} ${quoteCurrency} for ${numberText(amount, amount < 1 ? 3 : 0)} ${coin}`;
  const until = `to ${label} (${daysInWords(years * DAYS_PER_YEAR)})`;
  return `${capital(floorInWords(floorOf(plan)))} ${until} ${cost} ${percent(Math.abs(total.share))} of the holding: ${sum}${splitOf(bill)}.`;
}

/** What of a cost is skew and what is lost to trading; of a small sum of large parts the parts themselves, since no share of it says anything. */
function splitOf({ total, skewShare, executionShare, parts, forward }: HedgeBill): string {
  if (total.quote < 0 || skewShare === null || executionShare === null) return '';
  if (skewShare >= 0 && executionShare >= 0 && skewShare + executionShare <= 1) {
    return `, ${percent(skewShare, 0)} of it skew, ${percent(executionShare, 0)} execution`;
  }
  const skew = parts.find(({ id }) => id === 'skew')?.amounts?.share ?? 0;
  const sign = skew < 0 ? 'takes off' : 'adds';
  return `, to which skew ${sign} ${percent(Math.abs(skew))} and execution ${percent(executionOf(parts) / forward)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function basisOf({ legs, verdict, unknown }: HedgeBill): string {
  const depths = [...new Set(legs.map(({ depth }) => depthWords(depth)))];
  const sized = depths.length === 0 ? '' : ` Size ${depths.join('; ')}.`;
  const names = unknown
    .map((id) => (id === 'delivery' ? 'delivery fee' : PART_WORDS[id].label.toLowerCase()))
    .join(' and ');
  const whose =
    legs.length === 0 ? 'for only the option books of the venue are read' : 'which the venue does not say';
  const missing = names === '' ? '' : ` Without ${names}, ${whose}.`;
  return `${VERDICTS[verdict]}${sized}${missing}`;
}

function legRow(leg: LegBill): LegRow {
  const { slippage } = leg;
  return {
    instrument: leg.instrument,
    cells: [
      leg.side === 'buy' ? 'buy' : 'sell',
      numberText(leg.contracts, 2),
      priceText(leg.bestPrice),
      priceText(leg.averagePrice),
      `${vols(leg.midVol)}${leg.middle === 'fit' ? ', of the fit' : ''}`,
      vols(leg.bestVol),
      leg.fills.length === 0 ? numberText(null, 0) : numberText(leg.fills.length, 0),
      `${numberText(100 * slippage.share, 2)} % · ${numberText(slippage.bpOfNotional, 1)} bp · ${numberText(slippage.ticks, 1)} ticks`,
      vols(slippage.vols),
      numberText(leg.sizeWithinVolPoint, 1),
    ],
  };
}

/** Headings of the table of legs. */
export const LEG_COLUMNS = [
  'Side',
  'Contracts',
  'Best price',
  'Mean price',
  'Middle vol',
  'Best vol',
  'Levels',
  'Slippage',
  'in vol points',
  'On offer within 1 vol point',
] as const;

/** The bill of a study, or why there is none. */
export function billView(study: PlanStudy): BillView | NoBillView {
  const coin = coinOf(study.underlying);
  if (!study.answer.ok) {
    const { error } = study.answer;
    const unfunded = error.reason === 'no-funding';
    const cannot = unfunded ? 'cannot be priced' : 'cannot be had';
    return {
      kind: 'none',
      sentence: `${capital(floorInWords(floorOf(study.plan)))} ${cannot}: ${noHedgeWords(error)}.`,
      basis: unfunded
        ? 'Type the funding that a short position receives, in % a year, or take a short future, whose basis the forward tells.'
        : 'A size that the market does not offer is no price. Take another floor, date, structure or amount; below is what can be had.',
    };
  }
  const bill = study.answer.value;
  const { quoteCurrency } = bill;
  return {
    kind: 'bill',
    sentence: headline(study.plan, bill, coin),
    basis: basisOf(bill),
    waterfall: waterfallOf(bill, coin),
    summary: `${bill.parts.map(({ id, amounts }) => `${PART_WORDS[id].label} ${amounts === null ? 'not known' : money(amounts.perUnit)}`).join(', ')}; all in ${money(bill.total.perUnit)} ${quoteCurrency} per ${coin}.`,
    columns: [
      `${quoteCurrency} per ${coin}`,
      `${quoteCurrency} in all`,
      coin,
      'of holding',
      'vol points',
      `${quoteCurrency} a day`,
    ],
    rows: rowsOf(study, bill),
    facts: billFacts(study, bill, coin),
    legs: bill.legs.map(legRow),
  };
}
