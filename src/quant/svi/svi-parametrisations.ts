import type { RawSvi } from './raw-svi.ts';

/**
 * Natural SVI: w(k) = Δ + ω/2 · (1 + ζρ(k − μ) + √((ζ(k − μ) + ρ)² + 1 − ρ²)).
 * Gatheral and Jacquier (2012), eq. (3.2).
 */
export interface NaturalSvi {
  readonly delta: number;
  readonly mu: number;
  readonly rho: number;
  readonly omega: number;
  readonly zeta: number;
}

/**
 * SVI jump-wings: what a trader reads off the smile. Gatheral and Jacquier (2012), eq. (3.5).
 * `v` at-the-money-forward variance, `psi` at-the-money skew of vol times √years, `p` and `c` slopes of the put and
 * call wings in units of √(w0), `vTilde` least variance; variances are annualised (w / years).
 */
export interface JumpWingsSvi {
  readonly v: number;
  readonly psi: number;
  readonly p: number;
  readonly c: number;
  readonly vTilde: number;
}

/** Raw to natural parameters, eq. (3.4). */
export function rawToNatural(raw: RawSvi): NaturalSvi {
  const { a, b, rho, m, sigma } = raw;
  const root = Math.sqrt((1 - rho) * (1 + rho));
  return {
    delta: a - b * sigma * root,
    mu: m + (rho * sigma) / root,
    rho,
    omega: (2 * b * sigma) / root,
    zeta: root / sigma,
  };
}

/** Natural to raw parameters, eq. (3.3). */
export function naturalToRaw(natural: NaturalSvi): RawSvi {
  const { delta, mu, rho, omega, zeta } = natural;
  const root2 = (1 - rho) * (1 + rho);
  return {
    a: delta + (omega * root2) / 2,
    b: (omega * zeta) / 2,
    rho,
    m: mu - rho / zeta,
    sigma: Math.sqrt(root2) / zeta,
  };
}

/** Raw to jump-wings parameters for a slice of `years` to expiry, eq. (3.5). */
export function rawToJumpWings(raw: RawSvi, years: number): JumpWingsSvi {
  const { a, b, rho, m, sigma } = raw;
  const root = Math.sqrt(m * m + sigma * sigma);
  const w0 = a + b * (root - rho * m);
  const sqrtW0 = Math.sqrt(w0);
  return {
    v: w0 / years,
    psi: (b * (rho - m / root)) / (2 * sqrtW0),
    p: (b * (1 - rho)) / sqrtW0,
    c: (b * (1 + rho)) / sqrtW0,
    vTilde: (a + b * sigma * Math.sqrt((1 - rho) * (1 + rho))) / years,
  };
}

/**
 * Jump-wings to raw parameters, lemma 3.2. Null where no slice has these five numbers: wings without slope, or a skew
 * beyond what the two wing slopes allow. When the least variance is the at-the-money one at m = 0 (v = ṽ) the width
 * is not determined by jump-wings and the answer is null too.
 */
export function jumpWingsToRaw(jw: JumpWingsSvi, years: number): RawSvi | null {
  const w0 = jw.v * years;
  const sqrtW0 = Math.sqrt(w0);
  const b = (sqrtW0 * (jw.c + jw.p)) / 2;
  const rho = 1 - (jw.p * sqrtW0) / b;
  const beta = rho - (2 * jw.psi * sqrtW0) / b;
  if (!(b > 0) || !(Math.abs(rho) < 1) || !(Math.abs(beta) < 1)) return null;
  const rootRho = Math.sqrt((1 - rho) * (1 + rho));
  // β = m/√(m² + σ²), so with r = √(m² + σ²): w0 − w̃ = b·r·(1 − ρβ − √(1 − β²)·√(1 − ρ²)).
  const rootBeta = Math.sqrt((1 - beta) * (1 + beta));
  const r = ((jw.v - jw.vTilde) * years) / (b * (1 - rho * beta - rootBeta * rootRho));
  if (!(r > 0) || !Number.isFinite(r)) return null;
  const sigma = r * rootBeta;
  return { a: jw.vTilde * years - b * sigma * rootRho, b, rho, m: r * beta, sigma };
}
