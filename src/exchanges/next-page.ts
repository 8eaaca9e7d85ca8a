import type { WireMessage } from '#market/recording.ts';
import type { HttpRequest } from './adapter.ts';
import { isRecord, parseJson } from './json-document.ts';

/** No venue's mark of a place in a list is longer. */
const LONGEST_CURSOR = 500;

/**
 * The address of the next page: that of this one with the cursor which its answer names; null where it names none. The
 * path leads through the answer to the cursor.
 */
export function nextPageOf(
  { request, body }: WireMessage,
  { path, parameter }: { readonly path: readonly string[]; readonly parameter: string },
): HttpRequest | null {
  const parsed = parseJson(body);
  let found: unknown = parsed.ok ? parsed.value : null;
  for (const step of path) found = isRecord(found) && Object.hasOwn(found, step) ? found[step] : null;
  if (typeof found !== 'string' || found === '' || found.length > LONGEST_CURSOR) return null;
  const [place = '', query = ''] = request.split('?');
  const others = query.split('&').filter((pair) => pair !== '' && !pair.startsWith(`${parameter}=`));
  // Some venues give the cursor ready for an address, others as it is.
  const ready = /%[0-9a-f]{2}/i.test(found) ? found : encodeURIComponent(found);
  return { url: `${place}?${[...others, `${parameter}=${ready}`].join('&')}` };
}
