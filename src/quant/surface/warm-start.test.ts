import { expect, it } from 'vitest';
import { smileVol } from '../smile.ts';
import { fitSurface } from './fit-surface.ts';
import type { SliceFit } from './slice-fit.ts';
import type { SliceQuotes } from './slice-quotes.ts';
import { seededUniform, simulatedChain } from './testing/simulated-chain.ts';

function copied(slice: SliceQuotes): SliceQuotes {
  return {
    years: slice.years,
    logStrikes: slice.logStrikes.slice(),
    bidVols: slice.bidVols.slice(),
    askVols: slice.askVols.slice(),
    halfTickVols: slice.halfTickVols.slice(),
  };
}

function largestMove(from: readonly (SliceFit | null)[], to: readonly (SliceFit | null)[]): number {
  let move = 0;
  from.forEach((fit, i) => {
    const deviation = Math.sqrt(fit!.smile.totalVariance(0));
    for (let z = -2; z <= 2; z += 0.25)
      move = Math.max(
        move,
        Math.abs(smileVol(fit!.smile, z * deviation) - smileVol(to[i]!.smile, z * deviation)),
      );
  });
  return move;
}

it('gives the very same fits when nothing has moved', () => {
  const slices = simulatedChain('event', 7).map((slice) => slice.quotes);
  const first = fitSurface(slices);
  const second = fitSurface(slices.map(copied), { previous: first });
  expect(second).toEqual(first);
  expect(largestMove(first, second)).toBe(0);
});

it('hardly moves when a second has passed, event smiles included', () => {
  for (const family of ['essvi', 'event'] as const) {
    const slices = simulatedChain(family, 7).map((slice) => slice.quotes);
    const first = fitSurface(slices);
    const later = slices.map((slice) =>
      Object.assign(copied(slice), { years: slice.years - 1 / (365 * 86_400) }),
    );
    const second = fitSurface(later, { previous: first });
    expect(second.map((fit) => fit!.model)).toEqual(first.map((fit) => fit!.model));
    expect(largestMove(first, second)).toBeLessThan(2e-4);
  }
});

it('moves no further than a cold fit when quotes do move', () => {
  const uniform = seededUniform(5);
  const slices = simulatedChain('essvi', 9).map((slice) => slice.quotes);
  const moved = slices.map((slice) => {
    const shift = slice.bidVols.map(() => 0.0004 * (uniform() - 0.5));
    const bidVols = slice.bidVols.map((vol, i) => vol + shift[i]!);
    return Object.assign(copied(slice), { bidVols, askVols: slice.askVols.map((vol, i) => vol + shift[i]!) });
  });
  const warm = fitSurface(moved, { previous: fitSurface(slices) });
  expect(largestMove(fitSurface(moved), warm)).toBeLessThan(1e-3);
});

it('takes fits that it has not made, and lists of another length, as mere hints', () => {
  const slices = simulatedChain('essvi', 4).map((slice) => slice.quotes);
  const first = fitSurface(slices);
  const foreign = first.map((fit) => Object.assign({}, fit));
  expect(largestMove(first, fitSurface(slices, { previous: foreign }))).toBeLessThan(1e-3);
  expect(largestMove(first, fitSurface(slices, { previous: first.slice(0, 3) }))).toBeLessThan(1e-3);
});
