import type { Smile } from '../smile.ts';

/** A wing bent upwards: nothing before `from`, in the limit a straight line of `slope` (total variance per log-strike). */
export interface WingRamp {
  readonly side: 1 | -1;
  /** Distance of the start from the forward in log-strike, > 0. */
  readonly from: number;
  readonly slope: number;
  /** Width over which the slope is reached, in log-strike. */
  readonly width: number;
}

/**
 * A smile raised by a constant and by wing ramps slope·x³/(x² + width²), x = |k| − from > 0: twice differentiable, and
 * unchanged (but for the constant) between the two starts. Gives a mixture, whose wings flatten, a floor in total
 * variance to stand on when an earlier expiry's wings go on rising.
 */
export function rampedSmile(base: Smile, rise: number, ramps: readonly WingRamp[]): Smile {
  return {
    years: base.years,
    totalVariance: (k) => ramps.reduce((w, ramp) => w + rampAt(ramp, k), base.totalVariance(k) + rise),
    jet: (k) => {
      let { w, dw, d2w } = base.jet(k);
      w += rise;
      for (const ramp of ramps) {
        const x = ramp.side * k - ramp.from;
        if (x <= 0) continue;
        const c2 = ramp.width * ramp.width;
        const r2 = x * x + c2;
        w += rampAt(ramp, k);
        dw += (ramp.side * ramp.slope * x * x * (x * x + 3 * c2)) / (r2 * r2);
        d2w += (ramp.slope * 2 * c2 * x * (3 * c2 - x * x)) / (r2 * r2 * r2);
      }
      return { w, dw, d2w };
    },
  };
}

/** What one ramp adds to total variance at k. */
export function rampAt(ramp: WingRamp, k: number): number {
  const x = ramp.side * k - ramp.from;
  return x <= 0 ? 0 : (ramp.slope * x * x * x) / (x * x + ramp.width * ramp.width);
}
