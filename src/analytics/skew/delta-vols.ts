import { deltaSkew, skewCentreVol } from '#quant/skew/delta-skew.ts';
import { deltaNeutralStrike } from '#quant/skew/delta-strike.ts';
import { constantMaturityVol } from '#quant/term/constant-maturity.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { MeasuredSmile } from '../metrics/delta-points.ts';
import { type SideVols, sideVols } from '../metrics/smile-sides.ts';
import { valueOrNull } from '../metrics/value-or-null.ts';

/** A vol of the fit with what is bid and asked there; decimals, the sides null where nobody quotes. */
export interface QuotedVol extends SideVols {
  readonly vol: number | null;
}

/** The four vols that every definition of skew at one delta is made from. */
export interface DeltaVols {
  readonly put: QuotedVol;
  readonly call: QuotedVol;
  /** At the forward. */
  readonly atm: QuotedVol;
  /** At the delta-neutral straddle of the report's delta convention. */
  readonly straddle: QuotedVol;
}

/** The vols of one expiry, as a pillar of constant tenors. */
export interface DeltaPillar extends DeltaVols {
  /** ACT/365F. */
  readonly years: number;
}

/** No vol is known. */
const UNKNOWN: QuotedVol = { vol: null, bid: null, ask: null };

/**
 * Reads the vols of one delta off a fitted smile.
 * @param delta size in (0, 1): 0.25 for the 25-delta put and call
 */
export function deltaVols(measured: MeasuredSmile, delta: number): DeltaPillar {
  const { fit, quotedRange } = measured;
  const convention = { kind: measured.convention };
  const skew = deltaSkew(fit.smile, { delta, convention, centre: 'atm-forward' });
  const straddle = deltaNeutralStrike(fit.smile, convention);
  const quoted = (point: { readonly k: number; readonly vol: number } | null): QuotedVol =>
    point === null || !Number.isFinite(point.k)
      ? UNKNOWN
      : { vol: finiteOrNull(point.vol), ...sideVols(fit, quotedRange, point.k) };
  const atm = valueOrNull(skewCentreVol(fit.smile, convention, 'atm-forward'));
  return {
    years: fit.smile.years,
    put: quoted(skew.put.ok ? skew.put.value : null),
    call: quoted(skew.call.ok ? skew.call.value : null),
    atm: quoted(atm === null ? null : { k: 0, vol: atm }),
    straddle: quoted(straddle.ok ? straddle.value : null),
  };
}

/**
 * The same vols at a tenor between listed expiries, each linear in total variance between the two expiries about it that have
 * put, call and at-the-money vol. A side is known only where both have it; nothing is extrapolated.
 * @param pillars rising in years
 * @param years ACT/365F
 */
export function deltaVolsAt(pillars: readonly DeltaPillar[], years: number): DeltaVols {
  const complete = pillars.filter(
    ({ put, call, atm }) => put.vol !== null && call.vol !== null && atm.vol !== null,
  );
  const after = complete.findIndex((pillar) => pillar.years >= years);
  const around = after < 0 ? [] : complete.slice(Math.max(after - 1, 0), after + 1);
  const at = (which: keyof DeltaVols, side: keyof QuotedVol): number | null => {
    const vols = around.flatMap((pillar) => {
      const vol = pillar[which][side];
      return vol === null ? [] : [{ years: pillar.years, vol }];
    });
    return vols.length === around.length ? valueOrNull(constantMaturityVol(vols, years)) : null;
  };
  const quoted = (which: keyof DeltaVols): QuotedVol => ({
    vol: at(which, 'vol'),
    bid: at(which, 'bid'),
    ask: at(which, 'ask'),
  });
  return { put: quoted('put'), call: quoted('call'), atm: quoted('atm'), straddle: quoted('straddle') };
}
