import { millsSlope } from './mills-ratio.ts';

/*
 * Black's formula near the money, without cancellation.
 *
 * With m = |ln(F/K)|, y = m/2, s = σ√T, z = m/s, t = s/2 and a(z) = 1 − z·M(z), the variation-of-constants solution of
 * Y′ = 1 + zY for Y = Φ/φ, taken between z − t and z + t, gives the out-of-the-money value as
 *
 *   value / D = s·φ(z)·( a(z) − t²·κ(y², t²) ),   D = |F − K| / m
 *
 *   κ = ∫₀¹ cosh(y(1−v))·(1 − exp(−t²v²/2))/t² dv · y/sinh y
 *
 * The first term alone is Bachelier's formula; κ ≈ 1/6 is the whole difference between the two models. Every factor is
 * free of cancellation, and D → K as F → K, so that the money itself is not special.
 */

/** Largest m for which `shortDatedCorrection` holds. */
export const SHORT_DATED_MONEYNESS = 1.95;
/** Largest s = σ√T for which `shortDatedCorrection` holds. */
export const SHORT_DATED_STD_DEV = 1.41;

/**
 * κ(y², t²) above, to 1e-16 absolute for y² ≤ 1 and t² ≤ 0.5: a two-way Chebyshev expansion of the integral, written
 * out in powers.
 */
export function shortDatedCorrection(y2: number, t2: number): number {
  const c0 =
    0.16666666666666632 +
    y2 *
      (-0.019444444444419975 +
        y2 *
          (0.0020502645497280187 +
            y2 *
              (-0.00020998676705677861 +
                y2 *
                  (2.133601596312354e-5 +
                    y2 *
                      (-2.163251262181136e-6 +
                        y2 *
                          (2.190382285612247e-7 +
                            y2 *
                              (-2.1964346440486297e-8 +
                                y2 * (2.0506578218254696e-9 + y2 * -1.3348014456642396e-10))))))));
  const c1 =
    -0.024999999999971205 +
    y2 *
      (0.003571428570732494 +
        y2 *
          (-0.00039517195165071704 +
            y2 *
              (4.0985216796210095e-5 +
                y2 *
                  (-4.177861766178844e-6 +
                    y2 *
                      (4.237006378759117e-7 +
                        y2 *
                          (-4.2579983705330085e-8 +
                            y2 * (4.0095293389936635e-9 + y2 * -2.666838859814376e-10)))))));
  const c2 =
    0.0029761904754734736 +
    y2 *
      (-0.0004546957574187168 +
        y2 *
          (5.135677163856093e-5 +
            y2 *
              (-5.3583121721934154e-6 +
                y2 *
                  (5.46869642669092e-7 +
                    y2 *
                      (-5.5153528905218334e-8 +
                        y2 * (5.2460863748431485e-9 + y2 * -3.5816827924721147e-10))))));
  const c3 = higherCorrection(y2, t2);
  return c0 + t2 * (c1 + t2 * (c2 + t2 * c3));
}

/** The terms of κ from t⁶ on, over t⁶. */
function higherCorrection(y2: number, t2: number): number {
  const c3 =
    -0.00028935184363176555 +
    y2 *
      (4.5594774851070836e-5 +
        y2 *
          (-5.2044802158948384e-6 +
            y2 *
              (5.443948192658747e-7 +
                y2 * (-5.5265978611838996e-8 + y2 * (5.3316054728552255e-9 + y2 * -3.749133710039464e-10)))));
  const c4 =
    2.3674189591656723e-5 +
    y2 *
      (-3.7937513034600525e-6 +
        y2 *
          (4.351009098299147e-7 +
            y2 * (-4.482025631219483e-8 + y2 * (4.159711947567444e-9 + y2 * -3.24102689138052e-10))));
  const c5 =
    -1.6691357273373954e-6 +
    y2 * (2.699404486338406e-7 + y2 * (-3.035186815645425e-8 + y2 * 2.4488555747803194e-9));
  const c6 = 1.0288765917907402e-7 + y2 * (-1.6527481527206085e-8 + y2 * 1.5190773844457378e-9);
  const c7 = -5.151045086299912e-9 + y2 * 7.558930287756225e-10;
  return c3 + t2 * (c4 + t2 * (c5 + t2 * (c6 + t2 * c7)));
}

/**
 * The factor a(z) − t²κ above: out-of-the-money value over D·s·φ(z), in (0, 1].
 * @param m |ln(F/K)| ≤ `SHORT_DATED_MONEYNESS`
 * @param s σ√T, 0 < s ≤ `SHORT_DATED_STD_DEV`
 */
export function shortDatedFactor(m: number, s: number): number {
  const t2 = 0.25 * s * s;
  return millsSlope(m / s) - t2 * shortDatedCorrection(0.25 * m * m, t2);
}
