/** How the number of contracts was found. */
export interface Sizing {
  /**
   * `one-for-one`: a contract for every unit held. `coins-left`: a premium in coin paid from the holding leaves fewer
   * coins, and as many puts as coins left make the value below the strike the same in quote currency at every price.
   */
  readonly rule: 'one-for-one' | 'coins-left';
  /** Contracts before rounding up to what can be ordered. */
  readonly solved: number;
  readonly contracts: number;
  /** Step of an order in contracts; null when the venue has not said, and then nothing is rounded. */
  readonly lot: number | null;
  /** Coin paid for one unit of the hedge, premiums and known fees; null for premiums in the quote currency. */
  readonly coinPerUnit: number | null;
  /** Units of the underlying left after what was paid in coin. */
  readonly unitsLeft: number;
}
