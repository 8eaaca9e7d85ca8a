import { ticks } from 'd3-array';
import { type Tick, stepDecimals, thinTicks } from '../frame/axis-ticks.ts';
import { numberText, signedText } from '../number-text.ts';
import type { SurfaceAxisKind } from './surface-model.ts';

const deltaTicks = [0.5, 0.25, 0.75, 0.1, 0.9, 0.03, 0.97];

interface AxisWords {
  /** In plain words with the symbol after, longest first. */
  readonly titles: readonly string[];
  readonly tick: (value: number, decimals: number) => string;
  readonly place: (place: number) => string;
}

const words: Record<SurfaceAxisKind, AxisWords> = {
  log: {
    titles: ['log distance from the forward, ln(K/F)', 'ln(K/F)'],
    tick: signedText,
    place: (place) => `ln(K/F) ${signedText(place, 3)}`,
  },
  moves: {
    titles: [
      'distance from the forward in expected moves, ln(K/F) / σ√T',
      'expected moves, ln(K/F) / σ√T',
      'ln(K/F) / σ√T',
    ],
    tick: signedText,
    place: (place) => `${numberText(Math.abs(place), 2)} moves ${place < 0 ? 'below' : 'above'}`,
  },
  delta: {
    titles: ['delta on the fitted smile, puts from the left, calls from the right, Δ', 'delta, Δ'],
    tick: (value) => `${Math.round(Math.min(value, 1 - value) * 100)}Δ`,
    place: (place) => `${numberText(Math.min(place, 1 - place) * 100, 1)}Δ ${place < 0.5 ? 'put' : 'call'}`,
  },
};

export function surfaceAxisTitles(axis: SurfaceAxisKind): readonly string[] {
  return words[axis].titles;
}

export function surfacePlaceText(axis: SurfaceAxisKind, place: number): string {
  return words[axis].place(place);
}

/** Round places of an axis with their texts. */
export function surfaceTicks(
  axis: SurfaceAxisKind,
  [lo, hi]: readonly [number, number],
  count: number,
): readonly { readonly value: number; readonly text: string }[] {
  const values =
    axis === 'delta' ? deltaTicks.filter((value) => value >= lo && value <= hi) : ticks(lo, hi, count);
  const decimals = stepDecimals(values);
  return values.map((value) => ({ value, text: words[axis].tick(value, decimals) }));
}

export function surfaceXTicks(
  axis: SurfaceAxisKind,
  domain: readonly [number, number],
  at: (place: number) => number,
): readonly Tick[] {
  const count = Math.max(2, Math.min(9, Math.floor((at(domain[1]) - at(domain[0])) / 64)));
  return thinTicks(
    surfaceTicks(axis, domain, count).map(({ value, text }) => ({ value, text, at: at(value) })),
    10,
  );
}
