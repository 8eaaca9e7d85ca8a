/** Lines that put a view of Smirk into a page of one's own. */
export function embedCode(address: string): string {
  const source = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${source}" title="Smirk: volatility skew" width="960" height="640" loading="lazy"></iframe>`;
}
