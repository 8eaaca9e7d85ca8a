import type { DeltaConvention } from '#analytics/report.ts';
import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';

/** Panels that work; the navigation lists exactly these. */
export const PANELS = ['overview'] as const;
export type PanelId = (typeof PANELS)[number];

/** What the x axis of a smile measures: K, K/F, ln(K/F), ln(K/F)/(σ√T), delta. */
export const AXES = ['strike', 'percent', 'log', 'moves', 'delta'] as const;
export type AxisKind = (typeof AXES)[number];

export const DELTA_CONVENTIONS = [
  'forward',
  'premium-adjusted',
] as const satisfies readonly DeltaConvention[];

/** Which vol is called at-the-money: the smile at the forward, or at the delta-neutral straddle. */
export const ATM_CONVENTIONS = ['forward', 'straddle'] as const;
export type AtmConvention = (typeof ATM_CONVENTIONS)[number];

export const THEMES = ['auto', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** The live venue, the sample market, or the sample market with its clock stopped. */
export const MARKETS = ['live', 'sample', 'sample-still'] as const;
export type MarketKind = (typeof MARKETS)[number];

/** One contract's place on the smile that the user wants to keep in view. */
export interface Pin {
  readonly expiry: EpochMs;
  readonly strike: number;
}

/** More curves than this cannot be told apart in one picture. */
export const MOST_EXPIRIES = 6;
/** A pin and the one it is compared with. */
export const MOST_PINS = 2;

/** Everything the user chose; all of it is in the URL. */
export interface Selection {
  readonly market: MarketKind;
  readonly venue: VenueId;
  readonly underlying: string;
  readonly panel: PanelId;
  /** Null lets the panel choose a spread of expiries. */
  readonly expiries: readonly EpochMs[] | null;
  readonly axis: AxisKind;
  readonly delta: DeltaConvention;
  readonly atm: AtmConvention;
  readonly theme: Theme;
  readonly pins: readonly Pin[];
}

export const DEFAULT_SELECTION: Selection = {
  market: 'live',
  venue: 'deribit',
  underlying: 'BTC',
  panel: 'overview',
  expiries: null,
  axis: 'moves',
  delta: 'forward',
  atm: 'forward',
  theme: 'auto',
  pins: [],
};
