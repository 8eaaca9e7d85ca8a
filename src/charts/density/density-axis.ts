import { ticks } from 'd3-array';
import { type Tick, stepDecimals, thinTicks } from '../frame/axis-ticks.ts';
import { numberText, signedText } from '../number-text.ts';
import type { Domain } from './density-domain.ts';
import type { DensityAxisKind, DensityModel } from './density-model.ts';

interface AxisWords {
  /** The axis in plain words with the symbol after, longest first; the picture takes the first that fits. */
  readonly titles: (model: DensityModel) => readonly string[];
  readonly tick: (value: number, decimals: number) => string;
  /** Where a place on the axis is, in words. */
  readonly place: (x: number, model: DensityModel) => string;
}

const words: Record<DensityAxisKind, AxisWords> = {
  price: {
    titles: ({ priceUnit }) => [`price at expiry S, ${priceUnit}`],
    tick: numberText,
    place: (x, { priceDecimals, priceUnit }) => `${numberText(x, priceDecimals)} ${priceUnit}`,
  },
  percent: {
    titles: () => ['price at expiry in % of the forward, S/F', 'price, % of forward'],
    tick: (value, decimals) => `${numberText(value, decimals)} %`,
    place: (x) => `${numberText(x, 1)} % of forward`,
  },
  log: {
    titles: () => ['log return to expiry from the forward, ln(S/F)', 'log return, ln(S/F)'],
    tick: (value, decimals) => `${signedText(value, decimals)} %`,
    place: (x) => `log return ${signedText(x, 1)} %`,
  },
  moves: {
    titles: () => [
      'distance from the forward in expected moves, ln(S/F) / σ√T',
      'expected moves, ln(S/F) / σ√T',
      'ln(S/F) / σ√T',
    ],
    tick: signedText,
    place: (x) => {
      const moves = numberText(Math.abs(x), 2);
      return Number(moves) === 0 ? 'at the forward' : `${moves} moves ${x < 0 ? 'below' : 'above'}`;
    },
  },
};

export function densityAxisTitles(model: DensityModel): readonly string[] {
  return words[model.axis].titles(model);
}

export function densityPlaceText(model: DensityModel, x: number): string {
  return words[model.axis].place(x, model);
}

export function densityXTicks(
  axis: DensityAxisKind,
  domain: Domain,
  at: (x: number) => number,
): readonly Tick[] {
  const length = at(domain[1]) - at(domain[0]);
  const placed = (count: number): readonly Tick[] => {
    const values = ticks(domain[0], domain[1], count);
    const decimals = stepDecimals(values);
    return values.map((value) => ({ value, at: at(value), text: words[axis].tick(value, decimals) }));
  };
  // Coarser steps rather than gaps: a reader takes ticks for even.
  for (let count = Math.max(2, Math.min(9, Math.floor(length / 56))); count > 1; count--) {
    const even = placed(count);
    if (thinTicks(even, gap).length === even.length) return even;
  }
  return thinTicks(placed(2), gap);
}

const gap = 10;
