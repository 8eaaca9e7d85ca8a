import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fitSurface } from './fit-surface.ts';
import type { SliceQuotes } from './slice-quotes.ts';
import { arbitragePoints, rmseBasisPoints } from './testing/surface-score.ts';

interface ReferenceSlice {
  readonly years: number;
  readonly logStrikes: readonly number[];
  readonly bidVols: readonly (number | null)[];
  readonly askVols: readonly (number | null)[];
  readonly halfTickVols: readonly number[];
  readonly trueVols: readonly number[];
  readonly stale: readonly number[];
}
interface Reference {
  readonly chains: readonly {
    readonly family: string;
    readonly seed: number;
    readonly slices: readonly ReferenceSlice[];
  }[];
}

const reference = JSON.parse(
  readFileSync(new URL('surface.reference.json', import.meta.url), 'utf8'),
) as Reference;

function quotesOf(slice: ReferenceSlice): SliceQuotes {
  const sided = (vols: readonly (number | null)[]): Float64Array =>
    Float64Array.from(vols, (vol) => vol ?? NaN);
  return {
    years: slice.years,
    logStrikes: Float64Array.from(slice.logStrikes),
    bidVols: sided(slice.bidVols),
    askVols: sided(slice.askVols),
    halfTickVols: Float64Array.from(slice.halfTickVols),
  };
}

it.each(reference.chains)(
  'recovers the true smiles of reference chain $family $seed',
  ({ family, slices }) => {
    const quotes = slices.map(quotesOf);
    const fits = fitSurface(quotes);
    const errors = quotes.map((slice, i) => rmseBasisPoints(slice, fits[i]!, (j) => slices[i]!.trueVols[j]!));
    errors.sort((p, q) => p - q);
    expect(errors[errors.length >> 1]).toBeLessThan(family === 'essvi' ? 15 : 25);
    expect(errors.at(-1)).toBeLessThan(60);
    expect(arbitragePoints(fits)).toEqual({ butterfly: 0, calendar: 0 });
    fits.forEach((fit, i) =>
      fit!.outliers.forEach((flag, j) => {
        if (flag === 1) expect(slices[i]!.stale[j]).toBe(1);
      }),
    );
  },
);
