import * as v from 'valibot';
import { type Result, err, ok } from '#base/result.ts';
import { boundedText } from '../bounded-text.ts';

/** Bounds far beyond any market, so that a number outside them is a defect of the row and not a price. */
const price = v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(1e9)));
const amount = v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(1e15)));
/** Percent per year; the venue's own cap has been 500 and 863. */
const percent = v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(1e5)));
/** Milliseconds between the years 2010 and 2100. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(1_262_304_000_000), v.maxValue(4_102_444_800_000));
const word = v.nullish(v.pipe(v.string(), v.maxLength(64)));
const rate = v.pipe(v.number(), v.minValue(-0.1), v.maxValue(0.1));
const positive = v.pipe(v.number(), v.minValue(1e-12), v.maxValue(1e12));

type Maybe<T> = T | null | undefined;

/** One row of get_book_summary_by_currency, as far as it is used. */
export interface SummaryRow {
  readonly bid_price?: Maybe<number>;
  readonly ask_price?: Maybe<number>;
  readonly mark_price?: Maybe<number>;
  readonly mark_iv?: Maybe<number>;
  readonly last?: Maybe<number>;
  readonly underlying_price?: Maybe<number>;
  readonly underlying_index?: Maybe<string>;
  readonly estimated_delivery_price?: Maybe<number>;
  readonly open_interest?: Maybe<number>;
  readonly volume?: Maybe<number>;
  readonly creation_timestamp?: Maybe<number>;
}

/** The part of ticker and get_order_book that is used. */
export interface TickerRow {
  readonly best_bid_price?: Maybe<number>;
  readonly best_ask_price?: Maybe<number>;
  readonly best_bid_amount?: Maybe<number>;
  readonly best_ask_amount?: Maybe<number>;
  readonly mark_price?: Maybe<number>;
  readonly mark_iv?: Maybe<number>;
  readonly bid_iv?: Maybe<number>;
  readonly ask_iv?: Maybe<number>;
  readonly last_price?: Maybe<number>;
  readonly underlying_price?: Maybe<number>;
  readonly underlying_index?: Maybe<string>;
  readonly index_price?: Maybe<number>;
  readonly open_interest?: Maybe<number>;
  readonly stats?: Maybe<{ readonly volume?: Maybe<number> }>;
  readonly timestamp: number;
}

/** One row of a push of marks, as far as it is used; `iv` is a fraction. */
export interface MarkRow {
  readonly iv?: Maybe<number>;
  readonly timestamp?: Maybe<number>;
}

/** One row of get_instruments, as far as it is used. */
export interface InstrumentRow {
  readonly option_type: 'call' | 'put';
  readonly strike: number;
  readonly expiration_timestamp: number;
  readonly contract_size: number;
  readonly min_trade_amount?: Maybe<number>;
  readonly tick_size: number;
  readonly tick_size_steps?: Maybe<readonly { readonly above_price: number; readonly tick_size: number }[]>;
  readonly maker_commission?: Maybe<number>;
  readonly taker_commission?: Maybe<number>;
  readonly settlement_period?: Maybe<string>;
}

const summaryRow = v.object({
  bid_price: price,
  ask_price: price,
  mark_price: price,
  mark_iv: percent,
  last: price,
  underlying_price: price,
  underlying_index: word,
  estimated_delivery_price: price,
  open_interest: amount,
  volume: amount,
  creation_timestamp: v.nullish(instant),
});

const tickerRow = v.object({
  best_bid_price: price,
  best_ask_price: price,
  best_bid_amount: amount,
  best_ask_amount: amount,
  mark_price: price,
  mark_iv: percent,
  bid_iv: percent,
  ask_iv: percent,
  last_price: price,
  underlying_price: price,
  underlying_index: word,
  index_price: price,
  open_interest: amount,
  stats: v.nullish(v.object({ volume: amount })),
  timestamp: instant,
});

const markRow = v.object({
  iv: v.nullish(v.pipe(v.number(), v.minValue(0), v.maxValue(1e3))),
  timestamp: v.nullish(instant),
});

const instrumentRow = v.object({
  option_type: v.picklist(['call', 'put']),
  strike: positive,
  expiration_timestamp: instant,
  contract_size: positive,
  min_trade_amount: amount,
  tick_size: positive,
  tick_size_steps: v.nullish(
    v.pipe(v.array(v.object({ above_price: positive, tick_size: positive })), v.maxLength(32)),
  ),
  maker_commission: v.nullish(rate),
  taker_commission: v.nullish(rate),
  settlement_period: word,
});

const indexPrice = v.object({ index_price: positive });
const volatilityIndex = v.object({
  data: v.pipe(
    v.array(
      v.tuple([
        instant,
        v.unknown(),
        v.unknown(),
        v.unknown(),
        v.pipe(v.number(), v.minValue(0.01), v.maxValue(1e5)),
      ]),
    ),
    v.maxLength(100_000),
  ),
});
const streamedIndex = v.object({ index_name: v.pipe(v.string(), v.maxLength(64)), price: positive });
const streamedVolatilityIndex = v.object({
  index_name: v.pipe(v.string(), v.maxLength(64)),
  volatility: v.pipe(v.number(), v.minValue(0.01), v.maxValue(1e5)),
});

/** Checks a book summary row; the error says which field is wrong. */
export function summaryRowOf(value: unknown): Result<SummaryRow, string> {
  return checked(summaryRow, value);
}

/** Checks a ticker or order book; the error says which field is wrong. */
export function tickerRowOf(value: unknown): Result<TickerRow, string> {
  return checked(tickerRow, value);
}

/** Checks a row of a push of marks; the error says which field is wrong. */
export function markRowOf(value: unknown): Result<MarkRow, string> {
  return checked(markRow, value);
}

/** Checks a get_instruments row; the error says which field is wrong. */
export function instrumentRowOf(value: unknown): Result<InstrumentRow, string> {
  return checked(instrumentRow, value);
}

/** Checks the answer of get_index_price. */
export function indexPriceOf(value: unknown): Result<{ readonly index_price: number }, string> {
  return checked(indexPrice, value);
}

/** Checks the answer of get_volatility_index_data: rows of time, open, high, low, close in percent. */
export function volatilityIndexOf(
  value: unknown,
): Result<{ readonly data: readonly (readonly [number, unknown, unknown, unknown, number])[] }, string> {
  return checked(volatilityIndex, value);
}

/** Checks one push of deribit_price_index. */
export function streamedIndexOf(
  value: unknown,
): Result<{ readonly index_name: string; readonly price: number }, string> {
  return checked(streamedIndex, value);
}

/** Checks one push of deribit_volatility_index; percent. */
export function streamedVolatilityIndexOf(
  value: unknown,
): Result<{ readonly index_name: string; readonly volatility: number }, string> {
  return checked(streamedVolatilityIndex, value);
}

function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Result<T, string> {
  const outcome = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  if (outcome.success) return ok(outcome.output);
  const issue = outcome.issues[0];
  const path = v.getDotPath(issue);
  return err(boundedText(path === null ? issue.message : `${path}: ${issue.message}`));
}
