import { quantile } from 'd3-array';
import { clamp } from '../frame/rect.ts';
import { numberText, signedText } from '../number-text.ts';
import { divergingLevels, heatColour, heatLevels } from '../surface/heat-scale.ts';

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
 * From zero up, or to both sides of zero where some cost is received; spread by the square root, since costs of
 * neighbouring strikes differ by factors.
 */
export function costRamp(costs: readonly number[], decimals: number): CostRamp | null {
  if (costs.length === 0) return null;
  const top = Math.max(quantile(costs.map(Math.abs), 1 - beyond) ?? 0, 1e-9);
  const root = (cost: number): number => Math.sign(cost) * clamp(Math.sqrt(Math.abs(cost) / top), 0, 1);
  const signed = costs.some((cost) => cost < 0);
  const levels = signed ? divergingLevels : heatLevels;
  const spread = signed ? 'diverging' : 'linear';
  const colours = Array.from({ length: levels }, (_, level) => heatColour({ spread }, level));
  const shareOf = (cost: number): number => (signed ? (root(cost) + 1) / 2 : root(cost));
  return {
    colours,
    colourOf: (cost) => colours[Math.min(levels - 1, Math.floor(shareOf(cost) * levels))] ?? '',
    ticks: [0, 0.5, 1].map((at) => ({
      at,
      text: signed
        ? signedText((2 * at - 1) * top, decimals)
        : `${numberText(at * at * top, decimals)}${at === 1 ? '+' : ''}`,
    })),
  };
}
