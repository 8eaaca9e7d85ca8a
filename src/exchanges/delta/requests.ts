import { addressParts } from '../address-parts.ts';
import type { RequestPurpose } from '../adapter.ts';

/** What an address asks for. */
export interface Question {
  /** Empty for a file. */
  readonly topic: string;
  /** Whether the answer has every option that the venue lists. */
  readonly whole: boolean;
}

/** Takes an address apart. */
export function questionOf(request: string): Question {
  const { path, parameters } = addressParts(request);
  const topic = /^v2\/([a-z]{1,40})$/.exec(path)?.[1] ?? '';
  const types = decoded(parameters.get('contract_types') ?? '').split(',');
  const both = types.includes('call_options') && types.includes('put_options');
  const some = ['underlying_asset_symbols', 'expiry_date'].some((filter) => parameters.has(filter));
  return { topic, whole: both && !some };
}

function decoded(list: string): string {
  return list.replaceAll(/%2c/gi, ',');
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['tickers', 'chain'],
  ['products', 'instruments'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  return PURPOSES.get(questionOf(request).topic) ?? 'other';
}
