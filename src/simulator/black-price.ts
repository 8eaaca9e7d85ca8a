const SQRT_2PI = Math.sqrt(2 * Math.PI);

/**
 * Undiscounted Black-76 price of an option that is out of the money at `strike` (put below the forward, call above), in the
 * unit of the forward.
 */
export function outOfTheMoneyPrice(forward: number, strike: number, deviation: number): number {
  const sign = strike < forward ? -1 : 1;
  const d1 = Math.log(forward / strike) / deviation + deviation / 2;
  const price = sign * (forward * normalCdf(sign * d1) - strike * normalCdf(sign * (d1 - deviation)));
  return Math.max(0, price);
}

/** Standard normal distribution function by its series around zero; absolute error about 1e-15. */
function normalCdf(x: number): number {
  if (Math.abs(x) > 8) return x > 0 ? 1 : 0;
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 400; n += 2) {
    term *= (x * x) / n;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / SQRT_2PI;
}
