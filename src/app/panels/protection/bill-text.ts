import type { LegBill } from '#analytics/protection/leg-bill.ts';
import { numberText } from '#charts/number-text.ts';

/** A decimal as a percentage. */
export const percent = (value: number | null, decimals = 2): string =>
  value === null ? numberText(null, 0) : `${numberText(100 * value, decimals)} %`;

/** An amount of the quote currency, with cents where they matter. */
export const money = (value: number | null): string =>
  numberText(value, value !== null && Math.abs(value) < 100 ? 2 : 0);

/** A decimal vol in vol points. */
export const vols = (value: number | null): string => numberText(value === null ? null : 100 * value, 2);

/** A price in premium units with the digits that mean something. */
export const priceText = (price: number): string => String(Number(price.toPrecision(6)));

/** A number of contracts. */
export const sizeText = (contracts: number): string =>
  numberText(contracts, Number.isInteger(contracts) ? 0 : 2);

const DEPTHS: Readonly<Record<LegBill['depth'], string>> = {
  book: 'walked through the order book',
  'top-of-book': 'checked against the best price’s size only',
  'quoted-price': 'at the quoted price alone: no size is known',
};

/** On what the size of a leg rests, in a clause. */
export function depthWords(depth: LegBill['depth']): string {
  return DEPTHS[depth];
}
