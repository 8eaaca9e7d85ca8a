import type { CostMapModel } from '#charts/cost-map/cost-map-model.ts';
import { expiryColour } from '#charts/expiry-colour.ts';
import type { OutcomeCurveModel } from '#charts/outcome-curve/outcome-curve-model.ts';
import { numberText } from '#charts/number-text.ts';
import type { StructureBarsModel } from '#charts/structure-bars/structure-bars-model.ts';
import type { WaterfallModel, WaterfallTone } from '#charts/waterfall/waterfall-model.ts';

export const planText = {
  title: 'An example plan',
  howToRead: 'Ten coins with a floor',
  summary: 'An example.',
};

const prices = Array.from({ length: 41 }, (_, i) => 60_000 + 2000 * i);

/** Ten coins bought at 100 000 with puts at 85 000 that cost `paid` dollars; negative is received, under a cap. */
export function examplePayoff(paid: number): OutcomeCurveModel {
  const capped = (price: number): number => (paid < 0 ? Math.min(price, 115_000) : price);
  const value = (price: number): number => 10 * (Math.max(capped(price), 85_000) - 100_000) - paid;
  return {
    axisTitle: 'price of BTC, USD',
    axis: { unit: 'USD', decimals: 0, signed: false },
    xs: prices,
    lines: [
      {
        id: 'without',
        name: 'without the hedge',
        tone: 'without',
        values: prices.map((x) => 10 * (x - 1e5)),
      },
      { id: 'now', name: 'with it, now', tone: 'second', values: prices.map((x) => value(x) + paid / 2) },
      { id: 'expiry', name: 'with it, at expiry', tone: 'main', values: prices.map(value) },
    ],
    columns: [],
    rules: [
      { x: 85_000, text: 'floor 85 000' },
      { x: 100_000, text: 'spot 100 000' },
      { x: 85_000 - paid / 10, text: 'break-even' },
    ],
    level: { y: -150_000 - paid, text: 'most that can be lost 16.6 %' },
    unit: 'gain or loss, USD',
    decimals: 0,
    emptyText: 'no bill, so that there is no payoff to draw',
  };
}

/** The same plan on a coin that costs 0.6 dollars. */
export function coinPayoff(): OutcomeCurveModel {
  const plan = examplePayoff(16_000);
  const share = 0.6 / 100_000;
  return {
    ...plan,
    axisTitle: 'price of XRP, USDC',
    axis: { unit: 'USDC', decimals: 4, signed: false },
    xs: plan.xs.map((x) => x * share),
    rules: plan.rules.map(({ x }, i) => ({
      x: x * share,
      text: ['floor 0.51', 'spot 0.6', 'break-even'][i] ?? '',
    })),
    unit: 'gain or loss, USDC',
  };
}

/** No plan that could be carried out. */
export function noPayoff(): OutcomeCurveModel {
  return { ...examplePayoff(0), xs: [], lines: [], rules: [], level: null };
}

const fiveDays: readonly number[] = [2, 9, 30, 90, 352];

/** Floors at five expiries or those of these days; `offset` (% of the holding) is taken off every cost. */
export function exampleCostMap({ offset = 0, filled = true, listed = fiveDays } = {}): CostMapModel {
  const rows = listed.map((days, i, all) => ({
    expiryId: String(days),
    label: `${Math.round(days)}D`,
    days,
    colour: expiryColour(i, all.length),
    chosen: i === 2,
    absence: i === 1 ? 'no fitted smile to split the price by' : null,
    cells:
      i === 1
        ? []
        : Array.from({ length: 23 }, (_, j) => {
            const percent = 50 + 2.5 * j + (i % 5) / 5;
            const had = filled && percent > 62 - 3 * Math.min(i, 4) && (i !== 0 || percent < 100);
            const cost = Math.sqrt(days / 40) * Math.exp((percent - 92) / 9) - offset;
            return {
              strike: 1000 * percent,
              strikeText: (1000 * percent).toFixed(0),
              percent,
              cost: had ? cost : null,
              reason: had ? null : 'the book does not hold this size',
              partly: percent < 58,
              figures: [],
            };
          }),
  }));
  return {
    rows,
    columns: [],
    chosenStrike: 85_400,
    unit: '% of holding',
    decimals: 2,
    emptyText: 'no put is listed near the forward',
  };
}

/** All structures; one cannot be had, one pays. */
export function exampleStructures(): StructureBarsModel {
  const words = '+67 500 put −90 000 call · break-even 67 181 USD · most that can be lost 13.9 %';
  const row = (label: string, cost: number | null, execution: number | null) => ({
    id: label,
    label,
    chosen: label === 'Put',
    cost,
    execution,
    words: cost === null ? 'the book does not hold this size: 42 % of it is on offer' : words,
    figures: [],
  });
  return {
    rows: [
      row('Put', 1.59, 0.19),
      row('Put spread', 1.1, 0.3),
      row('Collar', -0.32, 0.28),
      row('Zero-cost collar', 0, 0.25),
      row('Put ratio', null, null),
    ],
    columns: [],
    unit: 'all in, % of holding',
    decimals: 2,
  };
}

/** No structure can be had. */
export function noStructures(): StructureBarsModel {
  const { rows, ...rest } = exampleStructures();
  const none = rows.map((row) =>
    Object.assign({}, row, { cost: null, execution: null, words: 'nobody offers 85 000 at 31 JUL' }),
  );
  return { ...rest, rows: none };
}

/** What a floor costs, step by step; `skew` dollars of it are not known when null. */
export function exampleBill(value: number, skew: number | null): WaterfallModel {
  const parts: readonly (readonly [string, WaterfallTone, number | null])[] = [
    ['Flat vol', 'value', value],
    ['Skew', 'skew', skew],
    ['Half the spread', 'execution', 62],
    ['Slippage', 'execution', 31],
    ['Fees', 'fee', 29],
    ['Basis', 'carry', -44],
  ];
  const total = parts.reduce((sum, [, , part]) => sum + (part ?? 0), 0);
  return {
    steps: parts.map(([label, tone, part]) => ({
      id: label,
      label,
      tone,
      value: part,
      text: part === null ? 'not known' : numberText(part, 0),
    })),
    total: { label: 'All in', value: total, text: `${numberText(total, 0)} · 1.59 %` },
    unit: 'USD per BTC',
    decimals: 0,
  };
}
