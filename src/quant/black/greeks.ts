import { assert } from '#base/assert.ts';
import { normalCdfOf, normalPdf } from '../special/normal.ts';
import { blackPrice } from './black-price.ts';
import { logMoneyness } from './log-moneyness.ts';

/**
 * Black-76 price and sensitivities of one option. V is the premium in quote currency, F the forward, r = −ln(df)/T.
 * All partial derivatives hold the other inputs fixed, the vol among them.
 */
export interface BlackGreeks {
  /** V, quote currency. */
  readonly price: number;
  /** Undiscounted forward delta w·Φ(w·d₁): units of forward per option, negative for puts. Deribit's displayed delta. */
  readonly deltaForward: number;
  /** dV/dF = df·w·Φ(w·d₁): quote currency per 1 of forward. */
  readonly deltaF: number;
  /** Premium-adjusted forward delta w·(K/F)·Φ(w·d₂): `deltaForward` less the premium in coin, V/(df·F). */
  readonly deltaPremiumAdjusted: number;
  /** V/F: premium in coin, fraction of one unit of the underlying. */
  readonly coinPrice: number;
  /** d(V/F)/dF = df·(premium-adjusted delta)/F: coin per 1 of forward. */
  readonly coinDelta: number;
  /** d²(V/F)/dF²: coin per (1 of forward)². */
  readonly coinGamma: number;
  /** d²V/dF²: per 1 of forward, ≥ 0. */
  readonly gamma: number;
  /** dV/dσ: quote currency per 1.00 of vol (a hundred vol points), ≥ 0. */
  readonly vega: number;
  /** −dV/dT at fixed F, σ and r: quote currency per year; divide by 365 for a day. Mostly negative. */
  readonly theta: number;
  /** dV/dr at fixed forward = −T·V: quote currency per 1.00 of rate. */
  readonly rhoF: number;
  /** dV/dr at fixed spot, F = S·e^((r−q)T): w·K·T·df·Φ(w·d₂), quote currency per 1.00 of rate. */
  readonly rhoS: number;
  /** d²V/dF dσ: change of `deltaF` per 1.00 of vol. */
  readonly vanna: number;
  /** d²V/dσ²: change of `vega` per 1.00 of vol. */
  readonly volga: number;
  /** −d(dV/dF)/dT at fixed F, σ and r: change of `deltaF` per year that passes. */
  readonly charm: number;
  /** d³V/dF³: change of `gamma` per 1 of forward. */
  readonly speed: number;
  /** dV/dK = −w·df·Φ(w·d₂): quote currency per 1 of strike. */
  readonly dualDelta: number;
  /** d²V/dK²: discounted risk-neutral density of the underlying at K, per 1 of strike. */
  readonly dualGamma: number;
}

/**
 * Black-76 price and sensitivities, all from one pair d₁, d₂ whose moneyness is formed without rounding F/K.
 *
 * Relative error below 2e-14 within five deviations of ordinary markets and 5e-14 beyond; sums that cross zero (theta,
 * charm, speed, coin gamma) relative to their larger term. Throws on inputs that are not positive.
 * Source: Black (1976); definitions of the coin greeks by differentiating V/F.
 * @param forward > 0, quote currency
 * @param strike > 0, same currency
 * @param vol annualised, decimal, > 0
 * @param years ACT/365F, > 0
 * @param discount discount factor to expiry, > 0
 * @param right 'call' or 'put'
 */
export function blackGreeks(
  forward: number,
  strike: number,
  vol: number,
  years: number,
  discount: number,
  right: 'call' | 'put',
): BlackGreeks {
  // the message is built only where it is needed: five numbers to text cost more than the greeks
  if (!(forward > 0 && strike > 0 && vol > 0 && years > 0 && discount > 0)) {
    assert(
      false,
      `greeks need F ${forward}, K ${strike}, vol ${vol}, T ${years}, df ${discount} to be positive`,
    );
  }
  const w = right === 'call' ? 1 : -1;
  const rootYears = Math.sqrt(years);
  const s = vol * rootYears;
  const x = logMoneyness(forward, strike);
  const d1 = x / s + 0.5 * s;
  const d2 = x / s - 0.5 * s;
  const density = normalPdf(d1);
  const rate = -Math.log(discount) / years;
  const price = blackPrice(forward, strike, vol, years, discount, right);
  const density2 = normalPdf(d2);
  const deltaForward = w * normalCdfOf(w * d1, density);
  const deltaF = discount * deltaForward;
  const exercise = w * normalCdfOf(w * d2, density2);
  const deltaPremiumAdjusted = (strike / forward) * exercise;
  const gamma = (discount * density) / (forward * s);
  const vega = discount * forward * density * rootYears;
  return {
    price,
    deltaForward,
    deltaF,
    deltaPremiumAdjusted,
    coinPrice: price / forward,
    coinDelta: (discount * deltaPremiumAdjusted) / forward,
    coinGamma: ((discount / forward) * (density / s - 2 * deltaPremiumAdjusted)) / forward,
    gamma,
    vega,
    theta: (-0.5 * vega * vol) / years + rate * price,
    rhoF: -years * price,
    rhoS: strike * years * discount * exercise,
    vanna: (-discount * density * d2) / vol,
    volga: (vega * d1 * d2) / vol,
    charm: rate * deltaF + (0.5 * discount * density * d2) / years,
    speed: (-gamma * (1 + d1 / s)) / forward,
    dualDelta: -discount * exercise,
    dualGamma: (discount * density2) / (strike * s),
  };
}

/**
 * Spot delta dV/dS = df_foreign·w·Φ(w·d₁): the forward delta discounted at the yield of the underlying.
 *
 * With F = S·df_foreign/df. For an underlying that yields nothing it equals the forward delta.
 * @param deltaForward undiscounted forward delta of `blackGreeks`
 * @param foreignDiscount discount factor of the underlying's own yield to expiry, > 0
 * @returns units of spot per option
 */
export function spotDelta(deltaForward: number, foreignDiscount: number): number {
  return deltaForward * foreignDiscount;
}
