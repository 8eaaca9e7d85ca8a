import type { LegFigures, LegParts } from './leg-bill.ts';

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
/** The word for a part. */
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

/** What turns an amount per unit held into all its units. */
export interface AmountBasis {
  readonly amount: number;
  readonly forward: number;
  /** Quote currency per coin at which an amount is told in coin; null where there is no spot. */
  readonly perCoin: number | null;
  /** Quote currency per 1.00 of vol and unit held; null where there is no vega. */
  readonly vega: number | null;
  readonly days: number;
}

/** An amount per unit held in all its units. */
export function amountsOf(perUnit: number, basis: AmountBasis): Amounts {
  const quote = perUnit * basis.amount;
  return {
    perUnit,
    quote,
    coin: basis.perCoin === null ? null : quote / basis.perCoin,
    share: perUnit / basis.forward,
    vols: basis.vega === null ? null : perUnit / basis.vega,
    perDay: quote / basis.days,
  };
}

/** A part's size per unit held by its name; null where the venue does not say. */
export type PartSizes = readonly (readonly [PartId, number | null])[];

const LEG_PARTS = [
  ['flat-atm', 'flatAtm'],
  ['skew', 'skew'],
  ['half-spread', 'halfSpread'],
  ['slippage', 'slippage'],
  ['fee', 'fee'],
  ['delivery', 'delivery'],
] as const satisfies readonly (readonly [PartId, keyof LegParts])[];

/** Each part over all legs; unknown where it is not known for one of them. */
export function optionPartSizes(legs: readonly LegFigures[]): PartSizes {
  return LEG_PARTS.map(([id, key]) => {
    let sum: number | null = 0;
    for (const { parts } of legs) {
      const part: number | null = parts[key];
      sum = sum === null || part === null ? null : sum + part;
    }
    return [id, sum];
  });
}

/** The known parts added up in their order: this sum is the total, to the last digit. */
export function addUp(sizes: PartSizes): number {
  let sum = 0;
  for (const [, size] of sizes) sum += size ?? 0;
  return sum;
}
