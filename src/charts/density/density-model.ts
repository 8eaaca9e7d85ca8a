/** What the x axis measures: the price at expiry S, S/F in %, ln(S/F) in %, or ln(S/F)/(σ√T) in expected moves. */
export type DensityAxisKind = 'price' | 'percent' | 'log' | 'moves';

/** The law at one place; probabilities and densities in percent, missing is null. */
export interface DensityPoint {
  readonly x: number;
  /** Chance per `densityPer` of the model, %; below zero where the fit allows arbitrage. */
  readonly density: number;
  /** Chance of ending below, %. */
  readonly below: number;
  readonly lognormalDensity: number;
  readonly lognormalBelow: number;
  /** What bids and asks leave open. */
  readonly densityRange: readonly [lo: number, hi: number] | null;
  readonly belowRange: readonly [lo: number, hi: number] | null;
}

/** The chosen level as one expiry sees it. */
export interface DensityLevel {
  readonly x: number;
  readonly below: number;
  readonly belowRange: readonly [lo: number, hi: number] | null;
  readonly lognormalBelow: number;
}

/** A listed strike, at which the crosshair stops. */
export interface DensityPlace {
  /** Name of the out-of-the-money contract. */
  readonly id: string;
  readonly x: number;
  readonly strike: number;
}

export interface DensityCurve {
  readonly expiryId: string;
  /** As short as stays unique among the curves: `31 JUL`. */
  readonly label: string;
  readonly days: number;
  /** From `expiryColour`. */
  readonly colour: string;
  /** Ascending in x; empty where there is no fit. */
  readonly points: readonly DensityPoint[];
  /** x of the outermost quotes the fit rests on; null where nothing is quoted. */
  readonly quotedRange: readonly [number, number] | null;
  /** Ascending in x. */
  readonly places: readonly DensityPlace[];
  readonly level: DensityLevel | null;
  /** Why there is no law, in words; null when there is one. */
  readonly absence: string | null;
}

export interface DensityModel {
  readonly axis: DensityAxisKind;
  /** `USD`. */
  readonly priceUnit: string;
  readonly priceDecimals: number;
  /** `1 000 USD`, `1 % of the forward`: what a density counts chances per. */
  readonly densityPer: string;
  /** Near to far. */
  readonly curves: readonly DensityCurve[];
  /** The law that the level's handle moves on and that is filled darker below it. */
  readonly leadId: string | null;
  /** Locked axes, as in replay; null lets the picture choose. */
  readonly xDomain: readonly [number, number] | null;
  readonly densityMax: number | null;
  /** What to say where there is nothing at all to draw. */
  readonly emptyText: string;
}
