/** Names of the coins whose prices the sample market moves. */
export type Coin = 'BTC' | 'ETH' | 'SOL' | 'XRP';

/** How one coin's prices and vols behave; vols are decimals per year, correlations and shapes are pure numbers. */
export interface CoinProfile {
  readonly coin: Coin;
  /** Price in USD at the start of the sample market. */
  readonly spot: number;
  /** Decimals of printed index and forward prices. */
  readonly priceDecimals: number;
  /** Vol of the spot path. */
  readonly pathVol: number;
  /** Share of the path that follows the common crypto factor, as a correlation. */
  readonly common: number;
  /** At-the-money vol of the very next day and of the far future, before the level moves. */
  readonly nearVol: number;
  readonly farVol: number;
  /** Correlation parameter of the eSSVI slices at the short and at the long end: negative makes puts dear. */
  readonly nearTilt: number;
  readonly farTilt: number;
  /** Curvature of the smile in standardised log strike at the short and at the long end. */
  readonly nearCurve: number;
  readonly farCurve: number;
  /** Annual growth of the forward over spot. */
  readonly carry: number;
}

/** The four coins. */
export const COINS: Readonly<Record<Coin, CoinProfile>> = {
  BTC: {
    coin: 'BTC',
    spot: 78_000,
    priceDecimals: 2,
    pathVol: 0.4,
    common: 0.95,
    nearVol: 0.4,
    farVol: 0.46,
    nearTilt: -0.12,
    farTilt: -0.26,
    nearCurve: 1.05,
    farCurve: 0.84,
    carry: 0.05,
  },
  ETH: {
    coin: 'ETH',
    spot: 2520,
    priceDecimals: 2,
    pathVol: 0.58,
    common: 0.85,
    nearVol: 0.6,
    farVol: 0.6,
    nearTilt: -0.04,
    farTilt: -0.17,
    nearCurve: 1.1,
    farCurve: 0.86,
    carry: 0.035,
  },
  SOL: {
    coin: 'SOL',
    spot: 148,
    priceDecimals: 4,
    pathVol: 0.72,
    common: 0.78,
    nearVol: 0.78,
    farVol: 0.72,
    nearTilt: 0.02,
    farTilt: -0.08,
    nearCurve: 1.08,
    farCurve: 0.82,
    carry: 0.04,
  },
  XRP: {
    coin: 'XRP',
    spot: 2.35,
    priceDecimals: 5,
    pathVol: 0.78,
    common: 0.65,
    nearVol: 0.84,
    farVol: 0.8,
    nearTilt: 0.08,
    farTilt: 0.06,
    nearCurve: 1.14,
    farCurve: 0.9,
    carry: 0.045,
  },
};
