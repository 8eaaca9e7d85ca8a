import { type VectorIntegrand, integrate } from '../integrate/gauss-kronrod.ts';
import type { Smile } from '../smile.ts';
import { densityReach } from './density.ts';

/** The log-strikes between which a smile rests on quotes; beyond them it is extrapolated. */
export interface QuotedRange {
  readonly lo: number;
  readonly hi: number;
}

/** Panels start at most this wide in arsinh(k / √w(0)). */
const WIDEST_PANEL = 1.5;

/**
 * Integrals over all log-strikes, apart for the part left of the first cut, between the cuts, and right of the last one. The integrand
 * must vanish where the density does. Log-strikes are stretched by a hyperbolic sine, so that slowly fading wings cost few panels.
 * @param cuts rising
 * @returns one array of integrals for each part, or null when the wings never fade (see `densityReach`)
 */
export function integralsByPart(
  smile: Smile,
  f: VectorIntegrand,
  components: number,
  cuts: readonly number[],
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
  const ends = [reach.lo, ...cuts.map((cut) => Math.min(Math.max(cut, reach.lo), reach.hi)), reach.hi];
  const stretchedEnds = ends.map((end) => Math.asinh(end / scale));
  return stretchedEnds
    .slice(1)
    .map((hi, part) => integrate(stretched, panels(stretchedEnds[part]!, hi), components));
}

function panels(lo: number, hi: number): number[] {
  const count = Math.max(1, Math.ceil((hi - lo) / WIDEST_PANEL));
  return Array.from({ length: count + 1 }, (_, i) => lo + ((hi - lo) * i) / count);
}
