import type { VenueId } from '#market/venue-id.ts';
import type { ListedFamily } from '../listed-family.ts';
import type { Quoting } from '../quoting.ts';
import { binanceWire } from './binance/binance-wire.ts';
import { BINANCE_FAMILIES } from './binance/families.ts';
import { bybitWire } from './bybit/bybit-wire.ts';
import { BYBIT_FAMILIES } from './bybit/families.ts';
import { deltaWire } from './delta/delta-wire.ts';
import { DELTA_FAMILIES } from './delta/families.ts';
import { deribitWire } from './deribit/deribit-wire.ts';
import { DERIBIT_FAMILIES } from './deribit/families.ts';
import { deriveWire } from './derive/derive-wire.ts';
import { DERIVE_FAMILIES } from './derive/families.ts';
import { OKX_FAMILIES } from './okx/families.ts';
import { okxWire } from './okx/okx-wire.ts';
import type { VenueWire } from './venue-wire.ts';

/** What the simulated market needs to speak for a venue. */
export interface WireMaker {
  readonly families: readonly ListedFamily[];
  readonly make: (quoting: Quoting) => VenueWire;
}

/** Every venue that the simulated market speaks for; a new venue adds one line. */
export const VENUE_WIRES: ReadonlyMap<VenueId, WireMaker> = new Map<VenueId, WireMaker>([
  ['deribit', { families: DERIBIT_FAMILIES, make: deribitWire }],
  ['okx', { families: OKX_FAMILIES, make: okxWire }],
  ['bybit', { families: BYBIT_FAMILIES, make: bybitWire }],
  ['binance', { families: BINANCE_FAMILIES, make: binanceWire }],
  ['derive', { families: DERIVE_FAMILIES, make: deriveWire }],
  ['delta', { families: DELTA_FAMILIES, make: deltaWire }],
]);
