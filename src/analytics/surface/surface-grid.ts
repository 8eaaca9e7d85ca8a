import { densityOf } from '#quant/density/density.ts';
import { localVol } from '#quant/local-vol/local-vol.ts';
import { type SmileAt, linearInVariance } from '#quant/local-vol/smile-at.ts';
import { type Smile, smileVol } from '#quant/smile.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import { valueOrNull } from '../metrics/value-or-null.ts';
import type { DeltaConvention, Interval } from '../report.ts';
import { type SurfaceAxis, axisLogStrikes } from './surface-axis.ts';

/** A fitted expiry as the surface runs through it. */
export interface SurfacePillar {
  readonly smile: Smile;
  /** Outermost log-strikes of the points used. */
  readonly quotedRange: Interval | null;
}

/** One node of the grid; finite or null. */
export interface SurfaceNode {
  /** ln(K/F); null where the axis has no such place, or one beyond any market. */
  readonly k: number | null;
  /** Decimal. */
  readonly vol: number | null;
  /** Density of ln(S_T/F) per expected move √w(0), so that expiries compare. */
  readonly density: number | null;
  /** Dupire's, decimal; null where the surface allows arbitrage. */
  readonly localVol: number | null;
  /** Beyond the outermost quotes, interpolated between expiries. */
  readonly extrapolated: boolean;
  /** Which no-arbitrage test fails here: a density below zero, or total variance that falls with time. */
  readonly fails: 'butterfly' | 'calendar' | null;
}

/** Values of a surface on places × times. */
export interface SurfaceGrid {
  readonly axis: SurfaceAxis;
  /** Places on the axis, ascending. */
  readonly places: readonly number[];
  /** Times to expiry in ACT/365F years, ascending; the listed expiries are among them. */
  readonly years: readonly number[];
  /** One row a time, one entry a place. */
  readonly rows: readonly (readonly SurfaceNode[])[];
}

const COLUMNS = 91;
const MOST_STEPS = 56;
/** A density this little below zero, or a variance that falls this little, is rounding. */
const ROUNDING = 1e-9;
/** Places beyond so many expected moves are beyond any market. */
const FARTHEST_MOVES = 6;

/** Samples a surface that runs through fitted expiries; null where fewer than one is fitted. Linear in total variance between them. */
export function surfaceGrid(
  pillars: readonly SurfacePillar[],
  axis: SurfaceAxis,
  convention: DeltaConvention,
): SurfaceGrid | null {
  const rising = pillars.filter(
    ({ smile }, i) => i === 0 || smile.years > (pillars[i - 1]?.smile.years ?? 0),
  );
  if (rising.length === 0) return null;
  const surface = linearInVariance(rising.map(({ smile }) => smile));
  const places = placesOf(rising, axis);
  const years = timesOf(rising.map(({ smile }) => smile.years));
  const rows = years.map((time) => rowOf({ rising, surface, axis, convention, places }, time));
  return { axis, places, years, rows };
}

interface Sampled {
  readonly rising: readonly SurfacePillar[];
  readonly surface: SmileAt;
  readonly axis: SurfaceAxis;
  readonly convention: DeltaConvention;
  readonly places: readonly number[];
}

function placesOf(pillars: readonly SurfacePillar[], axis: SurfaceAxis): readonly number[] {
  const [lo, hi] = axis === 'delta' ? [0.02, 0.98] : rangeOf(pillars, axis);
  return Array.from({ length: COLUMNS }, (_, i) => lo + ((hi - lo) * i) / (COLUMNS - 1));
}

const FARTHEST: Readonly<Record<'log' | 'moves', number>> = { log: 1.2, moves: 4 };

/** Wide enough for every quoted range within reason, and never empty. */
function rangeOf(pillars: readonly SurfacePillar[], axis: 'log' | 'moves'): Interval {
  const ends = pillars.flatMap(({ smile, quotedRange }) => {
    const unit = axis === 'log' ? 1 : Math.sqrt(smile.totalVariance(0));
    return quotedRange === null ? [] : quotedRange.map((k) => k / unit);
  });
  const far = FARTHEST[axis];
  const lo = Math.max(-far, Math.min(...ends, -far / 8));
  const hi = Math.min(far, Math.max(...ends, far / 8));
  return [lo, hi];
}

/** The listed times, and between them as many more as keep steps in log time even. */
function timesOf(listed: readonly number[]): readonly number[] {
  const [first = 1, last = 1] = [listed[0], listed.at(-1)];
  const step = Math.log(last / first) / MOST_STEPS;
  return listed.flatMap((to, i) => {
    const from = listed[i - 1];
    if (from === undefined) return [to];
    const parts = Math.max(1, Math.round(Math.log(to / from) / step));
    return Array.from({ length: parts }, (_, part) =>
      part === parts - 1 ? to : from * (to / from) ** ((part + 1) / parts),
    );
  });
}

function rowOf(sampled: Sampled, years: number): readonly SurfaceNode[] {
  const { rising, surface, axis, convention, places } = sampled;
  const smile = surface(years);
  if (smile === null) return places.map(() => NOWHERE);
  const sd = Math.sqrt(smile.totalVariance(0));
  const quoted = quotedAt(rising, years);
  const [near, far] = around(rising, years);
  return axisLogStrikes(axis, smile, places, convention).map((k) => {
    if (k === null || Math.abs(k) > FARTHEST_MOVES * sd) return NOWHERE;
    const { pdf, g } = densityOf(smile, k);
    const falls = near !== far && far.totalVariance(k) - near.totalVariance(k) < -ROUNDING;
    return {
      k,
      vol: finiteOrNull(smileVol(smile, k)),
      density: finiteOrNull(pdf * sd),
      localVol: valueOrNull(localVol(surface, k, years)),
      extrapolated: quoted === null || k < quoted[0] || k > quoted[1],
      fails: g < -ROUNDING ? 'butterfly' : falls ? 'calendar' : null,
    };
  });
}

const NOWHERE: SurfaceNode = {
  k: null,
  vol: null,
  density: null,
  localVol: null,
  extrapolated: true,
  fails: null,
};

function around(pillars: readonly SurfacePillar[], years: number): readonly [Smile, Smile] {
  const after = Math.max(
    0,
    pillars.findIndex(({ smile }) => smile.years >= years),
  );
  const far = pillars[after]?.smile;
  const near = pillars[Math.max(0, after - 1)]?.smile;
  if (far === undefined || near === undefined) throw new Error('a surface has an expiry');
  return [near, far];
}

/** Outermost quotes at a time between two expiries, in expected moves of each, linear in log time. */
function quotedAt(pillars: readonly SurfacePillar[], years: number): Interval | null {
  const after = pillars.findIndex(({ smile }) => smile.years >= years);
  const [far, near] = [pillars[after], pillars[Math.max(0, after - 1)]];
  if (!far?.quotedRange || !near?.quotedRange) return null;
  const [from, to] = [near.smile.years, far.smile.years];
  const share = to === from ? 1 : Math.log(years / from) / Math.log(to / from);
  const end = (i: 0 | 1): number => {
    const moves = (pillar: SurfacePillar): number =>
      (pillar.quotedRange?.[i] ?? 0) / Math.sqrt(pillar.smile.totalVariance(0));
    const between = moves(near) + share * (moves(far) - moves(near));
    const w = (1 - share) * near.smile.totalVariance(0) + share * far.smile.totalVariance(0);
    return between * Math.sqrt(w);
  };
  return share === 1 ? far.quotedRange : [end(0), end(1)];
}
