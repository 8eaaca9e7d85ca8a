/** Every venue Smirk has a reader for; a new venue adds its word here and one line in exchanges/registry.ts. */
export const VENUE_IDS = ['deribit', 'okx', 'bybit', 'binance', 'derive', 'delta', 'cboe'] as const;

/** The short name of a venue, as written in recordings, reports and URLs. */
export type VenueId = (typeof VENUE_IDS)[number];

/** Whether a text from outside names a known venue. */
export function isVenueId(text: string): text is VenueId {
  return (VENUE_IDS as readonly string[]).includes(text);
}
