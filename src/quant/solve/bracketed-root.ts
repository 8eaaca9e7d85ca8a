import { assert } from '#base/assert.ts';

const MOST_STEPS = 100;

/**
 * Root of a continuous function without a derivative, inside a bracket whose ends have opposite signs: inverse quadratic steps where they
 * are safe, else bisections.
 * @returns the root to about 2⁻⁵⁰ of the bracket, or null when f has the same sign at both ends or is not a number there
 * Ref: Chandrupatla (1997), "A new hybrid quadratic/bisection algorithm", Advances in Engineering Software 28(3).
 */
export function bracketedRoot(f: (x: number) => number, lo: number, hi: number): number | null {
  assert(lo <= hi, `bracket was [${lo}, ${hi}]`);
  let [a, b] = [lo, hi];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return null;
  let share = 0.5;
  for (let step = 0; step < MOST_STEPS; step++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (fx === 0) return x;
    let [c, fc] = [a, fa];
    if (fx < 0 !== fa < 0) [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = 2 ** -51 * (hi - lo) + 2 ** -53 * Math.abs(best);
    const closest = tolerance / Math.abs(b - a);
    if (closest > 0.5) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const safe = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const quadratic =
      ((fa / (fb - fa)) * fc) / (fb - fc) + (((c - a) / (b - a)) * (fa / (fc - fa)) * fb) / (fc - fb);
    share = Math.min(Math.max(safe ? quadratic : 0.5, closest), 1 - closest);
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}
