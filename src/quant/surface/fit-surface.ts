import { fitEssviSlice } from '../essvi/backbone.ts';
import { type EssviSlice, essviToRawSvi } from '../essvi/essvi-slice.ts';
import { type RawSvi, rawSviSmile, sviTotalVarianceUnchecked } from '../svi/raw-svi.ts';
import { sviButterfly } from '../svi/svi-butterfly.ts';
import { sviCoordinates, sviFromCoordinates } from '../svi/svi-problem.ts';
import { plainTargets } from './curve-targets.ts';
import { fitSviSlice, repairButterflies } from './fit-svi-slice.ts';
import { type Observations, observe, TWO_SIDED } from './observations.ts';
import type { SliceFit } from './slice-fit.ts';
import type { SliceQuotes } from './slice-quotes.ts';

/** How a surface is fitted. */
export interface FitSurfaceOptions {
  /** The fits of the previous snapshot, expiry by expiry, to start from; null where there was none. */
  readonly previous?: readonly (SliceFit | null)[];
}

/** Fewest two-sided quotes a slice can be fitted to at all, and to a curve of its own. */
export const LEAST_QUOTES = 3;
export const LEAST_QUOTES_SVI = 6;

/** Why `fitSurface` gives no fit for a slice. */
export type SliceRefusal = 'time to expiry was not positive' | 'fewer than 3 two-sided quotes';

/** The reason why `fitSurface` would give null for this slice, or null when it will be fitted. */
export function sliceRefusal(quotes: SliceQuotes): SliceRefusal | null {
  if (!(quotes.years > 0) || !Number.isFinite(quotes.years)) return 'time to expiry was not positive';
  const observations = observe(quotes);
  return observations === null || observations.twoSided < LEAST_QUOTES
    ? 'fewer than 3 two-sided quotes'
    : null;
}

/**
 * Fits a smile to every expiry of one underlying. One entry a slice, in the order given; null where `sliceRefusal`
 * names a reason. Never throws on outside data and never yields a non-finite parameter.
 */
export function fitSurface(
  slices: readonly SliceQuotes[],
  _options: FitSurfaceOptions = {},
): readonly (SliceFit | null)[] {
  const fits: (SliceFit | null)[] = slices.map(() => null);
  const order = slices.map((_, i) => i).sort((i, j) => slices[i]!.years - slices[j]!.years);
  let earlier: RawSvi | null = null;
  for (const i of order) {
    const observations = observe(slices[i]!);
    if (observations === null || observations.twoSided < LEAST_QUOTES) continue;
    const { raw, fit } = fitAlone(slices[i]!, observations, earlier);
    fits[i] = fit;
    earlier = raw;
  }
  return fits;
}

function fitAlone(
  quotes: SliceQuotes,
  observations: Observations,
  earlier: RawSvi | null,
): { raw: RawSvi; fit: SliceFit } {
  const targets = plainTargets(observations);
  const backbone: EssviSlice = fitEssviSlice(observations, targets);
  const haven = sviCoordinates(essviToRawSvi(backbone), observations.scale);
  const ownCurve = observations.twoSided >= LEAST_QUOTES_SVI;
  const found = ownCurve
    ? repairButterflies(targets, fitSviSlice(targets, haven), haven)
    : { x: haven, converged: true };
  const raw = sviFromCoordinates(found.x, observations.scale);
  const { minG, free } = sviButterfly(raw);
  const outliers = new Uint8Array(quotes.logStrikes.length);
  for (let i = 0; i < observations.count; i++)
    if (targets.active[i] === 0) outliers[observations.source[i]!] = 1;
  const fit: SliceFit = {
    smile: rawSviSmile(raw, quotes.years),
    bidSmile: null,
    askSmile: null,
    model: ownCurve ? 'svi' : 'essvi',
    parameters: ownCurve ? { ...raw } : { ...backbone },
    ...quality(observations, targets.active, raw),
    converged: found.converged,
    butterflyFree: free,
    minG,
    calendarFree: earlier === null || calendarFree(earlier, raw),
    outliers,
    note: ownCurve
      ? null
      : 'too few quotes for a curve of its own: the smile leans on the shape typical of smiles',
  };
  return { raw, fit };
}

function quality(
  o: Observations,
  active: Uint8Array,
  raw: RawSvi,
): Pick<SliceFit, 'rmse' | 'insideBidAsk' | 'quotes'> {
  let squares = 0;
  let inside = 0;
  let quotes = 0;
  for (let i = 0; i < o.count; i++) {
    if (active[i] === 0 || o.kind[i] !== TWO_SIDED) continue;
    const w = sviTotalVarianceUnchecked(raw, o.z[i]! * o.scale.rootW0);
    const y = Math.sqrt(w / o.scale.w0);
    quotes++;
    squares += (y - o.y[i]!) ** 2;
    if (y >= o.bid[i]! && y <= o.ask[i]!) inside++;
  }
  const n = Math.max(1, quotes);
  return { rmse: Math.sqrt(squares / n) * o.scale.vol0, insideBidAsk: inside / n, quotes };
}

function calendarFree(earlier: RawSvi, later: RawSvi): boolean {
  for (let t = -8; t <= 8; t += 0.05) {
    const k = 0.02 * Math.sinh(t);
    if (sviTotalVarianceUnchecked(later, k) < sviTotalVarianceUnchecked(earlier, k)) return false;
  }
  return true;
}
