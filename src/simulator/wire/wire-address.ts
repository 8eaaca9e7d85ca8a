/** An address taken apart; parameters are still text. */
export interface WireAddress {
  /** Without the first slash. */
  readonly path: string;
  readonly params: ReadonlyMap<string, string>;
}

/** Takes the address of a question or a socket apart; nothing is decoded but commas. */
export function wireAddress(url: string): WireAddress {
  const match = /^[a-z]+:\/\/[^/?#]+\/?([^?#]*)(?:\?([^#]*))?/.exec(url);
  const params = new Map<string, string>();
  for (const pair of (match?.[2] ?? '').split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0) params.set(pair.slice(0, equals), pair.slice(equals + 1).replaceAll(/%2c/gi, ','));
  }
  return { path: match?.[1] ?? '', params };
}
