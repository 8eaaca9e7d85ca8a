import { smileVol } from '../../smile.ts';
import { durrlemanG } from '../durrleman.ts';
import type { SliceFit } from '../slice-fit.ts';
import type { SliceQuotes } from '../slice-quotes.ts';

/** Root mean square of fitted − true vol in basis points over quotes within two deviations of the forward. */
export function rmseBasisPoints(slice: SliceQuotes, fit: SliceFit, trueVol: (i: number) => number): number {
  let sum = 0;
  let n = 0;
  slice.logStrikes.forEach((k, i) => {
    const truth = trueVol(i);
    if (Math.abs(k) > 2 * truth * Math.sqrt(slice.years)) return;
    sum += (smileVol(fit.smile, k) - truth) ** 2;
    n++;
  });
  return 1e4 * Math.sqrt(sum / Math.max(1, n));
}

/** Points of a dense grid reaching |k| = 5 and beyond where g < 0, and where a slice lies below the one before. */
export function arbitragePoints(fits: readonly (SliceFit | null)[]): { butterfly: number; calendar: number } {
  let butterfly = 0;
  let calendar = 0;
  let before: SliceFit | null = null;
  for (const fit of fits) {
    if (fit === null) continue;
    for (let t = -7; t <= 7; t += 0.02) {
      const k = 0.01 * Math.sinh(t);
      const jet = fit.smile.jet(k);
      if (!(durrlemanG(k, jet) >= -1e-12)) butterfly++;
      if (before !== null && !(jet.w >= before.smile.totalVariance(k) * (1 - 1e-12))) calendar++;
    }
    before = fit;
  }
  return { butterfly, calendar };
}

/** A two-sided quote that the fit misses by more than one tick beyond its spread. */
export interface MissedQuote {
  /** Log-strike in at-the-money deviations. */
  readonly z: number;
  /** Fitted − mid vol and half the spread, decimals. */
  readonly miss: number;
  readonly halfSpread: number;
  readonly outlier: boolean;
}

/** The two-sided quotes within two deviations of the forward, and those outside bid − one tick to ask + one tick. */
export function insideWidenedSpread(
  slice: SliceQuotes,
  fit: SliceFit,
): { readonly quotes: number; readonly missed: readonly MissedQuote[] } {
  const deviation = Math.sqrt(fit.smile.totalVariance(0));
  const missed: MissedQuote[] = [];
  let quotes = 0;
  slice.logStrikes.forEach((k, i) => {
    const bid = slice.bidVols[i]!;
    const ask = slice.askVols[i]!;
    if (!(bid > 0) || !(ask >= bid) || Math.abs(k) > 2 * deviation) return;
    quotes++;
    const vol = smileVol(fit.smile, k);
    const tick = 2 * slice.halfTickVols[i]!;
    if (vol >= bid - tick && vol <= ask + tick) return;
    const outlier = fit.outliers[i] === 1;
    missed.push({ z: k / deviation, miss: vol - (bid + ask) / 2, halfSpread: (ask - bid) / 2, outlier });
  });
  return { quotes, missed };
}
