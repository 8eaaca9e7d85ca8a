import { quantile } from 'd3-array';
import { clamp } from '../frame/rect.ts';
import { numberText } from '../number-text.ts';
import { heatColour, heatLevels, heatScale } from '../surface/heat-scale.ts';

/** Colours of costs. */
export interface CostRamp {
  readonly colourOf: (cost: number) => string;
  /** Near end first. */
  readonly colours: readonly string[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** So much may lie beyond the ramp, so that strikes far in the money do not darken all others. */
const beyond = 0.05;

/**
 * From zero up, spread by the square root since costs of neighbouring strikes differ by factors; where some cost is
 * received, evenly to both sides of zero.
 */
export function costRamp(costs: readonly number[], decimals: number): CostRamp | null {
  if (costs.length === 0) return null;
  if (costs.some((cost) => cost < 0)) return aboutZero(costs, decimals);
  const top = Math.max(quantile(costs, 1 - beyond) ?? 0, 1e-9);
  const shareOf = (cost: number): number => clamp(Math.sqrt(cost / top), 0, 1);
  const colours = Array.from({ length: heatLevels }, (_, level) => heatColour({ spread: 'linear' }, level));
  return {
    colours,
    colourOf: (cost) => colours[Math.min(heatLevels - 1, Math.floor(shareOf(cost) * heatLevels))] ?? '',
    ticks: [0, 0.5, 1].map((at) => ({
      at,
      text: `${numberText(at * at * top, decimals)}${at === 1 ? '+' : ''}`,
    })),
  };
}

function aboutZero(costs: readonly number[], decimals: number): CostRamp | null {
  const scale = heatScale(costs, 'diverging', decimals);
  if (scale === null) return null;
  return {
    colours: Array.from({ length: scale.levels }, (_, level) => heatColour(scale, level)),
    colourOf: (cost) => heatColour(scale, scale.levelOf(cost)),
    ticks: scale.ticks,
  };
}
