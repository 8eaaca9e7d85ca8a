import { DAYS_PER_YEAR } from '#base/time.ts';
import { type SkewPillar, constantMaturitySkew, constantMaturityVol } from '#quant/term/constant-maturity.ts';
import type { ConstantMaturity, Interval } from '../report.ts';
import { differenceOf, intervalOf } from './interval.ts';
import type { SideVols } from './smile-sides.ts';
import { valueOrNull } from './value-or-null.ts';

/** The tenors of every report, in days. */
export const TENOR_DAYS = [7, 14, 30, 60, 90, 180, 365] as const;

/** One listed expiry's level and 25-delta vols, with what is bid and asked for the two wings. */
export interface TenorPillar extends SkewPillar {
  readonly putSides: SideVols;
  readonly callSides: SideVols;
}

/**
 * Level and 25-delta skew at fixed tenors, linear in total variance between listed expiries at the same delta pillar;
 * null outside them. The interval's ends are interpolated in the same way from the wings' bid and ask vols.
 * @param pillars expiries with a fit, rising in years
 */
export function constantMaturities(pillars: readonly TenorPillar[]): readonly ConstantMaturity[] {
  return TENOR_DAYS.map((days) => {
    const years = days / DAYS_PER_YEAR;
    const skew = constantMaturitySkew(pillars, years);
    return {
      days,
      atmVol: valueOrNull(skew.atmVol),
      riskReversal25: valueOrNull(skew.riskReversal),
      butterfly25: valueOrNull(skew.butterfly),
      riskReversal25Interval: intervalAt(pillars, years),
    };
  });
}

/** Both expiries about the tenor must have all four sides: a gap is not bridged. */
function intervalAt(pillars: readonly TenorPillar[], years: number): Interval | null {
  const complete = pillars.filter((p) => p.atmVol !== null && p.putVol !== null && p.callVol !== null);
  const after = complete.findIndex((pillar) => pillar.years >= years);
  if (after < 0) return null;
  const around = complete.slice(Math.max(after - 1, 0), after + 1);
  const at = (side: (pillar: TenorPillar) => number | null): number | null => {
    const sides = around.flatMap((pillar) => {
      const vol = side(pillar);
      return vol === null ? [] : [{ years: pillar.years, vol }];
    });
    return sides.length === around.length ? valueOrNull(constantMaturityVol(sides, years)) : null;
  };
  return intervalOf(
    differenceOf(
      at((p) => p.callSides.bid),
      at((p) => p.putSides.ask),
    ),
    differenceOf(
      at((p) => p.callSides.ask),
      at((p) => p.putSides.bid),
    ),
  );
}
