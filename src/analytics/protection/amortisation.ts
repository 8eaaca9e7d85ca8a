/** Cost through time. */
export interface Amortisation {
  /** Quote currency for the whole holding a day. */
  readonly straightLine: number;
  /** What the first day takes off the hedge's value if nothing moves, surface included. */
  readonly firstDay: number;
  /** Straight-line cost a day for each percent of the holding that the hedge can pay at most; null when it can pay nothing. */
  readonly perDayPerPercent: number | null;
  /** Total times 365 over the days to expiry, of the holding's value, decimal. */
  readonly annualSimple: number;
  /** Whole rolls in a year, each at today's price with its own fees. */
  readonly annualRolls: { readonly rolls: number; readonly share: number };
  /** Cost not yet used up: by the calendar, and by the hedge's value at mid on the surface if the price stands still. */
  readonly path: readonly {
    readonly days: number;
    readonly straightLine: number;
    readonly byTheta: number;
  }[];
}
