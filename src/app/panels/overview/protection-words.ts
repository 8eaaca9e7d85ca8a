import { FARTHEST_STRIKE } from '#analytics/protection/floor-contract.ts';
import type { FloorBill, NoBill } from '#analytics/protection/floor-bill.ts';
import type { StandardFloor } from '#analytics/protection/standard-floor.ts';
import { numberText } from '#charts/number-text.ts';

const FIXED_REASONS: Readonly<Record<Exclude<NoBill['reason'], `beyond-${string}`>, string>> = {
  'no-ask': 'nobody offers this put',
  'below-minimum-trade': 'less than the smallest order',
  expired: 'expired',
  'no-forward': 'no forward price',
  'no-smile': 'no fitted smile to split the price by',
  'no-strike': `no put is listed within ${numberText(FARTHEST_STRIKE * 100, 0)} % of this floor`,
  crossed: 'bid above ask',
  stale: 'its quote is stale',
  'below-intrinsic': 'quoted below intrinsic value',
  'above-maximum': 'quoted above its maximum',
};

/** Why an expiry has no bill, as a person would say it. */
export function noBillInWords({ reason, fillable }: NoBill): string {
  const part = `only ${numberText(Math.floor((fillable ?? 0) * 100), 0)} % of this size`;
  if (reason === 'beyond-book') return `the book holds ${part}`;
  if (reason === 'beyond-levels')
    return `the levels the venue sent hold ${part}; what lies beyond is not known`;
  if (reason === 'beyond-top-of-book') return `the best ask is for ${part}; what lies beyond is not known`;
  return FIXED_REASONS[reason];
}

/** `10 BTC`, and where a contract is of many units `10 contracts of 100 SPX`. */
export function holdingInWords({ amount, contractSize }: StandardFloor, unit: string): string {
  return contractSize === null || contractSize <= 1
    ? `${numberText(amount, 0)} ${unit}`
    : `${numberText(amount / contractSize, 0)} contracts of ${numberText(contractSize, 0)} ${unit}`;
}

const DEPTH_WORDS: Readonly<Record<FloorBill['depth'], string>> = {
  'quoted-price': 'Quoted price only, size not checked',
  'top-of-book': 'Size checked against the best ask',
  book: 'Filled through the order book',
};
const DEPTHS = ['quoted-price', 'top-of-book', 'book'] as const;

/** On what depth the bills rest, the weakest first. */
function depthInWords(bills: readonly FloorBill[]): readonly string[] {
  const found = DEPTHS.flatMap((depth) => {
    const count = bills.filter((bill) => bill.depth === depth).length;
    return count === 0 ? [] : [{ words: DEPTH_WORDS[depth], count }];
  });
  return found.map(({ words, count }) =>
    found.length === 1 ? words : `${words} at ${count} of ${bills.length} expiries`,
  );
}

/** What a reader must know to take the bills for what they are. */
export function cautions(bills: readonly FloorBill[]): readonly string[] {
  const negative = bills.some(({ parts }) => Object.values(parts).some((part) => part !== null && part < 0));
  const feeless = bills.filter(({ parts }) => parts.fee === null).length;
  return [
    ...depthInWords(bills),
    ...(feeless > 0 ? ['The venue’s fee is not known and not in the bill'] : []),
    ...(negative ? ['Parts left of zero lower the bill, the upright line marks what is paid'] : []),
  ];
}
