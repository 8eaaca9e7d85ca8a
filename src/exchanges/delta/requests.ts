import { addressParts } from '../address-parts.ts';
import type { RequestPurpose } from '../adapter.ts';
import { decimalOf } from '../row-fields.ts';

/** What an address asks for. */
export interface Question {
  /** Empty for a file. */
  readonly topic: string;
  /** Whether the answer has every option that the venue lists. */
  readonly whole: boolean;
  /** The one contract asked for, null where the address names none. */
  readonly symbol: string | null;
  /** Levels a side of an order book. */
  readonly depth: number | null;
}

/** Takes an address apart. */
export function questionOf(request: string): Question {
  const { path, parameters } = addressParts(request);
  const [, topic = '', symbol = null] = /^v2\/([a-z0-9]{1,40})(?:\/([\w.-]{1,64}))?$/.exec(path) ?? [];
  const types = decoded(parameters.get('contract_types') ?? '').split(',');
  const both = types.includes('call_options') && types.includes('put_options');
  const some = ['underlying_asset_symbols', 'expiry_date'].some((filter) => parameters.has(filter));
  const depth = decimalOf(parameters.get('depth'));
  return { topic, whole: both && !some && symbol === null, symbol, depth };
}

function decoded(list: string): string {
  return list.replaceAll(/%2c/gi, ',');
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['tickers', 'chain'],
  ['l2orderbook', 'book'],
  ['products', 'instruments'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  return PURPOSES.get(questionOf(request).topic) ?? 'other';
}
