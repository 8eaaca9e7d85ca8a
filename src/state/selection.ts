import type { DeltaConvention } from '#analytics/report.ts';
import type { EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import { DEFAULT_PLAN, type OpenPlan } from './plan-form.ts';

/** Panels that work; the navigation lists exactly these. */
export const PANELS = [
  'overview',
  'smile',
  'skew',
  'term',
  'surface',
  'density',
  'protection',
  'data',
] as const;
export type PanelId = (typeof PANELS)[number];

/** What the x axis of a smile measures: K, K/F, ln(K/F), ln(K/F)/(σ√T), delta. */
export const AXES = ['strike', 'percent', 'log', 'moves', 'delta'] as const;
export type AxisKind = (typeof AXES)[number];

/** What the x axis of a density measures: S, S/F, ln(S/F), ln(S/F)/(σ√T). */
export const PRICE_AXES = ['price', 'percent', 'log', 'moves'] as const;
export type PriceAxis = (typeof PRICE_AXES)[number];

/** What runs across a surface: ln(K/F), ln(K/F)/(σ√T), delta. */
export const SURFACE_AXES = ['log', 'moves', 'delta'] as const;
export type SurfaceAxisChoice = (typeof SURFACE_AXES)[number];

/** What the colours of a surface say. */
export const SURFACE_COLOURS = ['vol', 'residual', 'spread', 'interest', 'density', 'localVol'] as const;
export type SurfaceColour = (typeof SURFACE_COLOURS)[number];

/** A surface from above, or as a landscape to be turned. */
export const SURFACE_VIEWS = ['map', 'mesh'] as const;
export type SurfaceView = (typeof SURFACE_VIEWS)[number];

export const DELTA_CONVENTIONS = [
  'forward',
  'premium-adjusted',
] as const satisfies readonly DeltaConvention[];

/** Which vol is called at-the-money: the smile at the forward, or at the delta-neutral straddle. */
export const ATM_CONVENTIONS = ['forward', 'straddle'] as const;
export type AtmConvention = (typeof ATM_CONVENTIONS)[number];

export const THEMES = ['auto', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** The whole page, or the panel alone for a frame in another page. */
export const VIEWS = ['page', 'embed'] as const;
export type View = (typeof VIEWS)[number];

/** The live venue, the sample market, or the sample market with its clock stopped. */
export const MARKETS = ['live', 'sample', 'sample-still'] as const;
export type MarketKind = (typeof MARKETS)[number];

/** A place on one expiry's smile that the user wants to keep in view; the strike need not be a listed one. */
export interface Pin {
  readonly expiry: EpochMs;
  /** Null pins the expiry as a whole. */
  readonly strike: number | null;
}

/** Which contracts a smile draws: those out of the money, or in the money too. */
export const SIDES = ['otm', 'all'] as const;
export type Sides = (typeof SIDES)[number];

/** What the strip of residuals counts in: vol points, or half of each quote's own spread. */
export const RESIDUALS = ['vol', 'spread', 'off'] as const;
export type ResidualUnit = (typeof RESIDUALS)[number];

/** What the strip of activity shows at each strike. */
export const ACTIVITIES = ['interest', 'volume', 'size', 'off'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/**
 * Through what the plan's floor is rolled: an open recording, or one of the simulator's paths. `plan` leaves it to the
 * plan: a rolling horizon runs on the recording, without one on the simulator.
 */
export const ROLLED_ON = ['plan', 'recording', 'calm', 'sell-off', 'crash'] as const;
export type RolledOn = (typeof ROLLED_ON)[number];

/** A part of a smile's axis, in that axis' own units; means nothing on another axis. */
export interface Zoom {
  readonly axis: AxisKind;
  readonly from: number;
  readonly to: number;
}

/** What the market on screen is compared with: one of its own expiries, another venue, another file, another time of the recording. */
export type Comparison =
  | { readonly kind: 'expiry'; readonly expiry: EpochMs }
  | { readonly kind: 'venue'; readonly venue: VenueId }
  /** A second file that this visit opens; a link cannot bring it along. */
  | { readonly kind: 'file' }
  | { readonly kind: 'time'; readonly at: EpochMs };

/** The delta whose put and call skew is read at. */
export const WINGS = ['25', '15', '10'] as const;
export type Wing = (typeof WINGS)[number];

/** What the grid of expiries and deltas holds: vols, or what they are over the at-the-money vol of their expiry. */
export const GRIDS = ['over-atm', 'vol'] as const;
export type GridKind = (typeof GRIDS)[number];

/** Which lines a term structure draws: all, vols to each expiry, or at-the-money and forward vols. */
export const TERM_LINES = ['all', 'vols', 'forward'] as const;
export type TermLines = (typeof TERM_LINES)[number];

/** The cost of a plan by expiry: an amount a day, of the holding, of the holding a year. */
export const COST_UNITS = ['day', 'share', 'year'] as const;
export type CostUnit = (typeof COST_UNITS)[number];

/** Which contracts a table lists. */
export const ROWS_SHOWN = ['all', 'used', 'left-out'] as const;
export type RowsShown = (typeof ROWS_SHOWN)[number];

/** What a table of contracts can be ordered by. */
export const ROW_KEYS = [
  'instrument',
  'fate',
  'state',
  'ageMs',
  'bid',
  'ask',
  'bidSize',
  'askSize',
  'spreadTicks',
  'spreadVol',
  'bidVol',
  'askVol',
  'markVol',
  'venueVol',
  'venueGap',
  'fitVol',
  'openInterest',
  'volume',
] as const;

export interface RowSort {
  readonly key: (typeof ROW_KEYS)[number];
  readonly down: boolean;
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
  readonly termLines: TermLines;
  readonly wing: Wing;
  readonly grid: GridKind;
  /** The one expiry whose skew is told in every definition; null lets the panel choose. */
  readonly translated: EpochMs | null;
  readonly theme: Theme;
  readonly view: View;
  readonly pins: readonly Pin[];
  readonly sides: Sides;
  readonly residual: ResidualUnit;
  readonly activity: Activity;
  /** Null shows the whole smile. */
  readonly zoom: Zoom | null;
  /** Null compares with nothing. */
  readonly compare: Comparison | null;
  /** What the x axis of a density measures. */
  readonly priceAxis: PriceAxis;
  /** The price whose tail probabilities are told, in the quote currency; null lets the panel choose one. */
  readonly level: number | null;
  readonly plan: OpenPlan;
  /** In what the same plan is told at every expiry. */
  readonly costUnit: CostUnit;
  readonly rolledOn: RolledOn;
  readonly rows: RowsShown;
  /** Words that a contract must hold to be listed. */
  readonly find: string;
  /** Null keeps the venue's order. */
  readonly sort: RowSort | null;
  readonly surfaceAxis: SurfaceAxisChoice;
  readonly surfaceColour: SurfaceColour;
  readonly surfaceView: SurfaceView;
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
  termLines: 'all',
  wing: '25',
  grid: 'over-atm',
  translated: null,
  theme: 'auto',
  view: 'page',
  pins: [],
  sides: 'otm',
  residual: 'vol',
  activity: 'interest',
  zoom: null,
  compare: null,
  priceAxis: 'price',
  level: null,
  plan: DEFAULT_PLAN,
  costUnit: 'day',
  rolledOn: 'plan',
  rows: 'all',
  find: '',
  sort: null,
  surfaceAxis: 'moves',
  surfaceColour: 'vol',
  surfaceView: 'map',
};
