import type { DensityModel } from './density-model.ts';

export type Domain = readonly [lo: number, hi: number];

/** Chances in percent that are left outside the picture on either side. */
const LEFT_OUT = 0.2;
const HEADROOM = 1.1;

/** Axes that show all but the last chances of the widest law, and the level wherever the laws reach it. */
export function densityDomains(model: DensityModel): { readonly x: Domain; readonly densityMax: number } {
  const x = model.xDomain ?? xDomain(model);
  const seen = model.curves.flatMap(({ points }) =>
    points.filter((point) => point.x >= x[0] && point.x <= x[1]),
  );
  const highest = Math.max(
    0,
    ...seen.map(({ density, lognormalDensity }) => Math.max(density, lognormalDensity)),
  );
  return { x, densityMax: model.densityMax ?? (highest === 0 ? 1 : highest * HEADROOM) };
}

function xDomain({ curves }: DensityModel): Domain {
  const shown = curves.flatMap(({ points }) =>
    points.filter(({ below }) => below > LEFT_OUT && below < 100 - LEFT_OUT).map(({ x }) => x),
  );
  if (shown.length === 0) return [0, 1];
  const [lo, hi] = [Math.min(...shown), Math.max(...shown)];
  const levels = curves.flatMap(({ level }) => (level === null ? [] : [level.x]));
  return [Math.min(lo, ...levels), Math.max(hi, ...levels)];
}
