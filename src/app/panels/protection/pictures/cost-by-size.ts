import type { NoHedgeReason } from '#analytics/protection/no-hedge.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { PlanElsewhere } from '#analytics/protection/protection-study.ts';
import type { CostCurveModel, CostPoint } from '#charts/cost-curve/cost-curve-model.ts';
import { numberText } from '#charts/number-text.ts';
import { isPartly } from '#app/reading/no-hedge-words.ts';
import { type PictureBasis, type WordedModel, reasonText, unitsText } from './picture-words.ts';

const DEPTHS: Readonly<Record<HedgeBill['legs'][number]['depth'], string>> = {
  book: 'Walked through the order book level by level.',
  'top-of-book': 'No order book is at hand: beyond the size at the best price nothing is known.',
  'quoted-price':
    'No sizes are at hand: every size is reckoned at the quoted price, so that slippage is not in it.',
};

/** The plan's own strike for smaller and larger holdings, in % of the holding. */
export function costBySizeModel(
  { sizes, plan }: PlanElsewhere,
  { bill, coin, currency }: PictureBasis,
): WordedModel<CostCurveModel> {
  const limit = limitOf(sizes, coin);
  const points = sizes.map(({ amount, cost, contracts, perContract, reason, fillable }): CostPoint => {
    // The share of cost that is execution is the same per unit and of the holding.
    const execution =
      cost === null || cost.perUnit === 0 ? null : (cost.execution / cost.perUnit) * cost.share;
    const beyond = limit !== null && isPartly(reason);
    return {
      id: `size ${amount}`,
      label: `${unitsText(amount)} ${coin}`,
      x: amount,
      colour: 'var(--text)',
      cost: cost && 100 * cost.share,
      execution: execution === null ? null : 100 * execution,
      note: beyond ? limit.text : reason === null ? null : reasonText(reason, fillable),
      figures: [contracts, perContract, cost && cost.perDay],
      chosen: amount === plan.amount,
    };
  });
  const own = points.find(({ chosen, cost }) => chosen && cost !== null);
  const model: CostCurveModel = {
    axis: 'size',
    axisName: `${coin} held`,
    points,
    columns: [
      { id: 'contracts', label: 'contracts', decimals: 2 },
      { id: 'per-contract', label: `${currency} paid per ${coin} of contracts`, decimals: 2 },
      { id: 'day', label: `${currency} a day`, decimals: 2 },
    ],
    marks: own === undefined ? [] : [{ id: own.id, text: `${own.label}, this plan` }],
    limit,
    unit: '% of holding',
    decimals: 3,
    emptyText: 'this floor cannot be had for any size',
  };
  const [leg] = bill?.legs ?? [];
  return {
    model,
    text: {
      title: 'Cost against size',
      howToRead:
        `All-in cost of the same strike by ${coin} held. ${leg === undefined ? '' : DEPTHS[leg.depth]}`.trim(),
      summary: summaryOf(model),
    },
  };
}

const ENDS: Readonly<Partial<Record<NoHedgeReason, string>>> = {
  'beyond-book': 'cannot fill beyond',
  'beyond-levels': 'the venue’s levels end, and what is known with them, at',
  'beyond-top-of-book': 'nothing is known beyond the best price’s size,',
};

/** Where what is on offer ends: the least that any of the sizes that do not fill could get. */
function limitOf(sizes: PlanElsewhere['sizes'], coin: string): CostCurveModel['limit'] {
  const ends = sizes.flatMap(({ amount, reason, fillable }) =>
    reason !== null && isPartly(reason) && fillable !== null && fillable > 0
      ? [{ x: amount * fillable, reason }]
      : [],
  );
  const end = ends.toSorted((a, b) => a.x - b.x)[0];
  if (end === undefined) return null;
  const place = `${unitsText(end.x)} ${coin}`;
  return {
    x: end.x,
    text: `${ENDS[end.reason] ?? ''} ${place}`.trim(),
  };
}

function summaryOf({ points, limit, emptyText }: CostCurveModel): string {
  const filled = points.filter(({ cost }) => cost !== null);
  const [first, last] = [filled[0], filled.at(-1)];
  if (first === undefined || last === undefined) return `${emptyText}.`;
  const end = limit === null ? '' : `; ${limit.text}`;
  return `${numberText(first.cost, 3)} % of the holding for ${first.label}, ${numberText(last.cost, 3)} % for ${last.label}${end}.`;
}
