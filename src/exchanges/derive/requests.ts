import { addressParts, isSocket } from '../address-parts.ts';
import type { RequestPurpose } from '../adapter.ts';

/** Where the venue pushes and answers by socket; its other interface lets no page of another origin read answers. */
export const SOCKET_ORIGIN = 'wss://api.lyra.finance';

/** The method that an address asks for; empty for a file or a socket. */
export function methodOf(request: string): string {
  return /(?:^|\/)public\/([a-z_]{1,40})$/.exec(addressParts(request).path)?.[1] ?? '';
}

const PURPOSES: ReadonlyMap<string, RequestPurpose> = new Map([
  ['get_tickers', 'chain'],
  ['get_instruments', 'instruments'],
]);

/** What the answer to an address is for. */
export function requestPurpose(request: string): RequestPurpose {
  if (isSocket(request)) return 'stream';
  return PURPOSES.get(methodOf(request)) ?? 'other';
}
