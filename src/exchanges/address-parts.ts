/** The last words of an address's path and its parameters; empty for a file or a socket. */
export interface AddressParts {
  /** The path without its slash at the beginning; empty for anything but http addresses. */
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** No address of any venue is longer. */
const LONGEST = 2_000;

/** Takes an address apart without trusting it: cut to a bounded length, parameters stripped to plain characters. */
export function addressParts(request: string): AddressParts {
  const [address = ''] = request.slice(0, LONGEST).split('#');
  const [place = '', query = ''] = address.split('?');
  const path = /^https?:\/\/[^/]+\/(.*)$/.exec(place)?.[1] ?? '';
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [key = '', value = ''] = pair.split('=');
    if (key !== '') parameters.set(key, value.replace(/[^\w.,%-]/g, ''));
  }
  return { path, parameters };
}

/** Whether an address is a socket's. */
export function isSocket(request: string): boolean {
  return /^wss?:/.test(request);
}
