import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { RowFailure } from '../adapter.ts';
import { rowFailure } from '../row-failure.ts';
import { type Listing, instrumentOf } from './contract-terms.ts';
import { isAdjustedRoot, readOsiSymbol } from './osi-symbol.ts';

/** The fields of one option that both file forms hold, as they stand there; undefined where a form has none. */
export interface RowFields {
  readonly symbol: unknown;
  readonly bid: unknown;
  readonly ask: unknown;
  readonly bidSize?: unknown;
  readonly askSize?: unknown;
  readonly last: unknown;
  readonly vol: unknown;
  readonly openInterest: unknown;
  readonly volume: unknown;
}

/** Bounds far beyond any market, so that a number outside them is a defect of the row and not a price. */
const LARGEST_PRICE = 1e9;
const LARGEST_COUNT = 1e12;

/** Reads one option of either file form; `at` is the instant the quotes are of. */
export function readQuoteRow(
  fields: RowFields,
  listing: Listing,
  at: EpochMs,
): Result<ContractQuote, RowFailure> {
  const name = fields.symbol;
  if (typeof name !== 'string') return err(failure(listing, null, 'unreadable-name', 'no option symbol'));
  const symbol = readOsiSymbol(name);
  if (symbol === null) return err(failure(listing, name, 'unreadable-name', 'not an OSI symbol'));
  if (isAdjustedRoot(symbol.root)) {
    return err(failure(listing, name, 'not-an-option', 'adjusted contract: not one lot of shares'));
  }
  const instrument = instrumentOf(name, symbol, listing);
  if (instrument === null)
    return err(failure(listing, name, 'unreadable-name', 'a date that does not exist'));
  const numbers = numbersOf(fields);
  if (!numbers.ok) return err(failure(listing, name, 'malformed-row', numbers.error));
  const { bid, ask, bidSize, askSize, last, vol, openInterest, volume } = numbers.value;
  return ok({
    instrument,
    quote: {
      instrument: name,
      bid: quoted(bid),
      ask: quoted(ask),
      bidSize: quoted(bidSize),
      askSize: quoted(askSize),
      mark: null,
      last: quoted(last),
      venueMarkVol: quoted(vol),
      venueBidVol: null,
      venueAskVol: null,
      forward: null,
      forwardName: null,
      discount: null,
      openInterest: openInterest * instrument.contractSize,
      volume: volume * instrument.contractSize,
      at,
    },
  });
}

type Numbers = Readonly<Record<Exclude<keyof RowFields, 'symbol'>, number>>;

const NUMBERS = ['bid', 'ask', 'bidSize', 'askSize', 'last', 'vol', 'openInterest', 'volume'] as const;

function numbersOf(fields: RowFields): Result<Numbers, string> {
  const { bid, ask, bidSize = 0, askSize = 0, last, vol, openInterest, volume } = fields;
  const numbers = { bid, ask, bidSize, askSize, last, vol, openInterest, volume };
  for (const key of NUMBERS) {
    const value = numbers[key];
    const most = key === 'openInterest' || key === 'volume' ? LARGEST_COUNT : LARGEST_PRICE;
    if (typeof value !== 'number' || !(value >= 0 && value <= most))
      return err(`${key}: not a number in range`);
  }
  return ok(numbers as Numbers);
}

/** The venue writes 0 for no quote, no size and no vol. */
function quoted(value: number): number | null {
  return value === 0 ? null : value;
}

function failure(
  { underlying }: Listing,
  name: string | null,
  reason: RowFailure['reason'],
  detail: string,
): RowFailure {
  return rowFailure({ underlying, name, reason, detail });
}
