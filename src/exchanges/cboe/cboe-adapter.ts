import type { ExchangeAdapter } from '../adapter.ts';
import { readMessage } from './read-message.ts';

/** CBOE, from files only: its delayed quotes cannot be fetched by a page of another origin. */
export const cboeAdapter: ExchangeAdapter = {
  id: 'cboe',
  label: 'CBOE (file)',
  origins: [],
  knownUnderlyings: [],
  underlyingRequests: () => [],
  chainRequests: () => [],
  instrumentRequests: () => [],
  indexRequests: () => [],
  bookRequests: () => [],
  purposeOf: () => 'chain',
  readsFile: isQuoteFile,
  read: readMessage,
};

/** A delayed-quotes document names options near its beginning; a downloaded table names its columns there. */
function isQuoteFile(_name: string, head: string): boolean {
  const text = head.slice(0, 4_000).trimStart();
  if (text.startsWith('{')) return /"options"\s*:\s*\[/.test(text);
  return /^"?Expiration Date"?,"?Calls"?,/m.test(text);
}
