import { executionOf } from '#analytics/protection/cost-map.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import type { ExpiryAnswer } from '#analytics/protection/plan-answer.ts';
import type { PlanElsewhere } from '#analytics/protection/protection-study.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import type { CostCurveModel, CostPoint } from '#charts/cost-curve/cost-curve-model.ts';
import { numberText } from '#charts/number-text.ts';
import { COST_UNITS, type CostUnit } from '#state/selection.ts';
import {
  type PictureBasis,
  type WordedModel,
  amountDecimals,
  reasonText,
  unknownText,
} from './picture-words.ts';

interface UnitWords {
  readonly name: (currency: string) => string;
  /** From an amount of the quote currency per unit held. */
  readonly of: (perUnit: number, bill: HedgeBill) => number;
  /** Whether a longer term can be compared with a shorter one by it. */
  readonly compares: boolean;
}

const UNITS: Readonly<Record<CostUnit, UnitWords>> = {
  day: {
    name: (currency) => `${currency} a day`,
    of: (perUnit, { amount, years }) => (perUnit * amount) / (years * DAYS_PER_YEAR),
    compares: true,
  },
  share: {
    name: () => '% of holding',
    of: (perUnit, { forward }) => (100 * perUnit) / forward,
    compares: false,
  },
  year: {
    name: () => '% of holding a year',
    of: (perUnit, { forward, years }) => (100 * perUnit) / forward / years,
    compares: true,
  },
};

/** The same plan at every listed expiry, in one unit; the others stand beside it in readout and table. */
export function costByExpiry(
  { everyExpiry }: PlanElsewhere,
  { expiries, currency }: PictureBasis,
  unit: CostUnit,
): WordedModel<CostCurveModel> {
  const { name, compares } = UNITS[unit];
  const points = everyExpiry.flatMap((one, index): readonly CostPoint[] => {
    const expiry = expiries[index];
    return expiry === undefined ? [] : [pointOf(one, expiry, unit)];
  });
  const costs = points.flatMap(({ cost }) => (cost === null ? [] : [cost]));
  const dayDecimals = amountDecimals(
    everyExpiry.flatMap(({ answer }) => (answer.ok ? [answer.value.total.perDay] : [])),
  );
  const cheapest =
    compares && costs.length > 1 ? points.find(({ cost }) => cost === Math.min(...costs)) : undefined;
  const model: CostCurveModel = {
    axis: 'days',
    axisName: 'days',
    points,
    columns: [
      ...othersOf(unit).map((other) => ({
        id: other,
        label: UNITS[other].name(currency),
        decimals: other === 'day' ? dayDecimals : 2,
      })),
      { id: 'rolls', label: '% a year in whole rolls', decimals: 2 },
      { id: 'loss', label: 'most that can be lost, %', decimals: 1 },
      { id: 'break-even', label: `break-even, ${currency}`, decimals: 0 },
    ],
    marks: marksOf(points, cheapest),
    limit: null,
    unit: name(currency),
    decimals: unit === 'day' ? dayDecimals : 2,
    emptyText: 'this floor cannot be had at any listed expiry',
  };
  const text = {
    title: 'Same protection, every expiry',
    howToRead:
      'All-in cost by time to expiry: below what the hedge is worth, on top spread, slippage and fees. Hatched where it cannot be had.',
    summary: summaryOf(model, cheapest),
  };
  return { model, text };
}

function othersOf(unit: CostUnit): readonly CostUnit[] {
  return COST_UNITS.filter((other) => other !== unit);
}

function pointOf(
  { years, answer }: ExpiryAnswer,
  expiry: PictureBasis['expiries'][number],
  unit: CostUnit,
): CostPoint {
  const place = { ...expiry, x: years * DAYS_PER_YEAR };
  if (!answer.ok) {
    const { reason, fillable } = answer.error;
    return { ...place, cost: null, execution: null, note: reasonText(reason, fillable), figures: [] };
  }
  const bill = answer.value;
  return {
    ...place,
    cost: UNITS[unit].of(bill.total.perUnit, bill),
    execution: UNITS[unit].of(executionOf(bill.parts), bill),
    note: unknownText(bill),
    figures: [
      ...othersOf(unit).map((other) => UNITS[other].of(bill.total.perUnit, bill)),
      100 * bill.amortisation.annualRolls.share,
      100 * bill.maximumLoss.share,
      bill.breakEvens[0] ?? null,
    ],
  };
}

function marksOf(points: readonly CostPoint[], cheapest: CostPoint | undefined): CostCurveModel['marks'] {
  return points
    .filter((point) => point.cost !== null && (point === cheapest || point.chosen))
    .map((point) => {
      const words = [...(point.chosen ? ['this plan'] : []), ...(point === cheapest ? ['cheapest'] : [])];
      return { id: point.id, text: `${point.label}, ${words.join(' and ')}` };
    });
}

function summaryOf(
  { points, unit, decimals, emptyText }: CostCurveModel,
  cheapest: CostPoint | undefined,
): string {
  const missing = points.filter(({ cost }) => cost === null).length;
  if (missing === points.length) return `Of ${points.length} listed expiries none: ${emptyText}.`;
  const least =
    cheapest === undefined
      ? ''
      : `Cheapest at ${cheapest.label}: ${numberText(cheapest.cost, decimals)} ${unit}. `;
  return `${least}${points.length - missing} of ${points.length} expiries give a bill.`;
}
