import { DAY_MS, epochMs, type EpochMs } from '#base/time.ts';
import { FAMILIES, type ListedFamily } from '../coin-profile.ts';
import type { Quoting } from '../quoting.ts';
import { varianceSwapVol } from '../variance-swap-vol.ts';
import { bookNumbers } from './book-numbers.ts';
import { bookSummaryRow, rounded } from './book-summary.ts';
import { errorText, resultText } from './envelope.ts';
import { instrumentRow } from './instruments.ts';
import { orderBook } from './order-book.ts';
import { volatilityCandles } from './volatility-candles.ts';

/** Answers one method of the venue; parameters as in the address, still text. */
export type Answer = (quoting: Quoting, params: ReadonlyMap<string, string>, now: EpochMs) => string;

const KINDS = new Set(['option', 'future', 'spot', 'future_combo', 'option_combo']);
/** Settlement currencies of the venue under which the sample market lists nothing. */
const UNUSED_CURRENCIES: ReadonlySet<string> = new Set(['USDT', 'EURR']);
const MAX_LEVELS = 50;

/** The methods that the sample market knows. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  'public/get_book_summary_by_currency': (quoting, params, now) =>
    byCurrency(params, now, (family) => {
      const quote = quoting.quoter(family, now);
      const spot = quoting.spot(family, now);
      return quoting
        .listing(family, now)
        .map((contract) => bookSummaryRow(contract, quote(contract), spot, now));
    }),
  'public/get_instruments': (quoting, params, now) =>
    byCurrency(params, now, (family) => quoting.listing(family, now).map(instrumentRow)),
  'public/get_index_price': indexPrice,
  'public/get_volatility_index_data': volatilityIndex,
  'public/get_order_book': book,
};

function byCurrency(
  params: ReadonlyMap<string, string>,
  now: EpochMs,
  rowsOf: (family: ListedFamily) => readonly unknown[],
): string {
  const currency = params.get('currency');
  const kind = params.get('kind') ?? 'option';
  const families = FAMILIES.filter((family) => currency === 'any' || family.currency === currency);
  if (families.length === 0 && !UNUSED_CURRENCIES.has(currency ?? ''))
    return errorText('invalidParams', 'wrong currency', now);
  if (!KINDS.has(kind)) return errorText('invalidParams', 'wrong kind', now);
  return resultText(kind === 'option' ? families.flatMap(rowsOf) : [], now);
}

function indexPrice(quoting: Quoting, params: ReadonlyMap<string, string>, now: EpochMs): string {
  const family = FAMILIES.find(({ indexName }) => indexName === params.get('index_name'));
  if (family === undefined) return errorText('invalidParams', 'wrong index_name', now);
  const price = rounded(quoting.spot(family, now), family.profile.priceDecimals);
  return resultText({ index_price: price, estimated_delivery_price: price }, now);
}

function volatilityIndex(quoting: Quoting, params: ReadonlyMap<string, string>, now: EpochMs): string {
  const currency = params.get('currency');
  const family = FAMILIES.find((one) => one.underlying === currency && one.currency === currency);
  if (family === undefined) return errorText('invalidParams', 'wrong currency', now);
  const candles = volatilityCandles(params, now, (at) => {
    const inThirtyDays = epochMs(at + 30 * DAY_MS);
    return 100 * varianceSwapVol(quoting.slice(family, inThirtyDays, at));
  });
  return candles === null
    ? errorText('invalidParams', 'wrong time range or resolution', now)
    : resultText(candles, now);
}

function book(quoting: Quoting, params: ReadonlyMap<string, string>, now: EpochMs): string {
  const name = params.get('instrument_name');
  const contract = FAMILIES.flatMap((family) => quoting.listing(family, now)).find(
    (candidate) => candidate.name === name,
  );
  const depth = Number(params.get('depth') ?? 5);
  if (contract === undefined) return errorText('invalidParams', 'wrong instrument_name', now);
  if (!Number.isInteger(depth) || depth < 1) return errorText('invalidParams', 'wrong depth', now);
  const { family, listing } = contract;
  const quote = quoting.quoter(family, now)(contract);
  const numbers = bookNumbers(contract, quote, quoting.slice(family, listing.expiry, now));
  const spot = quoting.spot(family, now);
  return resultText(
    orderBook(contract, quote, { spot, now, depth: Math.min(depth, MAX_LEVELS), numbers }),
    now,
  );
}
