/** A thin space that does not break, as thousands separator. */
export const thinSpace = '\u202f';
export const minusSign = '−';
/** What a missing number is written as. */
export const noNumber = '–';

/** Digits in threes before the point; no sign. */
function digits(value: number, decimals: number): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length < 4 ? whole : whole.replaceAll(/\d(?=(\d{3})+$)/g, `$&${thinSpace}`);
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** Rounded to noughts alone, a number has no sign. */
const signless = (text: string): boolean => !/[1-9]/.test(text);

/** A number for reading: thin spaces in thousands, true minus sign, no minus before a rounded zero. */
export function numberText(value: number | null, decimals: number): string {
  if (value === null) return noNumber;
  const text = digits(value, decimals);
  return value < 0 && !signless(text) ? minusSign + text : text;
}

/** As `numberText` with a plus sign where one is due. */
export function signedText(value: number | null, decimals: number): string {
  const text = numberText(value, decimals);
  return value !== null && value > 0 && !signless(text) ? `+${text}` : text;
}
