import { assert } from '#base/assert.ts';
import { DAY_MS, DAYS_PER_YEAR, type EpochMs } from '#base/time.ts';
import { normalAt } from './seeded-noise.ts';

/** Half the span on which a path is defined: 2³⁷ ms, about 4.3 years to either side of its origin. */
const HALF_SPAN_MS = 2 ** 37;
const LEVELS = 28; // the last interval is 2³⁸ ⁻ ²⁸ ms, about a second
const YEAR_MS = DAYS_PER_YEAR * DAY_MS;

/** One realisation of standard Brownian motion in ACT/365F years, zero at `origin`, defined 4.3 years to either side of it. */
export interface BrownianPath {
  readonly stream: number;
  readonly origin: EpochMs;
}

/**
 * Value of the path at an instant, by Lévy's midpoint construction: each halving of the interval adds one normal that is named
 * by its level and place, so any instant costs the same few steps and no history. Below one second the path is straight.
 */
export function brownianAt(path: BrownianPath, at: EpochMs): number {
  return fromLeftEdge(path, at - path.origin) - fromLeftEdge(path, 0);
}

function fromLeftEdge({ stream }: BrownianPath, sinceOrigin: number): number {
  assert(Math.abs(sinceOrigin) < HALF_SPAN_MS, `the path is not defined ${sinceOrigin} ms from its origin`);
  const position = (sinceOrigin + HALF_SPAN_MS) / (2 * HALF_SPAN_MS);
  let width = (2 * HALF_SPAN_MS) / YEAR_MS;
  let left = 0;
  let right = Math.sqrt(width) * normalAt(stream, 0);
  let place = position;
  let index = 1;
  for (let level = 0; level < LEVELS; level++) {
    const middle = (left + right) / 2 + (Math.sqrt(width) / 2) * normalAt(stream, index);
    place *= 2;
    const second = place >= 1;
    if (second) left = middle;
    else right = middle;
    if (second) place -= 1;
    index = 2 * index + (second ? 1 : 0);
    width /= 2;
  }
  return left + (right - left) * place;
}
