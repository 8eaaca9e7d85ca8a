/**
 * Start of the near-the-money scheme: σ√T to 7e-6 relative, without iteration.
 *
 * First the s of Bachelier's formula s·φ(z)·a(z) = `scaled`, z = m/s (see short-dated.ts), rational in (m/straddle)² near
 * the money and in √(−ln ρ), ρ = scaled/m, beyond it; then the ratio of Black's to Bachelier's s, which is a smooth
 * function of m² and s²: 1 + s²/24 + … (fitted to 7e-7 for m ≤ 1.95 and a Black s ≤ 1.41).
 * @param m |ln(F/K)| ≥ 0
 * @param scaled out-of-the-money value times m/|F − K|, or over min(F, K) at the money; > 0, dimensionless
 * @param lift logarithm of what `scaled` was multiplied by
 */
export function nearMoneyStart(m: number, scaled: number, lift: number): number {
  const s = bachelierStdDev(m, scaled, lift);
  const x = m * m;
  const y = s * s;
  const c0 =
    0.041666260491318996 +
    x * (-0.00034872456255925115 + x * (5.348936098910652e-6 - x * 1.3019409011848685e-7));
  const c1 = 0.003663747293988973 + x * (-5.4164548411126805e-5 + x * 1.701610860327765e-6);
  const c2 = 0.00034960107016206464 - x * 1.5750422702961284e-5;
  return s * (1 + y * (c0 + y * (c1 + y * (c2 + y * 7.989386726383182e-5))));
}

function bachelierStdDev(m: number, scaled: number, lift: number): number {
  if (lift === 0 && scaled > 0.036 * m) {
    const straddle = scaled + 0.5 * m;
    const v = m / straddle;
    const q = v * v;
    return (
      (straddle *
        (2.506625001357244 +
          q * (-1.2703742019367223 + q * (0.19738826373259005 - q * 0.008853990545861078)))) /
      (1 + q * (-0.42724463504698035 + q * (0.050060322432515604 - q * 0.0011436077472229533)))
    );
  }
  const u = Math.sqrt(lift - Math.log(scaled / m));
  return (
    (m * (1 + u * (-0.46088557538129565 + u * (0.30824990315302647 + u * 0.09014997629981487)))) /
    (-0.5180414788768377 +
      u *
        (1.793677728755453 + u * (-1.3620762596252567 + u * (0.4289297855812012 + u * 0.12754305223016357))))
  );
}
