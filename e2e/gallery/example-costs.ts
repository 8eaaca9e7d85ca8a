import type { CostCurveModel, CostPoint } from '#charts/cost-curve/cost-curve-model.ts';
import { expiryColour } from '#charts/expiry-colour.ts';

const listed = [1.2, 2.2, 3.2, 9, 16, 23, 51, 79, 170, 261, 352];
const sizes = [0.1, 0.3, 1, 3, 10, 20, 30, 50, 100, 300, 1000];

export const costText = {
  title: 'Same protection, every expiry',
  howToRead: 'All-in cost of the floor at each listed expiry; hatched where it cannot be had',
  summary: 'Cheapest a day at 28 AUG.',
};

/** The same floor at eleven expiries or those of these days; `scale` turns the cost into a receipt below zero. */
export function exampleCosts(
  unfillable: ReadonlyMap<number, string> = new Map(),
  { scale = 1, days = listed }: { readonly scale?: number; readonly days?: readonly number[] } = {},
): CostCurveModel {
  const points = days.map((at, i): CostPoint => {
    const note = unfillable.get(i) ?? null;
    const execution = 4 + 60 / (at + 4);
    const cost = scale * (52 * Math.exp(-((Math.log(at) - 3.5) ** 2) / 4) + 6) + execution;
    return {
      id: String(at),
      label: `${Math.round(at)}D`,
      x: at,
      colour: expiryColour(i, days.length),
      cost: note === null ? cost : null,
      execution: note === null ? execution : null,
      note,
      figures: [note === null ? at * 0.08 : null, note === null ? 15 + at / 50 : null],
      chosen: i === 5,
    };
  });
  return {
    axis: 'days',
    axisName: 'days',
    points,
    columns: [
      { id: 'share', label: '% of holding', decimals: 2 },
      { id: 'loss', label: 'most lost, %', decimals: 1 },
    ],
    marks: [{ id: String(days.at(-1)), text: `${Math.round(days.at(-1) ?? 0)}D, cheapest` }],
    limit: null,
    unit: 'USD a day',
    decimals: 1,
    emptyText: 'no expiry gives this floor',
  };
}

/** Unit cost over size, with a book that ends at `limit` units. */
export function exampleSizes(limit: number): CostCurveModel {
  const words = `cannot fill beyond ${limit} BTC`;
  const points = sizes.map((amount): CostPoint => {
    const held = amount <= limit;
    const execution = held ? 0.1 + 0.05 * Math.log1p(amount) : null;
    return {
      id: String(amount),
      label: `${amount} BTC`,
      x: amount,
      colour: 'var(--text)',
      cost: execution === null ? null : 1.4 + execution,
      execution,
      note: held ? null : words,
      figures: [],
      chosen: amount === 10,
    };
  });
  return {
    axis: 'size',
    axisName: 'BTC held',
    points,
    columns: [],
    marks: [{ id: '10', text: '10 BTC, this plan' }],
    limit: { x: limit, text: words },
    unit: '% of holding',
    decimals: 2,
    emptyText: 'no size can be filled',
  };
}
