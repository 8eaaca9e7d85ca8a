import { type VectorIntegrand, integrate } from '../integrate/gauss-kronrod.ts';
import type { Smile } from '../smile.ts';
import { densityReach } from './density.ts';

/** The log-strikes between which a smile rests on quotes; beyond them it is extrapolated. */
export interface QuotedRange {
  readonly lo: number;
  readonly hi: number;
}

/** An interval of log-strikes; the ends may be infinite. */
export type LogStrikeInterval = readonly [lo: number, hi: number];

/** All log-strikes. */
export const EVERYWHERE: LogStrikeInterval = [-Infinity, Infinity];

/** All log-strikes below, inside and above a quoted range. */
export function aroundQuoted(
  quoted: QuotedRange,
): readonly [below: LogStrikeInterval, inside: LogStrikeInterval, above: LogStrikeInterval] {
  return [
    [-Infinity, quoted.lo],
    [quoted.lo, quoted.hi],
    [quoted.hi, Infinity],
  ];
}

/** Panels start at most this wide in arsinh(k / √w(0)); the narrow ones are for laws of spikes, such as an event's minutes before expiry. */
const PANEL_WIDTHS = [1.5, 0.05] as const;
const MASS_TOLERANCE = 1e-9;

/**
 * Integrals of several functions at once over intervals that make up all log-strikes. The first function must be a density, whose integral
 * is one: where that is missed, a spike fell between the nodes and panels are narrowed. The others must vanish where the smile's density
 * does. Log-strikes are stretched by a hyperbolic sine, so that slowly fading wings cost few panels.
 * @param f called with k and a buffer of `components` numbers to fill
 * @returns one array of integrals for each interval, or null when the wings never fade (see `densityReach`)
 */
export function integralsOver(
  smile: Smile,
  f: VectorIntegrand,
  components: number,
  intervals: readonly LogStrikeInterval[],
): readonly Float64Array[] | null {
  const reach = densityReach(smile);
  if (reach === null) return null;
  const scale = Math.sqrt(smile.totalVariance(0));
  const stretched: VectorIntegrand = (u, out) => {
    const grown = Math.exp(u);
    f(0.5 * scale * (grown - 1 / grown), out);
    const stretch = 0.5 * scale * (grown + 1 / grown);
    for (let c = 0; c < components; c++) out[c]! *= stretch;
  };
  const inReach = (k: number): number => Math.asinh(Math.min(Math.max(k, reach.lo), reach.hi) / scale);
  const parts = (width: number): Float64Array[] =>
    intervals.map(([lo, hi]) => integrate(stretched, panels(inReach(lo), inReach(hi), width), components));
  const usual = parts(PANEL_WIDTHS[0]);
  const mass = usual.reduce((sum, part) => sum + part[0]!, 0);
  return Math.abs(mass - 1) < MASS_TOLERANCE ? usual : parts(PANEL_WIDTHS[1]);
}

function panels(lo: number, hi: number, width: number): number[] {
  const count = Math.max(1, Math.ceil((hi - lo) / width));
  return Array.from({ length: count + 1 }, (_, i) => lo + ((hi - lo) * i) / count);
}
