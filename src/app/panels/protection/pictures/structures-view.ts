import { executionOf } from '#analytics/protection/cost-map.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { PlanElsewhere } from '#analytics/protection/protection-study.ts';
import type { StructureKind } from '#analytics/protection/protection-plan.ts';
import type { StructureBarsModel, StructureRow } from '#charts/structure-bars/structure-bars-model.ts';
import { numberText } from '#charts/number-text.ts';
import { type PictureBasis, type WordedModel, reasonText, unknownText } from './picture-words.ts';

const NAMES: Readonly<Record<StructureKind, string>> = {
  put: 'Put',
  'put-spread': 'Put spread',
  collar: 'Collar',
  'zero-cost-collar': 'Zero-cost collar',
  'put-ratio': 'Put ratio',
  'short-future': 'Short future',
  'short-perpetual': 'Short perpetual',
};

/** The same floor by every structure, on one axis. */
export function structuresView(
  { structures, plan }: PlanElsewhere,
  { currency }: PictureBasis,
): WordedModel<StructureBarsModel> {
  const rows = structures.map(({ structure, answer }): StructureRow => {
    const { kind } = structure;
    const row = { id: kind, label: NAMES[kind], chosen: kind === plan.structure.kind };
    if (!answer.ok) {
      const { reason, fillable } = answer.error;
      return {
        ...row,
        cost: null,
        execution: null,
        words: reasonText(reason, fillable),
        figures: [null, null, null],
      };
    }
    const bill = answer.value;
    return {
      ...row,
      cost: 100 * bill.total.share,
      execution: (100 * executionOf(bill.parts)) / bill.forward,
      words: wordsOf(bill, currency),
      figures: [strikesText(bill), bill.breakEvens[0] ?? null, 100 * bill.maximumLoss.share],
    };
  });
  const had = rows.filter(({ cost }) => cost !== null);
  // A bill that lacks its spread is not held against whole ones.
  const whole = structures.flatMap(({ structure, answer }) =>
    answer.ok && !answer.value.unknown.includes('half-spread') ? [structure.kind] : [],
  );
  const least = had
    .filter(({ id }) => whole.some((kind) => kind === id))
    .toSorted((a, b) => (a.cost ?? 0) - (b.cost ?? 0))[0];
  return {
    model: {
      rows,
      columns: [
        { id: 'strikes', label: 'strikes', decimals: null },
        { id: 'break-even', label: `break-even, ${currency}`, decimals: 0 },
        { id: 'loss', label: 'most that can be lost, %', decimals: 1 },
      ],
      unit: 'all in, % of holding',
      decimals: 2,
    },
    text: {
      title: 'Structures side by side',
      howToRead:
        'The same floor bought in other ways: blue what the hedge is worth, orange spread, slippage and fees. What costs less keeps less.',
      summary:
        least === undefined
          ? 'No structure can be had.'
          : `${had.length} of ${rows.length} can be had; least is paid for ${least.label.toLowerCase()}: ${numberText(least.cost, 2)} % of the holding.`,
    },
  };
}

/** A short future locks a price, perhaps above today's. */
function worstText(share: number): string {
  if (Math.abs(share) < 0.0005) return 'nothing can be lost or gained';
  const size = `${numberText(100 * Math.abs(share), 1)} %`;
  return share < 0 ? `at the worst ${size} gained` : `most that can be lost ${size}`;
}

function strikesText({ legs }: HedgeBill): string {
  return legs
    .map(({ side, strike, right }) => `${side === 'buy' ? '+' : '−'}${numberText(strike, 0)} ${right}`)
    .join(' ');
}

function wordsOf(bill: HedgeBill, currency: string): string {
  const { breakEvens, maximumLoss } = bill;
  const strikes = strikesText(bill);
  const even = breakEvens.map((price) => numberText(price, 0)).join(' and ');
  const unknown = unknownText(bill);
  return [
    ...(strikes === '' ? [] : [strikes]),
    even === '' ? 'no break-even' : `break-even ${even} ${currency}`,
    worstText(maximumLoss.share),
    ...(unknown === null ? [] : [unknown]),
  ].join(' · ');
}
