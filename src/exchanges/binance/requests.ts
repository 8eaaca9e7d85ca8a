import { type AddressParts, addressParts, isSocket } from '../address-parts.ts';
import type { RequestPurpose, SnapshotPart } from '../adapter.ts';
import { decimalOf } from '../row-fields.ts';

/** Where the venue pushes; its option answers to requests can be read by no page of another origin. */
export const SOCKET_ORIGIN = 'wss://fstream.binance.com';

/** What an address asks for. */
export interface Question {
  /** Empty for a file or a socket. */
  readonly topic: string;
  readonly pair: string | null;
  /** The one contract asked for. */
  readonly symbol: string | null;
  /** Levels a side of an order book. */
  readonly depth: number | null;
  /** Whether the answer has every contract of every underlying. */
  readonly whole: boolean;
}

/** Takes an address apart. */
export function questionOf(request: string): Question {
  const { path, parameters }: AddressParts = addressParts(request);
  const topic = /^eapi\/v1\/([A-Za-z]{1,40})$/.exec(path)?.[1] ?? '';
  const symbol = parameters.get('symbol') ?? null;
  const depth = decimalOf(parameters.get('limit'));
  return { topic, pair: parameters.get('underlying') ?? null, symbol, depth, whole: symbol === null };
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['mark', 'chain'],
  ['ticker', 'chain'],
  ['depth', 'book'],
  ['exchangeInfo', 'instruments'],
  ['index', 'index'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  if (isSocket(request)) return 'stream';
  return PURPOSES.get(questionOf(request).topic) ?? 'other';
}

/** Marks and vols are one answer, prices another; both have every contract of every underlying. */
export function snapshotPart(request: string): SnapshotPart | null {
  const { topic, whole } = questionOf(request);
  if (requestPurpose(request) !== 'chain' || !whole) return null;
  return { snapshot: 'options', part: topic, needs: ['mark', 'ticker'] };
}
