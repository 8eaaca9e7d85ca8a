import { type Result, err, ok } from '#base/result.ts';
import type { Smile } from '../smile.ts';
import { durrlemanG } from '../surface/durrleman.ts';
import type { SmileAt } from './smile-at.ts';

/**
 * Why a point of a surface has no local vol. `calendar-arbitrage`: total variance falls with time there. `butterfly-arbitrage`: the density
 * is zero or negative there. `outside`: the surface does not cover the time, or only that one instant.
 */
export type LocalVolFailure = 'calendar-arbitrage' | 'butterfly-arbitrage' | 'outside';

/** Step in time for the slope of total variance, as a share of the time to expiry; exact where variance is linear in time. */
const TIME_STEP = 1e-4;

/**
 * Dupire's local vol (decimal, annualised) of a surface at k = ln(K/F) and a time in years: σ²(k, T) = (∂w/∂T at fixed k) / g(k), with g
 * Durrleman's function. Fixing k, not K, takes the drift of the forward into account. At a listed expiry, where the slope in time jumps,
 * it is the mean of both sides.
 * Ref: Gatheral (2006), "The Volatility Surface", eq. (1.10); Dupire (1994), "Pricing with a smile".
 */
export function localVol(surface: SmileAt, k: number, years: number): Result<number, LocalVolFailure> {
  const column = localVolColumn(surface, years);
  return column === null ? err('outside') : column(k);
}

/** Local vols on a grid, one row a time, one entry a log-strike: what a heat map draws, with a reason in place of each missing vol. */
export function localVolGrid(
  surface: SmileAt,
  logStrikes: readonly number[],
  years: readonly number[],
): readonly (readonly Result<number, LocalVolFailure>[])[] {
  return years.map((time) => {
    const column = localVolColumn(surface, time);
    return logStrikes.map((k) => (column === null ? err('outside') : column(k)));
  });
}

function localVolColumn(
  surface: SmileAt,
  years: number,
): ((k: number) => Result<number, LocalVolFailure>) | null {
  const here = surface(years);
  if (here === null) return null;
  const before = surface(years * (1 - TIME_STEP)) ?? here;
  const after = surface(years * (1 + TIME_STEP)) ?? here;
  const span = after.years - before.years;
  return span > 0 ? (k) => dupire(here, (after.totalVariance(k) - before.totalVariance(k)) / span, k) : null;
}

function dupire(smile: Smile, varianceSlope: number, k: number): Result<number, LocalVolFailure> {
  if (!(varianceSlope >= 0)) return err('calendar-arbitrage');
  const g = durrlemanG(k, smile.jet(k));
  return g > 0 ? ok(Math.sqrt(varianceSlope / g)) : err('butterfly-arbitrage');
}
