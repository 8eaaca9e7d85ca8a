import { coordinate } from '../frame/polyline.ts';
import { verticalBar } from '../frame/mark-shapes.ts';
import { type Rect, clamp } from '../frame/rect.ts';
import { labelHeight, textWidth } from '../frame/text-width.ts';
import type { TimeFrame } from '../frame/time-frame.ts';
import type { StructureStep } from './term-structure-model.ts';

/** The time that one forward vol covers, in pixels. */
export interface PlacedStep {
  readonly step: StructureStep;
  readonly left: number;
  readonly right: number;
  /** Null without a vol and where the axis does not show it. */
  readonly y: number | null;
  /** What the spread leaves, cut at the plot. */
  readonly band: Rect | null;
}

/** A gap that stands out: a pale column named by the dates between which it lies. */
export interface PlacedEvent {
  readonly id: string;
  readonly side: 'high' | 'low';
  readonly column: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedSteps {
  readonly steps: readonly PlacedStep[];
  /** Treads with risers between neighbours. */
  readonly path: string;
  readonly bands: string;
  readonly events: readonly PlacedEvent[];
  /** At the foot of the plot where total variance falls. */
  readonly flags: string;
}

export function placeSteps(steps: readonly StructureStep[], frame: TimeFrame): PlacedSteps {
  const placed = steps.map((step) => placeStep(step, frame));
  return {
    steps: placed,
    path: stairs(placed),
    bands: placed.map(({ band }) => (band === null ? '' : box(band))).join(''),
    events: placeEvents(placed, frame.plot),
    flags: placed
      .filter(({ step }) => step.flag !== null)
      .map(({ left, right }) => flagMark((left + right) / 2, frame.plot.bottom))
      .join(''),
  };
}

function placeStep(step: StructureStep, { x, y, plot }: TimeFrame): PlacedStep {
  const left = step.fromDays === null ? plot.left : x(step.fromDays);
  const right = x(step.toDays);
  const height = step.vol === null ? null : y(step.vol);
  const shown = height !== null && height >= plot.top && height <= plot.bottom;
  return { step, left, right, y: shown ? height : null, band: bandOf(step, { left, right }, { y, plot }) };
}

function bandOf(
  { interval }: StructureStep,
  { left, right }: Pick<Rect, 'left' | 'right'>,
  { y, plot }: Pick<TimeFrame, 'y' | 'plot'>,
): Rect | null {
  if (interval === null) return null;
  const [top, bottom] = [y(interval[1]), y(interval[0])].map((at) => clamp(at, plot.top, plot.bottom));
  if (top === undefined || bottom === undefined || bottom - top < 0.01) return null;
  return { left, right, top, bottom };
}

function box({ left, right, top, bottom }: Rect): string {
  const [l, r, t, b] = [left, right, top, bottom].map(coordinate);
  return `M${l},${t}H${r}V${b}H${l}z`;
}

/** A riser joins two treads only where one begins as the other ends. */
function stairs(steps: readonly PlacedStep[]): string {
  return steps
    .map(({ left, right, y }, i) => {
      if (y === null) return '';
      const before = steps[i - 1];
      const joined = before !== undefined && before.y !== null && Math.abs(before.right - left) < 0.5;
      const tread = `${coordinate(y)}H${coordinate(right)}`;
      return joined ? `V${tread}` : `M${coordinate(left)},${tread}`;
    })
    .join('');
}

/** A small pennant on the axis. */
function flagMark(x: number, bottom: number): string {
  return `${verticalBar(x, bottom - 12, bottom)}M${coordinate(x)},${coordinate(bottom - 12)}l6,3l-6,3z`;
}

/** Names stand at the top of their columns, the strongest first; a name without room is left to the table. */
function placeEvents(steps: readonly PlacedStep[], plot: Rect): readonly PlacedEvent[] {
  const taken: { readonly from: number; readonly to: number; readonly row: number }[] = [];
  return steps.flatMap(({ step, left, right }) => {
    if (step.standing === null || step.fromDays === null) return [];
    const text = `${step.label} ${step.standing === 'high' ? '↑' : '↓'}`;
    const width = textWidth(text);
    const x = clamp((left + right) / 2, plot.left + width / 2, plot.right - width / 2);
    const [from, to] = [x - width / 2 - 6, x + width / 2 + 6];
    const row = [0, 1, 2].find((wanted) =>
      taken.every((other) => other.row !== wanted || other.to <= from || other.from >= to),
    );
    const column = box({ left, right: Math.max(right, left + 1.5), top: plot.top, bottom: plot.bottom });
    const event = { id: step.expiryId, side: step.standing, column };
    if (row === undefined) return [{ ...event, text: '', x, y: plot.top }];
    taken.push({ from, to, row });
    return [{ ...event, text, x, y: plot.top + 8 + row * labelHeight }];
  });
}
