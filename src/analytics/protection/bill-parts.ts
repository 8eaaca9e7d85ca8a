/** Parts of a bill, in the order in which they add up. `basis` and `funding` belong to the benchmark future and perpetual. */
export const PART_IDS = [
  'flat-atm',
  'skew',
  'half-spread',
  'slippage',
  'fee',
  'delivery',
  'basis',
  'funding',
] as const;
export type PartId = (typeof PART_IDS)[number];

/** One amount in every unit in which it is shown. Costs are positive, receipts negative. */
export interface Amounts {
  /** Quote currency per unit held. Parts of this unit add up to the total exactly. */
  readonly perUnit: number;
  /** Quote currency for the whole holding. */
  readonly quote: number;
  /** Coin for the whole holding: at the forward where the premium is paid in coin, at spot otherwise; null without spot. */
  readonly coin: number | null;
  /** Of the holding's value at the forward, decimal. */
  readonly share: number;
  /** In vol, decimal: divided by the vegas of all legs taken together unsigned; null for a structure without vega. */
  readonly vols: number | null;
  /** Quote currency for the whole holding a day, straight-line to the expiry. */
  readonly perDay: number;
}

/** One part of the bill. */
export interface BillPart {
  readonly id: PartId;
  /** Null when the venue does not say: the total is then without it. */
  readonly amounts: Amounts | null;
}
