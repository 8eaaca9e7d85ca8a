import { epochMs } from '#base/time.ts';
import { LARGEST_ANSWER, TIMEOUT_MS, httpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

/** Requests over the browser's own network. */
export function networkTransport(): Transport {
  return httpTransport({
    fetch: (url, init) => globalThis.fetch(url, init),
    now: () => epochMs(Date.now()),
    online: () => !('onLine' in globalThis.navigator) || globalThis.navigator.onLine,
    timeoutMs: TIMEOUT_MS,
    largestBody: LARGEST_ANSWER,
  });
}
