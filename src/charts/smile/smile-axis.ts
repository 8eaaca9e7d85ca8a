import { ticks } from 'd3-array';
import { type Tick, stepDecimals, thinTicks } from '../frame/axis-ticks.ts';
import { textWidth } from '../frame/text-width.ts';
import { numberText, signedText } from '../number-text.ts';
import type { Domain } from './smile-domain.ts';
import type { SmileAxisKind, SmileModel } from './smile-model.ts';

interface AxisWords {
  /** The axis in plain words with the symbol after, longest first; the picture takes the first that fits. */
  readonly titles: (model: SmileModel) => readonly string[];
  readonly tick: (value: number, decimals: number) => string;
  /** Where a place on the axis is, in words: the crosshair's heading. */
  readonly place: (x: number, model: SmileModel) => string;
}

const words: Record<SmileAxisKind, AxisWords> = {
  strike: {
    titles: ({ strikeUnit }) => [`strike K, ${strikeUnit}`],
    tick: numberText,
    place: (x, { strikeDecimals }) => `strike ${numberText(x, strikeDecimals)}`,
  },
  'percent-of-forward': {
    titles: () => ['strike in % of the forward, K/F', 'strike, % of forward'],
    tick: (value, decimals) => `${numberText(value, decimals)} %`,
    place: (x) => `${numberText(x, 1)} % of forward`,
  },
  'log-moneyness': {
    titles: () => ['log distance from the forward, ln(K/F)', 'ln(K/F)'],
    tick: signedText,
    place: (x) => `ln(K/F) ${signedText(x, 3)}`,
  },
  'expected-moves': {
    titles: () => [
      'distance from the forward in expected moves, ln(K/F) / σ√T',
      'expected moves, ln(K/F) / σ√T',
      'ln(K/F) / σ√T',
    ],
    tick: signedText,
    place: (x) => {
      const moves = numberText(Math.abs(x), 2);
      return Number(moves) === 0 ? 'at the forward' : `${moves} moves ${x < 0 ? 'below' : 'above'}`;
    },
  },
  delta: {
    titles: () => ['delta on the fitted smile, puts from the left, calls from the right, Δ', 'delta, Δ'],
    tick: (value) => `${Math.round(Math.min(value, 1 - value) * 100)}Δ`,
    place: (x) => `${numberText(Math.min(x, 1 - x) * 100, 1)}Δ ${x < 0.5 ? 'put' : 'call'}`,
  },
};

export function axisTitles(model: SmileModel): readonly string[] {
  return words[model.axis].titles(model);
}

export function placeText(model: SmileModel, x: number): string {
  return words[model.axis].place(x, model);
}

const deltaTicks = [0.5, 0.25, 0.75, 0.1, 0.9, 0.05, 0.95];

export function smileXTicks(axis: SmileAxisKind, domain: Domain, at: (x: number) => number): readonly Tick[] {
  const values = axis === 'delta' ? deltaTicks : fittingTicks(axis, domain, at);
  const decimals = axis === 'delta' ? 0 : stepDecimals(values);
  const placed = values
    .filter((value) => value >= domain[0] && value <= domain[1])
    .map((value) => ({ value, at: at(value), text: words[axis].tick(value, decimals) }));
  return thinTicks(placed, 10);
}

function fittingTicks(axis: SmileAxisKind, domain: Domain, at: (x: number) => number): number[] {
  const length = at(domain[1]) - at(domain[0]);
  for (let count = Math.min(9, Math.floor(length / 46)); count > 2; count--) {
    const values = ticks(domain[0], domain[1], count);
    const decimals = stepDecimals(values);
    const widest = Math.max(0, ...values.map((value) => textWidth(words[axis].tick(value, decimals))));
    if (values.length * (widest + 18) <= length) return values;
  }
  return ticks(domain[0], domain[1], 2);
}
