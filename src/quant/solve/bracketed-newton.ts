import { assert } from '#base/assert.ts';

/** A function's value and first derivative at one point. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

const MOST_STEPS = 200;
/** Every so many steps the bracket is halved, so that a creeping Newton sequence still ends. */
const FORCED_BISECTION = 8;
/** A Newton step this small against the bracket leaves an error of its square. */
const LAST_STEP = 2 ** -40;

/**
 * Root of a continuous function inside a bracket, to rounding: Newton steps, and a bisection wherever one would leave the bracket.
 * The caller vouches that f has opposite signs at the two ends; they are not evaluated.
 * @param f value and slope at x
 * @param lo left end of the bracket
 * @param hi right end of the bracket, ≥ lo
 * @param rising true when f is negative at lo and positive at hi
 * @param start first guess; the middle where it lies outside the bracket or is not given
 */
export function bracketedNewton(
  f: (x: number) => ValueAndSlope,
  lo: number,
  hi: number,
  rising: boolean,
  start: number = Number.NaN,
): number {
  assert(lo <= hi, `bracket was [${lo}, ${hi}]`);
  const lastStep = LAST_STEP * (hi - lo);
  let left = lo;
  let right = hi;
  let x = start >= lo && start <= hi ? start : 0.5 * (lo + hi);
  for (let step = 1; step <= MOST_STEPS; step++) {
    const { value, slope } = f(x);
    if (value === 0) return x;
    if (value < 0 === rising) left = x;
    else right = x;
    const newton = x - value / slope;
    if (newton >= left && newton <= right && step % FORCED_BISECTION !== 0) {
      if (Math.abs(newton - x) <= lastStep) return newton;
      x = newton;
    } else {
      const middle = 0.5 * (left + right);
      if (middle <= left || middle >= right) return middle;
      x = middle;
    }
  }
  return x;
}
