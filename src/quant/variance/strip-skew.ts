import type { VixStrip } from './vix-strip.ts';

/** The first three moments of ln(S_T/F) that a strip of options pays for, and their skewness. */
export interface StripSkew {
  /** E R from contracts −1/K². */
  readonly p1: number;
  /** E R² from contracts 2(1 − l)/K², l = ln(K/F). */
  readonly p2: number;
  /** E R³ from contracts 3(2l − l²)/K². */
  readonly p3: number;
  /** (P3 − 3·P1·P2 + 2·P1³) / (P2 − P1²)^(3/2): Cboe's S. */
  readonly skewness: number;
}

/**
 * Skewness of the log return from one expiry's strip, with the corrections for a central strike off the forward.
 * Ref: Cboe (2011), "The Cboe Skew Index – SKEW", pp. 8–9.
 */
export function stripSkew(strip: VixStrip): StripSkew {
  let [p1, p2, p3] = [0, 0, 0];
  for (const { strike, contribution } of strip.rows) {
    const l = Math.log(strike / strip.forward);
    p1 -= contribution;
    p2 += 2 * (1 - l) * contribution;
    p3 += 3 * (2 * l - l * l) * contribution;
  }
  const ratio = strip.forward / strip.centralStrike;
  const centre = Math.log(strip.centralStrike / strip.forward);
  p1 += -(1 - centre - ratio);
  p2 += 2 * centre * (ratio - 1) + 0.5 * centre * centre;
  p3 += 3 * centre * centre * (centre / 3 - 1 + ratio);
  const skewness = (p3 - 3 * p1 * p2 + 2 * p1 ** 3) / (p2 - p1 * p1) ** 1.5;
  return { p1, p2, p3, skewness };
}
