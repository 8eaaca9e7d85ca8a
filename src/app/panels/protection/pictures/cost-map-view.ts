import type { CostCell } from '#analytics/protection/cost-map.ts';
import type { PlanElsewhere } from '#analytics/protection/protection-study.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import type { CostMapCell, CostMapModel } from '#charts/cost-map/cost-map-model.ts';
import { numberText } from '#charts/number-text.ts';
import { isPartly, noHedgeReasonWords } from '#app/reading/no-hedge-words.ts';
import { type PictureBasis, type WordedModel, reasonText } from './picture-words.ts';

/** The plan at every listed strike of every expiry. */
export function costMapView(
  { map }: PlanElsewhere,
  { bill, currency, expiries }: PictureBasis,
): WordedModel<CostMapModel> {
  const rows = map.flatMap(({ years, reason, cells }, index) => {
    const expiry = expiries[index];
    if (expiry === undefined) return [];
    const { id, label, colour, chosen } = expiry;
    return [
      {
        expiryId: id,
        label,
        colour,
        chosen,
        days: years * DAYS_PER_YEAR,
        cells: cells.map(cellOf),
        absence: reason === null ? null : noHedgeReasonWords(reason),
      },
    ];
  });
  const all = rows.flatMap(({ cells }) => cells);
  const had = all.filter(({ cost }) => cost !== null).length;
  return {
    model: {
      rows,
      columns: [
        { id: 'execution', label: 'of it spread, slippage, fees, %', decimals: 2 },
        { id: 'day', label: `${currency} a day`, decimals: 2 },
        { id: 'loss', label: 'most that can be lost, %', decimals: 1 },
      ],
      chosenStrike: bill?.floorStrike ?? null,
      unit: '% of holding',
      decimals: 2,
      emptyText: 'no put is listed near the forward',
    },
    text: {
      title: 'Cost of every floor at every expiry',
      howToRead:
        'All-in cost by floor and expiry, the darkest free. Puts below the dashed forward are out of the money. The outlined cell is this plan’s.',
      summary: `${had} of ${all.length} listed floors can be had for this size.`,
    },
  };
}

function cellOf({ strike, moneyness, cost, reason, fillable }: CostCell): CostMapCell {
  const forward = strike / moneyness;
  return {
    strike,
    strikeText: numberText(strike, Number.isInteger(strike) ? 0 : 2),
    percent: 100 * moneyness,
    cost: cost && 100 * cost.share,
    reason: reason === null ? null : reasonText(reason, fillable),
    partly: isPartly(reason) && fillable !== null && fillable > 0,
    figures:
      cost === null
        ? [null, null, null]
        : [(100 * cost.execution) / forward, cost.perDay, 100 * cost.maximumLoss],
  };
}
