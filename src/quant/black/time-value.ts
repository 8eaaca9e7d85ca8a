/**
 * Undiscounted value of an option above its intrinsic value, P/df − max(w(F − K), 0): the value of the option at the same
 * strike that is out of the money.
 *
 * In the money the subtraction is done before any rounding: F − K and its product with the discount factor are carried
 * with their rounding errors (Knuth's two-sum, Dekker's product), so that a time value of 1e-14 of the price keeps the
 * digits that the price has. The sign is exact.
 * @param price discounted premium, quote currency
 * @param forward > 0, same currency
 * @param strike > 0, same currency
 * @param discount discount factor > 0
 * @param isCall true for a call, false for a put
 * @returns same currency; negative below intrinsic
 */
export function timeValue(
  price: number,
  forward: number,
  strike: number,
  discount: number,
  isCall: boolean,
): number {
  if (isCall ? forward <= strike : strike <= forward) return price / discount;
  const high = isCall ? forward : strike;
  const low = isCall ? strike : forward;
  return timeValueInTheMoney(price, high, low, discount);
}

function timeValueInTheMoney(price: number, high: number, low: number, discount: number): number {
  const intrinsic = high - low;
  const back = intrinsic - high;
  const intrinsicRest = high - (intrinsic - back) - (low + back);
  if (discount === 1) return price - intrinsic - intrinsicRest;
  const product = intrinsic * discount;
  const rest = productRest(intrinsic, discount, product) + intrinsicRest * discount;
  const value = (price - product - rest) / discount;
  return Number.isNaN(value) ? price / discount - intrinsic : value;
}

const SPLITTER = 134_217_729;

/** a·b − product, exactly, where nothing overflows; NaN where it does. */
function productRest(a: number, b: number, product: number): number {
  const aWide = SPLITTER * a;
  const aHigh = aWide - (aWide - a);
  const aLow = a - aHigh;
  const bWide = SPLITTER * b;
  const bHigh = bWide - (bWide - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
