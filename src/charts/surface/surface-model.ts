import type { HeatDomain, HeatSpread } from './heat-scale.ts';

export type SurfaceAxisKind = 'log' | 'moves' | 'delta';

/** What colours say. Fields are known everywhere on the surface, the others only where a contract is listed. */
export type SurfaceQuantity = 'vol' | 'localVol' | 'density' | 'residual' | 'spread' | 'interest';

/** One listed strike; values in display units by quantity, missing is null. */
export interface SurfaceContract {
  /** Instrument name, unique in the model. */
  readonly id: string;
  readonly expiryId: string;
  readonly strike: number;
  readonly right: 'put' | 'call';
  /** On the axis; null where it has no place there. */
  readonly place: number | null;
  /** ln(K/F). */
  readonly k: number;
  readonly mid: number | null;
  readonly values: Readonly<Record<SurfaceQuantity, number | null>>;
  /** A point of its expiry's fit. */
  readonly used: boolean;
}

export interface SurfaceExpiry {
  readonly expiryId: string;
  readonly label: string;
  readonly days: number;
  /** From `expiryColour`. */
  readonly colour: string;
  /** Why it has no smile, in words; null when it has one. */
  readonly absence: string | null;
  /** One of those the reader has chosen, which the picture marks. */
  readonly chosen: boolean;
}

/** One node of the grid in display units. */
export interface SurfaceCell {
  /** Vol, %, which is the height of the 3D picture whatever its colours say. */
  readonly vol: number | null;
  /** What the colours say, where that is a field. */
  readonly value: number | null;
  readonly extrapolated: boolean;
  readonly fails: 'butterfly' | 'calendar' | null;
}

type Domain = readonly [lo: number, hi: number];

/** From where to where the axes and the colours of a surface run. */
export interface SurfaceDomains {
  readonly place: Domain;
  readonly days: Domain;
  /** Vol, %: the height of the landscape. */
  readonly vol: Domain;
  /** In the unit of what the colours say; null where no value is known. */
  readonly colour: HeatDomain | null;
}

export interface SurfaceModel {
  readonly axis: SurfaceAxisKind;
  readonly quantity: SurfaceQuantity;
  /** Known everywhere, or at contracts only. */
  readonly kind: 'field' | 'contracts';
  /** `vol, %`. */
  readonly unit: string;
  readonly spread: HeatSpread;
  readonly decimals: number;
  readonly strikeDecimals: number;
  /** Places of the grid's columns, ascending. */
  readonly places: readonly number[];
  /** Days of the grid's rows, ascending; empty where nothing is fitted. */
  readonly days: readonly number[];
  readonly rows: readonly (readonly SurfaceCell[])[];
  /** Every listed expiry, near to far. */
  readonly expiries: readonly SurfaceExpiry[];
  /** By expiry, then strike. */
  readonly contracts: readonly SurfaceContract[];
  /** Words for the readout, by quantity, in the order in which they are told. */
  readonly quantities: readonly {
    readonly quantity: SurfaceQuantity;
    readonly name: string;
    readonly decimals: number;
    readonly signed: boolean;
  }[];
  /** Expiries whose fit says of itself that it allows arbitrage somewhere, in words. */
  readonly warnings: readonly string[];
  /** Axes to draw on, as in a replay where they stand still; null draws on those that this instant needs. */
  readonly domains: SurfaceDomains | null;
  readonly emptyText: string;
}
