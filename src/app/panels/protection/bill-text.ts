import { numberText } from '#charts/number-text.ts';

/** A decimal as a percentage. */
export const percent = (value: number | null, decimals = 2): string =>
  value === null ? numberText(null, 0) : `${numberText(100 * value, decimals)} %`;

/** An amount of the quote currency, with cents where they matter. */
export const money = (value: number | null): string =>
  numberText(value, value !== null && Math.abs(value) < 100 ? 2 : 0);

/** A decimal vol in vol points. */
export const vols = (value: number | null): string => numberText(value === null ? null : 100 * value, 2);
