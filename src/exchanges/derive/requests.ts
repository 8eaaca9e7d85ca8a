import { addressParts, isSocket } from '../address-parts.ts';
import type { RequestPurpose } from '../adapter.ts';

/** Where the venue pushes and answers by socket; its other interface lets no page of another origin read answers. */
export const SOCKET_ORIGIN = 'wss://api.lyra.finance';

const API = 'https://api.lyra.finance/public';

/** The http address of a question that is asked over the socket, under which its answer is read and recorded. */
export function callAddress(method: string, parameters: Readonly<Record<string, string | boolean>>): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return `${API}/${method}?${query.join('&')}`;
}

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
