import { expiryColour } from '#charts/expiry-colour.ts';
import type { DensityCurve, DensityModel, DensityPoint } from '#charts/density/density-model.ts';

interface Law {
  readonly label: string;
  readonly days: number;
  /** Width of a logistic law about 60 000. */
  readonly width: number;
}

const centre = 60_000;

function pointAt(x: number, { width }: Law): DensityPoint {
  const below = 1 / (1 + Math.exp((centre - x) / width));
  const flat = 1 / (1 + Math.exp((centre - 1200 - x) / (width * 1.1)));
  const density = (100_000 * below * (1 - below)) / width;
  return {
    x,
    density,
    below: 100 * below,
    lognormalDensity: (100_000 * flat * (1 - flat)) / (width * 1.1),
    lognormalBelow: 100 * flat,
    densityRange: [density * 0.96, density * 1.04],
    belowRange: [100 * below * 0.97, Math.min(100, 100 * below * 1.03)],
  };
}

export function exampleLaw(
  law: Law,
  rank: number,
  change: Partial<DensityCurve> = {},
  level = 54_000,
): DensityCurve {
  const { label, days, width } = law;
  const points = Array.from({ length: 201 }, (_, i) => pointAt(centre + width * (i - 100) * 0.075, law));
  const { below, belowRange, lognormalBelow } = pointAt(level, law);
  return {
    expiryId: label,
    label,
    days,
    colour: expiryColour(rank, 12),
    points,
    quotedRange: [centre - 4 * width, centre + 4.5 * width],
    places: Array.from({ length: 13 }, (_, i) => {
      const strike = 42_000 + 3000 * i;
      return { id: `${label} ${strike}`, x: strike, strike };
    }),
    level: { x: level, below, belowRange, lognormalBelow },
    absence: null,
    ...change,
  };
}

export const nearLaw: Law = { label: '31 JUL', days: 23, width: 2400 };
export const farLaw: Law = { label: '25 SEP', days: 79, width: 5200 };

export function exampleDensity(
  curves: readonly DensityCurve[],
  change: Partial<DensityModel> = {},
): DensityModel {
  return {
    axis: 'price',
    priceUnit: 'USD',
    priceDecimals: 0,
    densityPer: '1 000 USD',
    curves,
    leadId: curves.find(({ points }) => points.length > 0)?.expiryId ?? null,
    xDomain: null,
    densityMax: null,
    emptyText: 'No chosen expiry has a fitted smile.',
    ...change,
  };
}

export const densityText = {
  title: 'Risk-neutral density',
  howToRead: 'Area is chance: plain on quoted strikes, hatched where the smile is extrapolated',
  summary: 'Priced chances of the price at expiry.',
};

/** The same laws about a coin of 0.6 dollars. */
export function coinDensity(): DensityModel {
  const share = 0.6 / centre;
  const curves = [exampleLaw(nearLaw, 4), exampleLaw(farLaw, 8)].map((curve): DensityCurve =>
    Object.assign(curve, {
      points: curve.points.map((point) => Object.assign({}, point, { x: point.x * share })),
      places: curve.places.map(({ id, x, strike }) => ({ id, x: x * share, strike: strike * share })),
      quotedRange: curve.quotedRange && [curve.quotedRange[0] * share, curve.quotedRange[1] * share],
      level: curve.level && Object.assign({}, curve.level, { x: curve.level.x * share }),
    }),
  );
  return exampleDensity(curves, { priceUnit: 'USDC', priceDecimals: 4, densityPer: '0.01 USDC' });
}
