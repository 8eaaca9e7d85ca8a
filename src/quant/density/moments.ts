import { type Result, err, ok } from '#base/result.ts';
import type { Smile } from '../smile.ts';
import { densityOf, isDensity } from './density.ts';
import { EVERYWHERE, type QuotedRange, aroundQuoted, integralsOver } from './integrals-over.ts';

/**
 * Why a smile has no moments. `wings-too-heavy`: a wing's slope is at Lee's bound, so that its tail never ends. `negative-density`: the
 * smile allows butterfly arbitrage, so that there is no law to speak of.
 */
export type MomentsFailure = 'wings-too-heavy' | 'negative-density';

/** Moments of ln(S_T/F) under the risk-neutral law, not annualised, and what part of each rests on extrapolated wings. */
export interface DensityMoments {
  /** E ln(S_T/F): minus half the total variance of the variance swap. */
  readonly mean: number;
  /** Variance of ln(S_T/F). */
  readonly variance: number;
  /** Third central moment over variance^(3/2); negative means the heavier tail lies below. */
  readonly skewness: number;
  /** Fourth central moment over variance²; 3 for a normal law. */
  readonly kurtosis: number;
  /** E of the powers 0 to 4 of ln(S_T/F), about zero. */
  readonly raw: RawMoments;
  /** E[S_T]/F: 1 up to rounding, the forward is repriced. */
  readonly forward: number;
  /** Null when no quoted range was given. */
  readonly extrapolated: ExtrapolatedShares | null;
}

/** Integrals of 1, k, k², k³, k⁴ against the density. */
export type RawMoments = readonly [
  mass: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
];

/**
 * Share in [0, 1] of each integral that comes from outside the quoted strikes: of the density, and of the second, third and fourth power
 * of the distance from the mean. The third power is signed: its share is of the summed sizes of the lower, quoted and upper part.
 */
export interface ExtrapolatedShares {
  readonly mass: number;
  readonly variance: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/**
 * Mean, variance, skewness and kurtosis of the log return that a smile implies, integrated over the whole density with its wings.
 * @param quoted log-strikes between which the smile rests on quotes, or null
 */
export function densityMoments(
  smile: Smile,
  quoted: QuotedRange | null,
): Result<DensityMoments, MomentsFailure> {
  let lowestG = Infinity;
  const f = (k: number, out: Float64Array): void => {
    const { pdf, g } = densityOf(smile, k);
    lowestG = Math.min(lowestG, g);
    out[0] = pdf;
    out[1] = pdf * k;
    out[2] = pdf * k * k;
    out[3] = pdf * k * k * k;
    out[4] = pdf * k * k * k * k;
    out[5] = pdf > 0 ? pdf * Math.exp(k) : 0;
  };
  const parts = integralsOver(smile, f, 6, quoted === null ? [EVERYWHERE] : aroundQuoted(quoted));
  if (parts === null) return err('wings-too-heavy');
  if (!isDensity(lowestG)) return err('negative-density');
  const sum = (c: number): number => parts.reduce((total, part) => total + part[c]!, 0);
  const raw = [sum(0), sum(1), sum(2), sum(3), sum(4)] as const;
  const mean = raw[1];
  const [, , variance, third, fourth] = aboutMean(raw, mean);
  return ok({
    mean,
    variance,
    skewness: third / variance ** 1.5,
    kurtosis: fourth / (variance * variance),
    raw,
    forward: sum(5),
    extrapolated: quoted === null ? null : sharesOutside(parts, mean),
  });
}

function aboutMean(raw: RawMoments, c: number): RawMoments {
  const [m0, m1, m2, m3, m4] = raw;
  return [
    m0,
    m1 - c * m0,
    m2 - 2 * c * m1 + c * c * m0,
    m3 - 3 * c * m2 + 3 * c * c * m1 - c * c * c * m0,
    m4 - 4 * c * m3 + 6 * c * c * m2 - 4 * c * c * c * m1 + c * c * c * c * m0,
  ];
}

function sharesOutside(parts: readonly Float64Array[], mean: number): ExtrapolatedShares {
  const central = parts.map((p) => aboutMean([p[0]!, p[1]!, p[2]!, p[3]!, p[4]!], mean));
  const share = (power: 0 | 2 | 3 | 4): number => {
    const sizes = central.map((moments) => Math.abs(moments[power]));
    const outside = (sizes[0] ?? 0) + (sizes[2] ?? 0);
    return outside / (outside + (sizes[1] ?? 0));
  };
  return { mass: share(0), variance: share(2), skewness: share(3), kurtosis: share(4) };
}
