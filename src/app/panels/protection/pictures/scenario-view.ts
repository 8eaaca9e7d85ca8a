import type { ShockOutcome } from '#analytics/protection/hedge-scenario.ts';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import type { OutcomeColumn, OutcomeCurveModel } from '#charts/outcome-curve/outcome-curve-model.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { type BillBasis, type WordedModel, amountDecimals } from './picture-words.ts';

const NO_BILL = 'no bill, so that there is no hedge to shock';

/** The holding right after a gap of spot, with skew steeper and spreads wider, and what the hedge fetches then. */
export function scenarioView(
  { shocks }: PlanStudy,
  { currency, coin }: BillBasis,
): WordedModel<OutcomeCurveModel> {
  const rising = shocks.toSorted((a, b) => a.shock.gap - b.shock.gap);
  const strike = rising.filter(({ dynamics }) => dynamics === 'sticky-strike');
  const delta = rising.filter(({ dynamics }) => dynamics === 'sticky-delta');
  const decimals = amountDecimals(strike.map(({ unhedgedChange }) => unhedgedChange));
  const model: OutcomeCurveModel = {
    axisTitle: 'sudden move of spot, %',
    axis: { unit: '%', decimals: 0, signed: true },
    xs: strike.map(({ shock }) => 100 * shock.gap),
    lines: [
      {
        id: 'without',
        name: 'without the hedge',
        tone: 'without',
        values: strike.map((one) => one.unhedgedChange),
      },
      {
        id: 'delta',
        name: 'each delta keeps its vol',
        tone: 'third',
        values: delta.map((one) => one.hedgedChange),
      },
      {
        id: 'strike',
        name: 'with it, sold out then',
        tone: 'main',
        values: strike.map((one) => one.hedgedChange),
      },
    ],
    columns: columnsOf(strike, delta, { currency, decimals }),
    rules: [],
    level: null,
    unit: `gain or loss at once, ${currency}`,
    decimals,
    emptyText: NO_BILL,
  };
  return {
    model,
    text: {
      title: 'If spot gaps today',
      howToRead: `Change of the whole holding of ${coin} at once. Each percent fallen adds half a vol point, steepens skew and widens spreads; the hedge is sold out at those spreads, fees paid.`,
      summary: summaryOf(strike, currency, decimals),
    },
  };
}

function columnsOf(
  strike: readonly ShockOutcome[],
  delta: readonly ShockOutcome[],
  { currency, decimals }: { readonly currency: string; readonly decimals: number },
): readonly OutcomeColumn[] {
  const column = (
    id: string,
    label: string,
    values: readonly (number | null)[],
    fine = decimals,
  ): OutcomeColumn => ({ id, label, decimals: fine, values });
  const exit = ({ halfSpread, fees }: ShockOutcome): number => halfSpread + (fees ?? 0);
  const shock = (of: (one: ShockOutcome['shock']) => number): readonly number[] =>
    strike.map((one) => of(one.shock));
  return [
    column(
      'value',
      `hedge worth then, ${currency}`,
      strike.map((one) => one.valueAfter),
    ),
    column('exit', `cost to sell out then, ${currency}`, strike.map(exit)),
    column(
      'value-delta',
      `hedge worth if deltas keep their vol, ${currency}`,
      delta.map((one) => one.valueAfter),
    ),
    column(
      'level',
      'vol points added',
      shock(({ level }) => 100 * level),
      1,
    ),
    column(
      'skew',
      'vol points added a deviation below',
      shock(({ steepening }) => 100 * steepening),
      1,
    ),
    column(
      'spreads',
      'spreads times today’s',
      shock(({ spreads }) => spreads),
      1,
    ),
  ];
}

function summaryOf(outcomes: readonly ShockOutcome[], currency: string, decimals: number): string {
  const worst = outcomes.find(({ shock }) => shock.gap === -0.3) ?? outcomes[0];
  if (worst === undefined) return `${NO_BILL}.`;
  const { shock, unhedgedChange, hedgedChange, valueAfter, halfSpread, fees } = worst;
  return `After ${signedText(100 * shock.gap, 0)} % the holding changes by ${signedText(unhedgedChange, decimals)} ${currency} without the hedge and ${signedText(hedgedChange, decimals)} with it; the hedge is worth ${numberText(valueAfter, decimals)} and costs ${numberText(halfSpread + (fees ?? 0), decimals)} to sell.`;
}
