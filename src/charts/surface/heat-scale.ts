import { quantileSorted } from 'd3-array';
import { clamp } from '../frame/rect.ts';
import { numberText, signedText } from '../number-text.ts';

export const heatLevels = 16;
export const divergingLevels = 15;

/** How values are spread over colours: evenly, by orders of magnitude, or evenly about zero. */
export type HeatSpread = 'linear' | 'log' | 'diverging';

export type HeatDomain = readonly [lo: number, hi: number];

/** Which colour a value has, and what the colours mean. */
export interface HeatScale {
  readonly spread: HeatSpread;
  readonly lo: number;
  readonly hi: number;
  readonly levels: number;
  /** A step of the ramp; values beyond the ends take the end's. */
  readonly levelOf: (value: number) => number;
  /** Share in [0, 1] of the way from one end to the other. */
  readonly shareOf: (value: number) => number;
  /** For the legend, as shares of its length. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/**
 * So much at either end may lie beyond the ramp, so that a few odd values do not bleach all others; more of what is spread
 * about zero, whose far wings are many times what the rest is.
 */
const BEYOND: Readonly<Record<HeatSpread, number>> = { linear: 0.01, log: 0.01, diverging: 0.05 };

/** From where to where colours have to reach for these values; null where there are none they could show. */
export function heatDomain(values: readonly number[], spread: HeatSpread): HeatDomain | null {
  const shown = (spread === 'log' ? values.filter((value) => value > 0) : values).toSorted((a, b) => a - b);
  const [low, high] = [quantileSorted(shown, BEYOND[spread]), quantileSorted(shown, 1 - BEYOND[spread])];
  if (low === undefined || high === undefined) return null;
  const far = Math.max(Math.abs(low), Math.abs(high), 1e-9);
  return spread === 'diverging' ? [-far, far] : widened(low, high, spread);
}

/** A scale for these values; null where there are none it could show. */
export function heatScale(values: readonly number[], spread: HeatSpread, decimals: number): HeatScale | null {
  const domain = heatDomain(values, spread);
  return domain && heatScaleOver(domain, spread, decimals);
}

/** A scale from one end to the other. */
export function heatScaleOver([lo, hi]: HeatDomain, spread: HeatSpread, decimals: number): HeatScale {
  const levels = spread === 'diverging' ? divergingLevels : heatLevels;
  const shareOf =
    spread === 'log'
      ? (value: number) => clamp(Math.log(Math.max(value, lo) / lo) / Math.log(hi / lo), 0, 1)
      : (value: number) => clamp((value - lo) / (hi - lo), 0, 1);
  return {
    spread,
    lo,
    hi,
    levels,
    shareOf,
    levelOf: (value) => Math.min(levels - 1, Math.floor(shareOf(value) * levels)),
    ticks: ticksOf({ spread, lo, hi }, decimals),
  };
}

/** Values that are all the same still need a ramp of some length. */
function widened(low: number, high: number, spread: HeatSpread): HeatDomain {
  if (high > low) return [low, high];
  return spread === 'log' ? [low / 2, low * 2] : [low - 0.5, low + 0.5];
}

function ticksOf(
  { spread, lo, hi }: { readonly spread: HeatSpread; readonly lo: number; readonly hi: number },
  decimals: number,
): HeatScale['ticks'] {
  const text = spread === 'diverging' ? signedText : numberText;
  const at = (share: number): number => (spread === 'log' ? lo * (hi / lo) ** share : lo + (hi - lo) * share);
  const finer = (value: number): number =>
    Math.abs(value) >= 10 || value === 0
      ? decimals
      : Math.max(decimals, 1 - Math.floor(Math.log10(Math.abs(value))));
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = at(share);
    return { at: share, text: text(value, spread === 'log' ? finer(value) : decimals) };
  });
}

/** The colour of a step, as a CSS value for either theme. */
export function heatColour({ spread }: Pick<HeatScale, 'spread'>, level: number): string {
  return `var(--${spread === 'diverging' ? 'diverge' : 'heat'}-${level})`;
}
