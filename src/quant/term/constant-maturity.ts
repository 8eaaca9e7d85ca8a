import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { VolPillar } from './forward-vol.ts';

/** Why a maturity has no vol: nothing is listed, or it lies outside the listed expiries, where nothing is extrapolated. */
export type ConstantMaturityFailure = 'no-pillars' | 'before-first' | 'after-last';

/**
 * Vol at a maturity between listed ones, linear in total variance σ²T: calendar-free whenever the pillars are, exact at a pillar.
 * The pillars are vols of one and the same delta (or of the forward) at each expiry, so that "30-day 25-delta put" is interpolated
 * between 25-delta puts; reading an interpolated surface at its own 25-delta strike gives a slightly different number.
 * @param pillars rising in years
 * @param years the maturity, ACT/365F
 */
export function constantMaturityVol(
  pillars: readonly VolPillar[],
  years: number,
): Result<number, ConstantMaturityFailure> {
  const after = pillars.findIndex((pillar) => pillar.years >= years);
  const far = pillars[after === -1 ? pillars.length - 1 : after];
  if (far === undefined) return err('no-pillars');
  if (after === -1) return err('after-last');
  if (far.years === years) return ok(far.vol);
  const near = pillars[after - 1];
  if (near === undefined) return err('before-first');
  assert(near.years < far.years, `pillars were not rising: ${near.years}, ${far.years}`);
  const weight = (years - near.years) / (far.years - near.years);
  const w1 = near.vol * near.vol * near.years;
  const w2 = far.vol * far.vol * far.years;
  return ok(Math.sqrt((w1 + weight * (w2 - w1)) / years));
}

/** One expiry's vols at the forward and at the two wings of one delta; null where the smile has none. */
export interface SkewPillar {
  readonly years: number;
  readonly atmVol: number | null;
  readonly putVol: number | null;
  readonly callVol: number | null;
}

/** Skew at a constant maturity; each part fails alone. Signs as in `deltaSkew`. */
export interface ConstantMaturitySkew {
  readonly atmVol: Result<number, ConstantMaturityFailure>;
  readonly putVol: Result<number, ConstantMaturityFailure>;
  readonly callVol: Result<number, ConstantMaturityFailure>;
  readonly riskReversal: Result<number, ConstantMaturityFailure>;
  readonly butterfly: Result<number, ConstantMaturityFailure>;
}

/**
 * Skew at a maturity between listed expiries: each vol by `constantMaturityVol`, risk reversal and butterfly from the results. The level is
 * interpolated between all expiries that have one; wings and butterfly between the expiries that have level and both wings.
 */
export function constantMaturitySkew(pillars: readonly SkewPillar[], years: number): ConstantMaturitySkew {
  const complete = pillars.filter((p) => p.atmVol !== null && p.putVol !== null && p.callVol !== null);
  const at = (some: readonly SkewPillar[], vol: Pick): Found =>
    constantMaturityVol(volPillars(some, vol), years);
  const atmVol = at(pillars, 'atmVol');
  const [level, putVol, callVol] = [at(complete, 'atmVol'), at(complete, 'putVol'), at(complete, 'callVol')];
  if (!putVol.ok || !callVol.ok || !level.ok) {
    return { atmVol, putVol, callVol, riskReversal: putVol, butterfly: putVol };
  }
  return {
    atmVol,
    putVol,
    callVol,
    riskReversal: ok(callVol.value - putVol.value),
    butterfly: ok(0.5 * (putVol.value + callVol.value) - level.value),
  };
}

type Pick = 'atmVol' | 'putVol' | 'callVol';
type Found = Result<number, ConstantMaturityFailure>;

function volPillars(pillars: readonly SkewPillar[], which: Pick): VolPillar[] {
  return pillars.flatMap((pillar) => {
    const vol = pillar[which];
    return vol === null ? [] : [{ years: pillar.years, vol }];
  });
}
