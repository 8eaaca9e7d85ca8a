import { type Result, err, ok } from '#base/result.ts';
import { type Smile, smileVol } from '../smile.ts';
import {
  type DeltaConvention,
  type DeltaStrikeFailure,
  type SmilePoint,
  deltaNeutralStrike,
  deltaStrike,
} from './delta-strike.ts';

/** Which vol the butterfly is measured from: at k = 0, or at the delta-neutral straddle of the same delta convention. */
export type SkewCentre = 'atm-forward' | 'delta-neutral';

/** Where and how a smile's skew is read: delta size (0.1, 0.15, 0.25, 0.5), its convention, the butterfly's centre. */
export interface DeltaSkewRequest {
  readonly delta: number;
  readonly convention: DeltaConvention;
  readonly centre: SkewCentre;
}

/** The put and the call of one delta on one smile, and what their vols say; each fails alone. Vols are decimals. */
export interface DeltaSkew {
  readonly put: Result<SmilePoint, DeltaStrikeFailure>;
  readonly call: Result<SmilePoint, DeltaStrikeFailure>;
  /** The vol that the butterfly is measured from. */
  readonly centreVol: Result<number, DeltaStrikeFailure>;
  /** σ(call) − σ(put): negative means puts dearer. */
  readonly riskReversal: Result<number, DeltaStrikeFailure>;
  /** ½(σ(call) + σ(put)) − σ(centre): the smile butterfly, which is not the market strangle's (`marketStrangle`). */
  readonly butterfly: Result<number, DeltaStrikeFailure>;
}

/** Vol at the forward, k = 0, as a decimal. */
export function atmForwardVol(smile: Smile): number {
  return smileVol(smile, 0);
}

/** Put, call, risk reversal and smile butterfly at one delta. Ref: Clark (2011), §3.3–3.4. */
export function deltaSkew(smile: Smile, request: DeltaSkewRequest): DeltaSkew {
  const { delta, convention, centre } = request;
  const put = deltaStrike(smile, { delta, right: 'put', convention });
  const call = deltaStrike(smile, { delta, right: 'call', convention });
  const centreVol = skewCentreVol(smile, convention, centre);
  if (!put.ok) return { put, call, centreVol, riskReversal: put, butterfly: put };
  if (!call.ok) return { put, call, centreVol, riskReversal: call, butterfly: call };
  const mean = 0.5 * (call.value.vol + put.value.vol);
  return {
    put,
    call,
    centreVol,
    riskReversal: ok(call.value.vol - put.value.vol),
    butterfly: centreVol.ok ? ok(mean - centreVol.value) : centreVol,
  };
}

/** The vol a butterfly is measured from, as a decimal; fails where the straddle has no one strike. */
export function skewCentreVol(
  smile: Smile,
  convention: DeltaConvention,
  centre: SkewCentre,
): Result<number, DeltaStrikeFailure> {
  if (centre === 'atm-forward') return ok(atmForwardVol(smile));
  const straddle = deltaNeutralStrike(smile, convention);
  return straddle.ok ? ok(straddle.value.vol) : straddle;
}

/**
 * Mixon's normalised skew: (σ(25Δ put) − σ(25Δ call)) / σ(50Δ), positive when puts are dearer; dimensionless. The 50-delta vol is that of the
 * convention's delta-neutral straddle, which for the forward delta is the 50-delta call.
 * Ref: Mixon (2011), "What does implied volatility skew measure?", Journal of Derivatives 18(4).
 */
export function normalisedSkew(
  smile: Smile,
  convention: DeltaConvention,
): Result<number, DeltaStrikeFailure> {
  const { riskReversal, centreVol } = deltaSkew(smile, { delta: 0.25, convention, centre: 'delta-neutral' });
  if (!riskReversal.ok) return riskReversal;
  if (!centreVol.ok) return centreVol;
  return ok(-riskReversal.value / centreVol.value);
}

/** How much further the wings rise between two deltas; dimensionless, each null where its denominator is zero. */
export interface WingRatios {
  /** σ(outer put) / σ(inner put). */
  readonly put: number;
  /** σ(outer call) / σ(inner call). */
  readonly call: number;
  /** Outer risk reversal / inner risk reversal. */
  readonly riskReversal: number | null;
  /** Outer butterfly / inner butterfly. */
  readonly butterfly: number | null;
}

/** Wing ratios of a smile: an outer delta (usually 0.10) over an inner one (usually 0.25). Fails as the deltas do. */
export function wingRatios(outer: DeltaSkew, inner: DeltaSkew): Result<WingRatios, DeltaStrikeFailure> {
  for (const part of [outer.put, outer.call, inner.put, inner.call]) if (!part.ok) return err(part.error);
  const vol = (part: Result<SmilePoint, DeltaStrikeFailure>): number =>
    part.ok ? part.value.vol : Number.NaN;
  return ok({
    put: vol(outer.put) / vol(inner.put),
    call: vol(outer.call) / vol(inner.call),
    riskReversal: ratio(outer.riskReversal, inner.riskReversal),
    butterfly: ratio(outer.butterfly, inner.butterfly),
  });
}

function ratio(
  outer: Result<number, DeltaStrikeFailure>,
  inner: Result<number, DeltaStrikeFailure>,
): number | null {
  return outer.ok && inner.ok && inner.value !== 0 ? outer.value / inner.value : null;
}
