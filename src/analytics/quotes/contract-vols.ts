/**
 * Black vols of one contract's prices, from our own inversion; decimals, null where there is no price or where the
 * price says nothing about vol.
 */
export interface ContractVols {
  readonly bid: number | null;
  readonly ask: number | null;
  readonly mid: number | null;
  readonly mark: number | null;
  /** Half a price tick in vol at the contract's mid (or its only side); 0 where nothing was inverted. */
  readonly halfTick: number;
  /** Why a quoted side has no vol; null when every quoted side has one. */
  readonly silent: 'beyond-tick' | 'implausible-vol' | null;
}
