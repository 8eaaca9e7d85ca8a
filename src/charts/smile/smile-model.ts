/**
 * The horizontal axis of a smile. `delta` runs from 0 (deep out-of-the-money put) over 0.5 to 1 (deep out-of-the-money
 * call) as |Δ put| = 1 − Δ call, so that x rises with the strike on every axis.
 */
export type SmileAxisKind = 'strike' | 'percent-of-forward' | 'log-moneyness' | 'expected-moves' | 'delta';

/** One contract. All vols are vol points (36.8, not 0.368); missing is null. */
export interface SmileQuote {
  /** Instrument name, unique in the model. */
  readonly id: string;
  readonly x: number;
  readonly strike: number;
  readonly right: 'put' | 'call';
  readonly bid: number | null;
  readonly ask: number | null;
  readonly mid: number | null;
  readonly venueMark: number | null;
  /** The last trade, at the forward of now. */
  readonly last: number | null;
  /** The fitted smile at this strike. */
  readonly fit: number | null;
  /** `stale` fades, `left-out` fades too and is told apart by its `note`. */
  readonly standing: 'used' | 'stale' | 'left-out';
  /** Why it is no part of the fit, in words for the tooltip and the table; null when it is. */
  readonly note: string | null;
  /** Further lines to be said when it is pointed at; written then, since a picture has thousands of quotes. */
  readonly details: () => readonly string[];
}

export interface SmileFitPoint {
  readonly x: number;
  readonly vol: number;
  readonly strike: number;
}

/** A point solved on the fit. */
export interface SmileMarker {
  readonly kind: '25Δ' | '10Δ';
  readonly right: 'put' | 'call';
  readonly x: number;
  readonly vol: number;
  readonly strike: number;
}

export interface SmileCurve {
  readonly expiryId: string;
  /** As short as stays unique among the curves: `31 JUL`. */
  readonly label: string;
  readonly days: number;
  /** From `expiryColour`. */
  readonly colour: string;
  /** Ascending in x; may be empty. */
  readonly quotes: readonly SmileQuote[];
  /** Ascending in x; empty where there is no fit. */
  readonly fit: readonly SmileFitPoint[];
  /** Outermost x of the quotes the fit rests on; beyond them, and where it misses them, it is dashed. */
  readonly quotedRange: readonly [number, number] | null;
  readonly markers: readonly SmileMarker[];
  /** x of this expiry's own forward; null when it has none. */
  readonly forwardX: number | null;
  /** x of the spot price by this expiry's forward; null where it is not drawn. */
  readonly spotX: number | null;
  /** B of a comparison: drawn in dashes beside A, read but never pointed at. */
  readonly compared: boolean;
  /** Why there is no fit, in words; null when there is one. */
  readonly absence: string | null;
}

export interface SmileModel {
  readonly axis: SmileAxisKind;
  /** What strikes are counted in, for the strike axis: `USD`. */
  readonly strikeUnit: string;
  readonly strikeDecimals: number;
  readonly volDecimals: number;
  /** Near to far; more than six are hard to tell apart. */
  readonly curves: readonly SmileCurve[];
  /** Locked axes, as in replay; null lets the picture choose. */
  readonly xDomain: readonly [number, number] | null;
  readonly volDomain: readonly [number, number] | null;
  /** What to say where there is nothing at all to draw. */
  readonly emptyText: string;
}
