import type { ChartFocus } from '../focus/chart-focus.ts';
import { expiryReading } from '../focus/expiry-reading.ts';
import type { Reading } from '../focus/reading.ts';
import { type ReadoutCell, plainCell } from '../frame/readout.ts';
import { numberText, signedText } from '../number-text.ts';
import type { CostCurveModel } from './cost-curve-model.ts';
import type { CostCurveGeometry } from './geometry.ts';

export function readCost(
  model: CostCurveModel,
  { points, frame }: CostCurveGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const at = points.find(({ expiryId }) => expiryId === focus.expiryId);
  if (at === undefined) return null;
  const { point, x, y } = at;
  const { decimals, unit, columns } = model;
  const { label, cost, execution, note } = point;
  const value = cost === null ? null : cost - (execution ?? 0);
  const named = [
    [`All in, ${unit}`, cost, null],
    ['value', value, 'var(--put)'],
    ['execution', execution, 'var(--call)'],
  ] as const;
  const pinned = points.find(({ expiryId }) => expiryId === base?.expiryId)?.point;
  const change =
    pinned === undefined || pinned === point || pinned.cost === null || cost === null
      ? []
      : [`${signedText(cost - pinned.cost, decimals)} from pinned ${pinned.label}`];
  const notes = [...(note === null ? [] : [note]), ...change];
  const further = columns.map((column, i) => ({
    name: column.label,
    text: numberText(point.figures[i] ?? null, column.decimals),
  }));
  const spoken =
    cost === null
      ? [label, 'cannot be had']
      : [
          `${label}: all in ${numberText(cost, decimals)} ${unit}, value ${numberText(value, decimals)}, execution ${numberText(execution, decimals)}`,
          ...further.map(({ name, text }) => `${name} ${text}`),
        ];
  return expiryReading(
    frame,
    { x, y, dots: y === null ? [] : [{ x, y, colour: point.colour }] },
    {
      heading: label,
      rows:
        cost === null
          ? []
          : [
              ...named.map(([name, amount, colour]): readonly ReadoutCell[] => [
                { text: name, colour, strong: false },
                plainCell(numberText(amount, decimals), true),
              ]),
              ...further.map(({ name, text }) => [plainCell(name), plainCell(text)]),
            ],
      notes,
      brief: `${label} ${numberText(cost, decimals)}`,
      spoken: [...spoken, ...notes].join('; '),
    },
  );
}
