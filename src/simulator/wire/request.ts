/** One request to the venue, taken apart: the method after `/api/v2/` and its parameters. */
export interface VenueRequest {
  readonly method: string;
  readonly params: ReadonlyMap<string, string>;
}

/** Takes an address apart; null when it is not one of the venue's. */
export function parseRequest(url: string): VenueRequest | null {
  const match = /\/api\/v2\/(public\/[a-z_]+)(?:\?([^#]*))?(?:#.*)?$/.exec(url);
  if (match === null) return null;
  const params = new Map<string, string>();
  for (const pair of (match[2] ?? '').split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0) params.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return { method: match[1] ?? '', params };
}
