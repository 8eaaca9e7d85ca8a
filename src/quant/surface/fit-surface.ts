import { fitBackbone } from '../essvi/backbone.ts';
import type { Smile } from '../smile.ts';
import { rawSviSmile } from '../svi/raw-svi.ts';
import { sviButterfly } from '../svi/svi-butterfly.ts';
import { sviFromCoordinates } from '../svi/svi-problem.ts';
import { type AdoptedMixture, adoptMixtures } from './adopt-mixtures.ts';
import { calendarGrid } from './calendar-curve.ts';
import { plainTargets } from './curve-targets.ts';
import { fitMixtureSlice } from './fit-mixture-slice.ts';
import { fitSviSlice, startFrom } from './fit-svi-slice.ts';
import { intervalSmiles } from './interval-smiles.ts';
import { type Observations, observe, TWO_SIDED } from './observations.ts';
import { settleCalendar } from './settle-calendar.ts';
import type { SliceFit } from './slice-fit.ts';
import type { SliceQuotes } from './slice-quotes.ts';
import { openSliceWork, type SliceWork } from './slice-work.ts';
import { recallSlice, rememberRun, rememberSlice, unmovedSurface } from './surface-memory.ts';

/** How a surface is fitted. */
export interface FitSurfaceOptions {
  /**
   * The fits of the previous snapshot, expiry by expiry, to start from; null where there was none. When no input has moved
   * since, the very same fits come back; a model or an outlier changes only on clear evidence.
   */
  readonly previous?: readonly (SliceFit | null)[];
}

/** Fewest two-sided quotes a slice can be fitted to at all, and to a curve of its own. */
export const LEAST_QUOTES = 3;
export const LEAST_QUOTES_SVI = 6;

/** Share of quotes inside bid and ask above which a curve is no compromise. */
const MOSTLY_INSIDE = 0.8;
const COMPROMISE =
  'no mixture of outcomes meets these quotes without arbitrage against the other expiries: the curve cuts through them';

/** A curve that misses its own quotes should not move its neighbours. */
const MISFIT_VOICE = 1e-3;

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
 * names a reason. No fit admits butterfly or calendar arbitrage. Never throws on outside data and never yields a
 * non-finite parameter.
 */
export function fitSurface(
  slices: readonly SliceQuotes[],
  options: FitSurfaceOptions = {},
): readonly (SliceFit | null)[] {
  const previous = options.previous ?? [];
  const unmoved = unmovedSurface(slices, previous);
  if (unmoved !== null) return unmoved;
  const works = openWorks(slices, previous);
  for (const work of works) if (work.ownCurve) fitSviSlice(work);
  const own = works.map((work) => sviFromCoordinates(work.x, work.targets.observations.scale));
  const fits: (SliceFit | null)[] = slices.map(() => null);
  if (works.length === 0) return fits;
  const grid = calendarGrid(works);
  const candidates = works.map(fitMixtureSlice);
  candidates.forEach((candidate, i) => {
    if (candidate !== null) works[i]!.voice = MISFIT_VOICE;
  });
  settleCalendar(works, grid);
  const mixtures = adoptMixtures(works, candidates, grid);
  let before: Smile | null = null;
  works.forEach((work, i) => {
    const fit = finish(slices[work.index]!, work, mixtures[i] ?? null, before, grid);
    fits[work.index] = fit;
    rememberSlice(fit, { own: own[i]!, backbone: work.backbone });
    before = fit.smile;
  });
  rememberRun(slices, fits);
  return fits;
}

function openWorks(
  slices: readonly SliceQuotes[],
  previous: readonly (SliceFit | null)[],
): readonly SliceWork[] {
  const usable: { index: number; observations: Observations }[] = [];
  slices.forEach((slice, index) => {
    const observations = observe(slice);
    if (observations !== null && observations.twoSided >= LEAST_QUOTES) usable.push({ index, observations });
  });
  usable.sort((p, q) => p.observations.scale.years - q.observations.scale.years);
  const targets = usable.map((item) => plainTargets(item.observations));
  const memories = usable.map(({ index }) => recallSlice(previous[index] ?? null));
  const backbone = fitBackbone(
    targets,
    memories.map((memory) => memory?.backbone ?? null),
  );
  return usable.map(({ index, observations }, i) => {
    const before = previous[index] ?? null;
    const ownCurve = observations.twoSided >= LEAST_QUOTES_SVI;
    if (before !== null) keepOutliers(observations, before, targets[i]!.active);
    const work = openSliceWork(index, targets[i]!, backbone[i]!, ownCurve, before);
    if (ownCurve && before !== null) startFrom(work, memories[i]?.own ?? null);
    return work;
  });
}

// A quote that was set aside stays so until it has clearly come back.
function keepOutliers(o: Observations, before: SliceFit, active: Uint8Array): void {
  for (let i = 0; i < o.count; i++) if (before.outliers[o.source[i]!] === 1) active[i] = 0;
}

function finish(
  quotes: SliceQuotes,
  work: SliceWork,
  mixture: AdoptedMixture | null,
  before: Smile | null,
  grid: Float64Array,
): SliceFit {
  const { observations } = work.targets;
  const active = mixture?.fit.active ?? work.targets.active;
  const curve = mixture === null ? sviCurve(work) : mixtureCurve(mixture);
  const outliers = new Uint8Array(quotes.logStrikes.length);
  for (let i = 0; i < observations.count; i++) if (active[i] === 0) outliers[observations.source[i]!] = 1;
  const found = quality(observations, active, curve.smile);
  const compromise = mixture === null && work.refusedMixture && found.insideBidAsk < MOSTLY_INSIDE;
  return {
    ...curve,
    note: curve.note ?? (compromise ? COMPROMISE : null),
    ...intervalSmiles(curve.smile, observations, active),
    ...found,
    calendarFree:
      before === null || grid.every((k) => curve.smile.totalVariance(k) >= before.totalVariance(k)),
    outliers,
  };
}

type FittedCurve = Pick<
  SliceFit,
  'smile' | 'model' | 'parameters' | 'converged' | 'butterflyFree' | 'minG' | 'note'
>;

function sviCurve(work: SliceWork): FittedCurve {
  const { scale } = work.targets.observations;
  const raw = sviFromCoordinates(work.x, scale);
  const { minG, free } = sviButterfly(raw);
  const onBackbone = work.x === work.haven;
  return {
    smile: rawSviSmile(raw, scale.years),
    model: onBackbone ? 'essvi' : 'svi',
    parameters: onBackbone ? { ...work.backbone } : { ...raw },
    converged: work.converged,
    butterflyFree: free,
    minG,
    note: work.note,
  };
}

function mixtureCurve(mixture: AdoptedMixture): FittedCurve {
  const parameters: Record<string, number> = {};
  mixture.fit.components.forEach(({ weight, forward, variance }, j) => {
    parameters[`weight${j + 1}`] = weight;
    parameters[`forward${j + 1}`] = forward;
    parameters[`variance${j + 1}`] = variance;
  });
  return {
    smile: mixture.fit.smile,
    model: 'mixture',
    parameters,
    converged: mixture.fit.converged,
    butterflyFree: mixture.minG >= 0,
    minG: mixture.minG,
    note: 'the quotes follow two regimes, which no single curve does: a mixture of three outcomes takes the place of the curve that misses them',
  };
}

function quality(
  o: Observations,
  active: Uint8Array,
  smile: Smile,
): Pick<SliceFit, 'rmse' | 'insideBidAsk' | 'quotes'> {
  let squares = 0;
  let inside = 0;
  let quotes = 0;
  for (let i = 0; i < o.count; i++) {
    if (active[i] === 0 || o.kind[i] !== TWO_SIDED) continue;
    const y = Math.sqrt(smile.totalVariance(o.z[i]! * o.scale.rootW0) / o.scale.w0);
    quotes++;
    squares += (y - o.y[i]!) ** 2;
    if (y >= o.bid[i]! && y <= o.ask[i]!) inside++;
  }
  const n = Math.max(1, quotes);
  return { rmse: Math.sqrt(squares / n) * o.scale.vol0, insideBidAsk: inside / n, quotes };
}
