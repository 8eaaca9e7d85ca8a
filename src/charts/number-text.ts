import { formatLocale } from 'd3-format';

/** A thin space that does not break, as thousands separator. */
export const thinSpace = '\u202f';
export const minusSign = '−';
/** What a missing number is written as. */
export const noNumber = '–';

const locale = formatLocale({
  decimal: '.',
  thousands: thinSpace,
  grouping: [3],
  currency: ['', ''],
  minus: minusSign,
});

/** A number for reading: thin spaces in thousands, true minus sign, no minus before a rounded zero. */
export function numberText(value: number | null, decimals: number): string {
  return value === null ? noNumber : locale.format(`,.${decimals}f`)(value);
}

/** As `numberText` with a plus sign where one is due. */
export function signedText(value: number | null, decimals: number): string {
  return value === null
    ? noNumber
    : locale
        .format(`+,.${decimals}f`)(value)
        .replace(/^[+−](?=0(\.0*)?$)/, '');
}
