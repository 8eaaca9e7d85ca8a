import { scaleLog } from 'd3-scale';
import { type Tick, thinTicks } from '../frame/axis-ticks.ts';
import { numberText } from '../number-text.ts';

export interface SizeAxis {
  readonly at: (size: number) => number;
  readonly ticks: readonly Tick[];
}

const steps = [1, 3];
const breathe = 1.25;

/** Sizes on a logarithmic axis between two pixels, with ones and threes named. */
export function logSizeAxis(sizes: readonly number[], [from, to]: readonly [number, number]): SizeAxis {
  const known = sizes.filter((size) => size > 0);
  const [lo, hi] = known.length === 0 ? [1, 1] : [Math.min(...known), Math.max(...known)];
  const scale = scaleLog([lo / breathe, hi * breathe], [from, to]);
  const [first, last] = [Math.floor(Math.log10(lo)), Math.ceil(Math.log10(hi))];
  const ticks: Tick[] = [];
  for (const step of steps)
    for (let power = first; power <= last; power++) {
      const value = step * 10 ** power;
      if (value < lo / breathe || value > hi * breathe) continue;
      ticks.push({ value, at: scale(value), text: numberText(value, Math.max(0, -power)) });
    }
  return { at: (size) => scale(size), ticks: thinTicks(ticks, 14) };
}
