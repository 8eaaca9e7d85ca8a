import type { PriceAxis } from '#state/selection.ts';

/** What an expiry's places on the axis are measured with. */
export interface PriceScale {
  readonly forward: number;
  /** σ√T of the vol at the forward. */
  readonly standardDeviation: number;
  /** Prices that a density on the price axis is counted per. */
  readonly bucket: number;
}

interface AxisMeasure {
  /** Of k = ln(S/F). */
  readonly x: (k: number, scale: PriceScale) => number;
  readonly k: (x: number, scale: PriceScale) => number;
  /** dk over one unit that a density is counted per, so that % = 100 · pdf · this. */
  readonly per: (k: number, scale: PriceScale) => number;
}

const MOVES_PER = 0.1;

const MEASURES: Readonly<Record<PriceAxis, AxisMeasure>> = {
  price: {
    x: (k, { forward }) => forward * Math.exp(k),
    k: (x, { forward }) => Math.log(x / forward),
    per: (k, { forward, bucket }) => bucket / (forward * Math.exp(k)),
  },
  percent: {
    x: (k) => 100 * Math.exp(k),
    k: (x) => Math.log(x / 100),
    per: (k) => 0.01 / Math.exp(k),
  },
  log: { x: (k) => 100 * k, k: (x) => x / 100, per: () => 0.01 },
  moves: {
    x: (k, { standardDeviation }) => k / standardDeviation,
    k: (x, { standardDeviation }) => x * standardDeviation,
    per: (_, { standardDeviation }) => MOVES_PER * standardDeviation,
  },
};

export function axisX(axis: PriceAxis, k: number, scale: PriceScale): number {
  return MEASURES[axis].x(k, scale);
}

export function axisK(axis: PriceAxis, x: number, scale: PriceScale): number {
  return MEASURES[axis].k(x, scale);
}

/** A density per unit of k as the chance, %, per unit of the axis. */
export function axisDensity(
  axis: PriceAxis,
  at: { readonly k: number; readonly pdf: number },
  scale: PriceScale,
): number {
  return 100 * at.pdf * MEASURES[axis].per(at.k, scale);
}

/** A round price some percent of the forward: what densities are counted per. */
export function priceBucket(forward: number): number {
  return 10 ** (Math.floor(Math.log10(forward)) - 1);
}
