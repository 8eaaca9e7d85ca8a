import { type Result, err, ok } from '#base/result.ts';
import { type MomentsFailure, densityMoments } from '../density/moments.ts';
import type { Smile } from '../smile.ts';

/** Why there are no such moments; `series-fails`: the truncated series of the mean leaves no positive variance. */
export type BkmFailure = MomentsFailure | 'series-fails';

/** Bakshi, Kapadia and Madan's contracts, undiscounted and about the forward, and the moments they are turned into. */
export interface BkmMoments {
  /** V = E[R²], R = ln(S_T/F): the strip weighted 2(1 − k)/K². */
  readonly quadratic: number;
  /** W = E[R³]: the strip weighted (6k − 3k²)/K². */
  readonly cubic: number;
  /** X = E[R⁴]: the strip weighted (12k² − 4k³)/K². */
  readonly quartic: number;
  /** μ = −V/2 − W/6 − X/24, the series cut after the fourth power; `densityMoments` has the exact mean. */
  readonly mean: number;
  /** (W − 3μV + 2μ³) / (V − μ²)^(3/2). */
  readonly skewness: number;
  /** (X − 4μW + 6μ²V − 3μ⁴) / (V − μ²)². */
  readonly kurtosis: number;
}

/**
 * The published model-free skewness and kurtosis, for comparison with studies that use them; the exact moments are `densityMoments`.
 * Ref: Bakshi, Kapadia and Madan (2003), "Stock return characteristics, skew laws, and the differential pricing of individual equity
 * options", eqs. (5)–(9) and (39), at zero rates about the forward.
 */
export function bkmMoments(smile: Smile): Result<BkmMoments, BkmFailure> {
  const moments = densityMoments(smile, null);
  if (!moments.ok) return moments;
  const [, , v, w, x] = moments.value.raw;
  const mean = -v / 2 - w / 6 - x / 24;
  const variance = v - mean * mean;
  if (!(variance > 0)) return err('series-fails');
  return ok({
    quadratic: v,
    cubic: w,
    quartic: x,
    mean,
    skewness: (w - 3 * mean * v + 2 * mean ** 3) / variance ** 1.5,
    kurtosis: (x - 4 * mean * w + 6 * mean * mean * v - 3 * mean ** 4) / (variance * variance),
  });
}
