import { minIndex } from 'd3-array';
import type { ChartFocus } from '../focus/chart-focus.ts';
import type { Reading, Step } from '../focus/reading.ts';
import { type ReadoutCell, placeReadout, plainCell } from '../frame/readout.ts';
import { type Point, clamp } from '../frame/rect.ts';
import { numberText, signedText } from '../number-text.ts';
import { type OutcomeCurveGeometry, outcomeColours } from './geometry.ts';
import type { OutcomeCurveModel } from './outcome-curve-model.ts';

/** Places are told by their rank: `outcome 12`. */
function focusOn(index: number): ChartFocus {
  return { expiryId: 'outcome', x: null, pointId: `outcome ${index}` };
}

function indexOf(focus: ChartFocus | null): number | null {
  return focus?.pointId?.startsWith('outcome ') ? Number(focus.pointId.slice(8)) : null;
}

export function findOutcome({ xs, plot }: OutcomeCurveGeometry, at: Point): ChartFocus | null {
  if (xs.length < 2 || at.x < plot.left - 12 || at.x > plot.right + 12) return null;
  return focusOn(minIndex(xs, (x) => Math.abs(x - at.x)));
}

/** ← ↓ to a lower place, → ↑ to a higher one; from nowhere to the middle. */
export function stepOutcome(
  { xs }: OutcomeCurveGeometry,
  from: ChartFocus | null,
  step: Step,
): ChartFocus | null {
  if (xs.length < 2) return null;
  const index = indexOf(from);
  if (index === null) return focusOn(Math.floor(xs.length / 2));
  return focusOn(clamp(index + (step === 'left' || step === 'down' ? -1 : 1), 0, xs.length - 1));
}

export function readOutcome(
  model: OutcomeCurveModel,
  geometry: OutcomeCurveGeometry,
  focus: ChartFocus,
  base: ChartFocus | null,
): Reading | null {
  const index = indexOf(focus);
  const x = index === null ? undefined : geometry.xs[index];
  if (index === null || x === undefined) return null;
  const { plot, size, lines } = geometry;
  const heading = placeText(model, index);
  const figures = figuresAt(model, index);
  const notes = changeOf(model, index, indexOf(base));
  const dots = lines.flatMap(({ line, points }) => {
    const at = points[index];
    return at === undefined ? [] : [{ ...at, colour: outcomeColours[line.tone] }];
  });
  const rows = figures.map(({ name, text, colour }): readonly ReadoutCell[] => [
    { text: name, colour, strong: false },
    plainCell(text, colour !== null),
  ]);
  const room = { left: 0, right: size.width, top: plot.top, bottom: size.height, names: plot.right };
  const spoken = [
    `${heading}, ${model.unit}`,
    ...figures.map(({ name, text }) => `${name} ${text}`),
    ...notes,
  ];
  return {
    x,
    dots,
    emphasis: null,
    readout: placeReadout({ heading, columns: [], rows, notes }, { x, y: dots[0]?.y ?? plot.top }, room),
    brief: null,
    spoken: spoken.join('; '),
    share: ((x - plot.left) / (plot.right - plot.left)) * 100,
  };
}

function placeText({ axis, xs }: OutcomeCurveModel, index: number): string {
  return `${(axis.signed ? signedText : numberText)(xs[index] ?? null, axis.decimals)} ${axis.unit}`;
}

function figuresAt({ lines, columns, decimals }: OutcomeCurveModel, index: number) {
  return [
    ...lines.map(({ name, values, tone }) => ({
      name,
      text: signedText(values[index] ?? null, decimals),
      colour: outcomeColours[tone],
    })),
    ...columns.map(({ label, values, decimals: fine }) => ({
      name: label,
      text: numberText(values[index] ?? null, fine),
      colour: null,
    })),
  ];
}

function changeOf(model: OutcomeCurveModel, index: number, pinned: number | null): readonly string[] {
  const main = model.lines.find(({ tone }) => tone === 'main');
  if (main === undefined || pinned === null || pinned === index) return [];
  const [here, there] = [main.values[index], main.values[pinned]];
  if (here === undefined || there === undefined) return [];
  return [`${main.name} ${signedText(here - there, model.decimals)} from pinned ${placeText(model, pinned)}`];
}
