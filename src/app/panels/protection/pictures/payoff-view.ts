import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { PayoffCurves } from '#analytics/protection/payoff-curves.ts';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import type { OutcomeCurveModel } from '#charts/outcome-curve/outcome-curve-model.ts';
import { numberText } from '#charts/number-text.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';
import { type BillBasis, type WordedModel, amountDecimals, unitsText } from './picture-words.ts';

const NO_BILL = 'no bill, so that there is no payoff to draw';

/** What the holding gains or loses by the price, with the hedge and without, everything paid included. */
export function payoffView({ curves }: PlanStudy, basis: BillBasis): WordedModel<OutcomeCurveModel> {
  const { bill, coin, currency } = basis;
  const words = { title: 'Payoff with and without the hedge', howToRead: '', summary: `${NO_BILL}.` };
  if (bill === null || curves === null) return { model: emptyModel(basis), text: words };
  const { reference, maximumLoss } = bill;
  const base = bill.amount * reference.price;
  const worst = `${numberText(100 * maximumLoss.share, 1)} %`;
  return {
    model: {
      ...emptyModel(basis),
      ...linesOf(nearby(curves, bill), base, currency),
      rules: rulesOf(bill),
      level: { y: -maximumLoss.quote, text: `most that can be lost ${worst}` },
      decimals: amountDecimals([base]),
    },
    text: {
      ...words,
      howToRead:
        `Gain or loss of the whole holding against ${reference.is} ${numberText(reference.price, 0)}, cost included; before expiry at mid, each strike keeping its vol. ${coinWords(bill, coin)}`.trim(),
      summary: `With the hedge no more than ${worst} of the holding can be lost at expiry; ${breakEvenWords(bill, currency)}.`,
    },
  };
}

const REACH = 0.4;
const BEYOND = 0.15;

/** Prices about the reference, and somewhat beyond every strike and break-even. */
function nearby(
  curves: PayoffCurves,
  { reference, floorStrike, capStrike, breakEvens }: HedgeBill,
): PayoffCurves {
  const named = [floorStrike, capStrike, ...breakEvens].filter((price) => price !== null);
  const low = Math.min((1 - REACH) * reference.price, ...named.map((price) => (1 - BEYOND) * price));
  const high = Math.max((1 + REACH) * reference.price, ...named.map((price) => (1 + BEYOND) * price));
  const kept = curves.prices.map((price) => price >= low && price <= high);
  const cut = (values: readonly number[]): readonly number[] => values.filter((_, i) => kept[i]);
  return {
    prices: cut(curves.prices),
    unhedged: cut(curves.unhedged),
    atExpiry: cut(curves.atExpiry),
    before: curves.before.map((one) => ({ ...one, values: cut(one.values) })),
  };
}

function emptyModel({ coin, currency }: BillBasis): OutcomeCurveModel {
  return {
    axisTitle: `price of ${coin}, ${currency}`,
    axis: { unit: currency, decimals: 0, signed: false },
    xs: [],
    lines: [],
    columns: [],
    rules: [],
    level: null,
    unit: `gain or loss, ${currency}`,
    decimals: 0,
    emptyText: NO_BILL,
  };
}

function linesOf(
  { prices, unhedged, atExpiry, before }: PayoffCurves,
  base: number,
  currency: string,
): Pick<OutcomeCurveModel, 'xs' | 'lines' | 'columns'> {
  const against = (values: readonly number[]): readonly number[] => values.map((value) => value - base);
  const named = before.map((one) => ({
    ...one,
    name: one.daysFromNow === 0 ? 'now' : `in ${daysInWords(one.daysFromNow)}`,
  }));
  const sticky = named.filter(({ dynamics }) => dynamics === 'sticky-strike');
  return {
    xs: prices,
    lines: [
      { id: 'without', name: 'without the hedge', tone: 'without', values: against(unhedged) },
      ...sticky.map(({ daysFromNow, name, values }) => ({
        id: name,
        name: `with it, ${name}`,
        tone: daysFromNow === 0 ? ('second' as const) : ('third' as const),
        values: against(values),
      })),
      { id: 'expiry', name: 'with it, at expiry', tone: 'main', values: against(atExpiry) },
    ],
    columns: named
      .filter(({ dynamics }) => dynamics === 'sticky-delta')
      .map(({ name, values }) => ({
        id: `delta ${name}`,
        label: `${name} if each delta keeps its vol, ${currency}`,
        decimals: amountDecimals([base]),
        values: against(values),
      })),
  };
}

function rulesOf(bill: HedgeBill): OutcomeCurveModel['rules'] {
  const { floorStrike, capStrike, breakEvens, reference } = bill;
  const named = (text: string, price: number | null): OutcomeCurveModel['rules'] =>
    price === null ? [] : [{ x: price, text: `${text} ${numberText(price, price < 1000 ? 1 : 0)}` }];
  return [
    ...named('floor', floorStrike),
    ...named(reference.is, reference.price),
    ...breakEvens.flatMap((price) => named('break-even', price)),
    ...named('cap', capStrike),
  ];
}

function breakEvenWords({ breakEvens }: HedgeBill, currency: string): string {
  if (breakEvens.length === 0) return 'there is no price at which the hedge pays for itself';
  return `the hedge pays for itself at ${breakEvens.map((price) => numberText(price, 0)).join(' and ')} ${currency}`;
}

/** How settlement in coin bends the lines. */
function coinWords({ sizing, premiumUnit, amount }: HedgeBill, coin: string): string {
  if (premiumUnit !== 'underlying') return '';
  const payout = `The payout comes in ${coin}, worth strike less price in dollars at the settlement price`;
  if (sizing.rule !== 'coins-left') return `${payout}.`;
  return `${payout}; the premium, paid out of ${unitsText(amount)} ${coin}, leaves ${numberText(sizing.unitsLeft, 4)}, so that the line rises a little less steeply.`;
}
