import { type Result, err, ok } from '#base/result.ts';
import { type Smile, smileVol } from '../smile.ts';
import { bracketedRoot } from '../solve/bracketed-root.ts';
import { normalCdf } from '../special/normal.ts';
import { type SkewCentre, skewCentreVol } from './delta-skew.ts';
import { type DeltaConvention, type DeltaStrikeFailure, deltaStrike } from './delta-strike.ts';

/** Why a smile has no market strangle: a delta or the centre fails, or no single vol prices both legs within reach. */
export type MarketStrangleFailure = DeltaStrikeFailure | 'no-single-vol';

/** The strangle as FX brokers quote it: one vol that strikes both legs and prices their sum as the smile does. */
export interface MarketStrangle {
  /** The one vol, as a decimal. */
  readonly vol: number;
  /** That vol less the centre's: the market butterfly, to be kept apart from the smile butterfly of `deltaSkew`. */
  readonly butterfly: number;
  /** ln(K/F) of the call leg, whose delta on the one vol is the one asked for. */
  readonly callStrike: number;
  /** ln(K/F) of the put leg. */
  readonly putStrike: number;
}

/** Which strangle: delta size, its convention, the butterfly's centre. */
export interface MarketStrangleRequest {
  readonly delta: number;
  readonly convention: DeltaConvention;
  readonly centre: SkewCentre;
}

/**
 * The market strangle that agrees with a smile: σ such that the call and the put of the given delta on a flat vol σ cost together, at σ,
 * what they cost on the smile. Ref: Clark (2011), §3.4; Reiswich and Wystup (2010), §3.
 */
export function marketStrangle(
  smile: Smile,
  request: MarketStrangleRequest,
): Result<MarketStrangle, MarketStrangleFailure> {
  const centre = skewCentreVol(smile, request.convention, request.centre);
  if (!centre.ok) return centre;
  const excess = (vol: number): number => {
    const strikes = strangleStrikes(vol, smile.years, request);
    return strikes.ok ? premiumExcess(smile, vol, strikes.value) : Number.NaN;
  };
  const vol = bracketedRoot(excess, 0.4 * centre.value, 2.5 * centre.value);
  if (vol === null) return err('no-single-vol');
  const strikes = strangleStrikes(vol, smile.years, request);
  if (!strikes.ok) return strikes;
  return ok({ vol, butterfly: vol - centre.value, ...strikes.value });
}

/** The strikes of a strangle, as ln(K/F), when one vol is used for both legs. */
export interface StrangleStrikes {
  readonly callStrike: number;
  readonly putStrike: number;
}

/** Strikes of the put and the call of one delta on a flat vol (decimal) to one expiry (ACT/365F years). Fails as `deltaStrike` does. */
export function strangleStrikes(
  vol: number,
  years: number,
  request: Pick<MarketStrangleRequest, 'delta' | 'convention'>,
): Result<StrangleStrikes, DeltaStrikeFailure> {
  const w = vol * vol * years;
  const flat: Smile = { years, totalVariance: () => w, jet: () => ({ w, dw: 0, d2w: 0 }) };
  const call = deltaStrike(flat, { ...request, right: 'call' });
  if (!call.ok) return call;
  const put = deltaStrike(flat, { ...request, right: 'put' });
  return put.ok ? ok({ callStrike: call.value.k, putStrike: put.value.k }) : put;
}

function premiumExcess(smile: Smile, vol: number, strikes: StrangleStrikes): number {
  const { callStrike, putStrike } = strikes;
  const root = Math.sqrt(smile.years);
  const onSmile =
    blackOverForward(callStrike, smileVol(smile, callStrike) * root, 1) +
    blackOverForward(putStrike, smileVol(smile, putStrike) * root, -1);
  return blackOverForward(callStrike, vol * root, 1) + blackOverForward(putStrike, vol * root, -1) - onSmile;
}

/** Undiscounted Black premium over the forward, at k = ln(K/F) and σ√T; sign +1 call, −1 put. */
function blackOverForward(k: number, sd: number, sign: 1 | -1): number {
  const d1 = -k / sd + 0.5 * sd;
  return sign * (normalCdf(sign * d1) - Math.exp(k) * normalCdf(sign * (d1 - sd)));
}
