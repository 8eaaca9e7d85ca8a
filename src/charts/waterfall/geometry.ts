import { scaleLinear } from 'd3-scale';
import type { Rect, Size } from '../frame/rect.ts';
import { textWidth } from '../frame/text-width.ts';
import { numberText } from '../number-text.ts';
import type { WaterfallModel, WaterfallTone } from './waterfall-model.ts';

/** One row in pixels. */
export interface PlacedStep {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly tone: WaterfallTone | 'total';
  readonly y: number;
  /** Null where the value is not known. */
  readonly bar: Rect | null;
  readonly textX: number;
  readonly textAnchor: 'start' | 'end';
  /** Down to the next row, where that begins; null after the last. */
  readonly link: string | null;
}

export interface WaterfallGeometry {
  readonly size: Size;
  readonly labelX: number;
  readonly zero: number;
  readonly rows: readonly PlacedStep[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly axisY: number;
  readonly unit: string;
}

const ROW = 32;
const BAR = 18;
const TOP = 6;
const FOOT = 34;
const GAP = 8;

/** As tall as its rows need. */
export function waterfallHeight({ steps }: WaterfallModel): number {
  return TOP + (steps.length + 1) * ROW + FOOT;
}

/** Where each step begins and ends, the total from zero. */
function spans({ steps, total }: WaterfallModel): readonly (readonly [number, number])[] {
  let reached = 0;
  const each = steps.map(({ value }): readonly [number, number] => {
    const from = reached;
    reached += value ?? 0;
    return [from, reached];
  });
  return [...each, [0, total.value]];
}

/** Rows of bars, each from where the one before ended. */
export function waterfallGeometry(model: WaterfallModel, size: Size): WaterfallGeometry {
  const rows = [...model.steps, { id: 'total', ...model.total, tone: 'total' as const }];
  const labels = Math.max(...rows.map(({ label }) => textWidth(label)));
  const figures = Math.max(...rows.map(({ text }) => textWidth(text)));
  const ends = spans(model);
  const low = Math.min(0, ...ends.flat());
  const high = Math.max(0, ...ends.flat());
  const left = labels + 14;
  const scale = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .range([left + (low < 0 ? figures + GAP : 0), Math.max(left + 40, size.width - figures - GAP)]);
  const axisY = TOP + rows.length * ROW;
  return {
    size,
    labelX: 0,
    zero: scale(0),
    axisY,
    unit: model.unit,
    ticks: scale.ticks(Math.max(2, Math.floor((size.width - left) / 110))).map((value) => ({
      at: scale(value),
      text: numberText(value, Number.isInteger(value) ? 0 : model.decimals),
    })),
    rows: rows.map(({ id, label, text, tone, value }, index) => {
      const [from, to] = ends[index] ?? [0, 0];
      const [a, b] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
      const y = TOP + index * ROW + ROW / 2;
      const known = value !== null;
      const backward = known && to < from;
      return {
        id,
        label,
        text,
        tone,
        y,
        bar: known ? { left: a, right: Math.max(b, a + 1), top: y - BAR / 2, bottom: y + BAR / 2 } : null,
        textX: backward ? a - GAP : b + GAP,
        textAnchor: backward ? 'end' : 'start',
        link: index < rows.length - 1 ? `M${scale(to)},${y + BAR / 2}V${y + ROW - BAR / 2}` : null,
      };
    }),
  };
}
