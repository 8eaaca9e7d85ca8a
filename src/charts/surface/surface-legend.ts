import type { Point } from '../frame/rect.ts';
import type { HeatScale } from './heat-scale.ts';

/** The ramp with what its ends mean, in pixels. */
export interface HeatLegend {
  readonly boxes: readonly { readonly level: number; readonly d: string }[];
  readonly ticks: readonly (Point & {
    readonly text: string;
    readonly anchor: 'start' | 'middle' | 'end';
  })[];
}

const top = 18;
const foot = 27;
const baseline = 39;
const longest = 320;

export function surfaceLegend(
  scale: HeatScale | null,
  { left, right }: { readonly left: number; readonly right: number },
): HeatLegend {
  if (scale === null) return { boxes: [], ticks: [] };
  const width = Math.min(longest, right - left);
  const edge = (level: number): number => Math.round(left + (level * width) / scale.levels);
  return {
    boxes: Array.from({ length: scale.levels }, (_, level) => ({
      level,
      d: `M${edge(level)},${top}H${edge(level + 1)}V${foot}H${edge(level)}z`,
    })),
    ticks: scale.ticks.map(({ at, text }) => ({
      text,
      x: left + at * width,
      y: baseline,
      anchor: at === 0 ? 'start' : at === 1 ? 'end' : 'middle',
    })),
  };
}
