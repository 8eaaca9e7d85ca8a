/** Before the ids of a second market's expiries and contracts: they may have the names of the first's. */
const REFERENCE = 'B ';

/** What an expiry or contract of the compared market is called in a picture. */
export function comparedId(id: string): string {
  return REFERENCE + id;
}

/** The compared market's own name for it; null for what belongs to the market on screen. */
export function ownId(id: string): string | null {
  return id.startsWith(REFERENCE) ? id.slice(REFERENCE.length) : null;
}
