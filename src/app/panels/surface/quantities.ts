import type { SurfacePoint } from '#analytics/surface/surface-study.ts';
import type { SurfaceNode } from '#analytics/surface/surface-grid.ts';
import type { HeatSpread } from '#charts/surface/heat-scale.ts';
import type { SurfaceQuantity } from '#charts/surface/surface-model.ts';
import { coinOf } from '#market/underlying.ts';

/** How one quantity is worded and measured on screen. */
export interface QuantityWords {
  /** In the choice of colours. */
  readonly name: string;
  /** In readouts and tables. */
  readonly label: string;
  /** Above the legend. */
  readonly unit: string;
  readonly decimals: number;
  readonly spread: HeatSpread;
  /** In display units. */
  readonly ofPoint: (point: SurfacePoint) => number | null;
  /** Null where the quantity is known at contracts only. */
  readonly ofNode: ((node: SurfaceNode) => number | null) | null;
}

function percent(value: number | null): number | null {
  return value === null ? null : 100 * value;
}

/** In the order in which a readout tells them. */
export const QUANTITY_ORDER = [
  'vol',
  'residual',
  'spread',
  'interest',
  'density',
  'localVol',
] as const satisfies readonly SurfaceQuantity[];

export function quantityWords(underlying: string): Readonly<Record<SurfaceQuantity, QuantityWords>> {
  const coin = coinOf(underlying);
  return {
    vol: {
      name: 'Vol',
      label: 'fitted vol, %',
      unit: 'fitted vol, %, equal steps are equal ratios',
      decimals: 1,
      spread: 'log',
      ofPoint: ({ fitVol }) => percent(fitVol),
      ofNode: ({ vol }) => percent(vol),
    },
    residual: {
      name: 'Residual',
      label: 'mid less fit, vol points',
      unit: 'mid less fitted vol, vol points: blue where quotes lie below the fit, orange above',
      decimals: 2,
      spread: 'diverging',
      ofPoint: ({ residual }) => percent(residual),
      ofNode: null,
    },
    spread: {
      name: 'Spread',
      label: 'ask less bid, vol points',
      unit: 'ask less bid vol, vol points, by orders of magnitude',
      decimals: 1,
      spread: 'log',
      ofPoint: ({ spread }) => percent(spread),
      ofNode: null,
    },
    interest: {
      name: 'Open interest',
      label: `open interest, ${coin}`,
      unit: `open interest of put and call, ${coin}, by orders of magnitude`,
      decimals: 0,
      spread: 'log',
      ofPoint: ({ openInterest }) => openInterest,
      ofNode: null,
    },
    density: {
      name: 'Density',
      label: 'chance per expected move, %',
      unit: 'risk-neutral chance per expected move, %',
      decimals: 1,
      spread: 'linear',
      ofPoint: ({ density }) => percent(density),
      ofNode: ({ density }) => percent(density),
    },
    localVol: {
      name: 'Local vol',
      label: 'local vol, %',
      unit: 'Dupire local vol, %, equal steps are equal ratios',
      decimals: 1,
      spread: 'log',
      ofPoint: ({ localVol }) => percent(localVol),
      ofNode: ({ localVol }) => percent(localVol),
    },
  };
}
