import type { Smile } from '#quant/smile.ts';
import { type BlackGreeks, blackGreeks } from './greeks.ts';
import { logMoneyness } from './log-moneyness.ts';

/*
 * Delta and vega when the smile moves with the market. Between a move of the forward and the vol of a fixed strike stands
 * one number, the skew stickiness R: dσ(K) = (R − 1)·σ′(k)·d ln F, σ′ = dσ/dk. R = 1 leaves the vol of a strike alone, R = 0
 * carries the smile along with the forward, R = 2 is what local-volatility and short-dated stochastic-volatility models
 * give. Source: Bergomi, "Stochastic Volatility Modeling" (2016), chapter 9; Bartlett (2006) for the hedge that follows.
 */

/** One option on a smile; prices in quote currency. */
export interface SmileOption {
  readonly smile: Smile;
  /** Forward of the smile's expiry, > 0. */
  readonly forward: number;
  /** > 0. */
  readonly strike: number;
  /** Discount factor to the smile's expiry, > 0. */
  readonly discount: number;
  readonly right: 'call' | 'put';
}

/** dV/dF in quote currency per 1 of forward when each strike keeps its vol (R = 1): Black's delta at the smile's vol. */
export function stickyStrikeDelta(option: SmileOption): number {
  return onSmile(option).greeks.deltaF;
}

/**
 * dV/dF in quote currency per 1 of forward when each moneyness, and so each delta, keeps its vol (R = 0): Black's delta
 * less vega·σ′(k)/F.
 */
export function stickyDeltaDelta(option: SmileOption): number {
  return stickinessDelta(option, 0);
}

/**
 * dV/dF in quote currency per 1 of forward that leaves the least variance when vols move with the forward at the given
 * skew stickiness: Black's delta plus (R − 1)·vega·σ′(k)/F.
 * @param stickiness R, change of the at-the-money vol per d ln F in units of the at-the-money slope; 2 for short dates,
 *   nearer 1.5 for long ones; measured values may be handed in
 */
export function minimumVarianceDelta(option: SmileOption, stickiness = 2): number {
  return stickinessDelta(option, stickiness);
}

/** dV in quote currency per 1.00 of vol when the whole smile shifts in parallel at fixed strikes: Black's vega on the smile. */
export function stickyStrikeVega(option: SmileOption): number {
  return onSmile(option).greeks.vega;
}

/**
 * dV in quote currency per 1.00 of at-the-money vol when the smile keeps its shape in deviations k/(σ₀√T), so that each
 * delta keeps its ratio to the at-the-money vol σ₀: vega·(σ − k·σ′)/σ₀.
 */
export function stickyDeltaVega(option: SmileOption): number {
  const { greeks, vol, slope, k } = onSmile(option);
  const atmVol = Math.sqrt(option.smile.totalVariance(0) / option.smile.years);
  return (greeks.vega * (vol - k * slope)) / atmVol;
}

/**
 * dV in quote currency per 1.00 of at-the-money vol that remains after the minimum-variance delta is hedged away with the
 * forward: the sticky-delta vega less the part that moves with the forward.
 * @param stickiness R as in `minimumVarianceDelta`
 * @param volOfVol lognormal vol of the at-the-money vol per √year, decimal, > 0; with the slope it fixes the correlation
 *   ρ = R·σ′(0)/volOfVol of vol and forward, clamped to [−1, 1]
 */
export function minimumVarianceVega(option: SmileOption, volOfVol: number, stickiness = 2): number {
  const atm = option.smile.jet(0);
  const atmSlope = atm.dw / (2 * Math.sqrt(atm.w * option.smile.years));
  const correlation = Math.max(-1, Math.min(1, (stickiness * atmSlope) / volOfVol));
  return stickyDeltaVega(option) * (1 - correlation * correlation);
}

function stickinessDelta(option: SmileOption, stickiness: number): number {
  const { greeks, slope } = onSmile(option);
  return greeks.deltaF + ((stickiness - 1) * greeks.vega * slope) / option.forward;
}

/** Black greeks at the smile's vol, with k and dσ/dk. */
function onSmile(option: SmileOption): {
  readonly greeks: BlackGreeks;
  readonly vol: number;
  readonly slope: number;
  readonly k: number;
} {
  const { smile, forward, strike, discount, right } = option;
  const k = -logMoneyness(forward, strike);
  const { w, dw } = smile.jet(k);
  const vol = Math.sqrt(w / smile.years);
  const slope = dw / (2 * Math.sqrt(w * smile.years));
  return { greeks: blackGreeks(forward, strike, vol, smile.years, discount, right), vol, slope, k };
}
