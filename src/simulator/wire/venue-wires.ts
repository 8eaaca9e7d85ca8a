import type { VenueId } from '#market/venue-id.ts';
import type { ListedFamily } from '../listed-family.ts';
import type { Quoting } from '../quoting.ts';
import { deribitWire } from './deribit/deribit-wire.ts';
import { DERIBIT_FAMILIES } from './deribit/families.ts';
import type { VenueWire } from './venue-wire.ts';

/** What the simulated market needs to speak for a venue. */
export interface WireMaker {
  readonly families: readonly ListedFamily[];
  readonly make: (quoting: Quoting) => VenueWire;
}

/** Every venue that the simulated market speaks for; a new venue adds one line. */
export const VENUE_WIRES: ReadonlyMap<VenueId, WireMaker> = new Map([
  ['deribit', { families: DERIBIT_FAMILIES, make: deribitWire }],
]);
