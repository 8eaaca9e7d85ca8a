import { normalPdf } from '#quant/special/normal.ts';

/**
 * Undiscounted Black-76 vega F·φ(d1)·√T: quote currency per unit of the underlying and per 1.00 of vol (100 vol points).
 * @param vol decimal, > 0
 * @param years ACT/365F, > 0
 */
export function blackVega(forward: number, strike: number, vol: number, years: number): number {
  const deviation = vol * Math.sqrt(years);
  const d1 = Math.log(forward / strike) / deviation + deviation / 2;
  return forward * normalPdf(d1) * Math.sqrt(years);
}
