import type { OptionRight, PremiumUnit } from '#market/instrument.ts';

/** What turns a premium into an undiscounted price in the quote currency. */
export interface PriceBasis {
  readonly premiumUnit: PremiumUnit;
  /** Forward in the quote currency per unit of the underlying, > 0. */
  readonly forward: number;
  /** Discount factor to expiry, in (0, 1] for ordinary rates; only used for premiums paid in the quote currency. */
  readonly discount: number;
}

/**
 * Undiscounted Black-76 price in the quote currency per unit of the underlying. A premium in coin is worth the forward
 * at expiry, so it is multiplied by the forward; a premium in the quote currency is divided by the discount factor.
 */
export function undiscountedPrice(premium: number, basis: PriceBasis): number {
  return basis.premiumUnit === 'underlying' ? premium * basis.forward : premium / basis.discount;
}

/** Undiscounted intrinsic value, quote currency: max(F − K, 0) for a call, max(K − F, 0) for a put. */
export function intrinsicValue(right: OptionRight, strike: number, forward: number): number {
  return Math.max(right === 'call' ? forward - strike : strike - forward, 0);
}

/** The undiscounted price that no vol reaches, quote currency: F for a call, K for a put. */
export function maximumPrice(right: OptionRight, strike: number, forward: number): number {
  return right === 'call' ? forward : strike;
}
