import type { ExpiryDensity } from '#analytics/density/expiry-density.ts';
import { type Law, lawBelow } from '#analytics/density/law.ts';
import type { ReportPoint } from '#analytics/report.ts';
import { DAYS_PER_YEAR } from '#base/time.ts';
import type {
  DensityCurve,
  DensityLevel,
  DensityModel,
  DensityPoint,
} from '#charts/density/density-model.ts';
import { numberText } from '#charts/number-text.ts';
import type { PriceAxis } from '#state/selection.ts';
import { absenceInWords } from '#app/reading/expiry-words.ts';
import { pointsByExpiry } from '#app/reading/points-by-expiry.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { levelDecimals } from './level.ts';
import { axisDensity, axisX, type PriceScale, priceBucket } from './price-axis.ts';

/** An expiry on screen with its law; null until it is known, or where there is none. */
export interface LawOfExpiry {
  readonly drawn: DrawnExpiry;
  readonly density: ExpiryDensity | null;
}

/** The expiries on screen with the worker's answer, which may still be about others. */
export function lawsOf(
  expiries: readonly DrawnExpiry[],
  densities: readonly (ExpiryDensity | null)[] | null,
): readonly LawOfExpiry[] {
  return expiries.map((drawn) => ({
    drawn,
    density: densities?.find((one) => one?.expiry === drawn.report.expiry) ?? null,
  }));
}

/** Whether a law is still to come: its expiry has a smile to read it from. */
export function isAwaited(laws: readonly LawOfExpiry[]): boolean {
  return laws.some(({ density, drawn }) => density === null && drawn.report.fit !== null);
}

/** The law that sentence, handle and dark tail are about: the nearest one there is. */
export function leadOf(
  laws: readonly LawOfExpiry[],
): { readonly drawn: DrawnExpiry; readonly density: ExpiryDensity } | null {
  for (const { drawn, density } of laws) if (density !== null) return { drawn, density };
  return null;
}

export function scaleOf(drawn: DrawnExpiry, { forward }: ExpiryDensity, bucket: number): PriceScale {
  const { atmVol, years } = drawn.report;
  return { forward, standardDeviation: (atmVol ?? 1) * Math.sqrt(years), bucket };
}

const PER: Readonly<Record<PriceAxis, (bucket: number, unit: string) => string>> = {
  price: (bucket, unit) =>
    `${numberText(bucket, Math.max(0, -Math.floor(Math.log10(bucket) + 1e-9)))} ${unit}`,
  percent: () => '1 % of the forward',
  log: () => '1 % of log return',
  moves: () => 'tenth of an expected move',
};

interface Asked {
  readonly axis: PriceAxis;
  readonly level: number | null;
  readonly priceUnit: string;
  readonly points: readonly ReportPoint[];
}

/** The laws of the expiries on screen in the units of the chosen axis. */
export function densityView(
  laws: readonly LawOfExpiry[],
  { axis, level, priceUnit, points }: Asked,
): DensityModel {
  const lead = leadOf(laws);
  const bucket = priceBucket(lead?.density.forward ?? 100);
  const byExpiry = pointsByExpiry(points);
  return {
    axis,
    priceUnit,
    priceDecimals: levelDecimals(lead?.density.forward ?? 1000),
    densityPer: PER[axis](bucket, priceUnit),
    curves: laws.map(({ drawn, density }) => ({
      expiryId: drawn.id,
      label: drawn.label,
      days: drawn.report.years * DAYS_PER_YEAR,
      colour: drawn.colour,
      absence: absenceInWords(drawn.report),
      ...(density === null
        ? { points: [], quotedRange: null, places: [], level: null }
        : curveOf(axis, density, {
            scale: scaleOf(drawn, density, bucket),
            level,
            contracts: byExpiry.get(drawn.report.expiry) ?? [],
          })),
    })),
    leadId: lead?.drawn.id ?? null,
    xDomain: null,
    densityMax: null,
    emptyText: isAwaited(laws) ? 'Reading the distribution …' : 'No chosen expiry has a fitted smile.',
  };
}

interface CurveAsked {
  readonly scale: PriceScale;
  readonly level: number | null;
  readonly contracts: readonly ReportPoint[];
}

function curveOf(
  axis: PriceAxis,
  density: ExpiryDensity,
  { scale, level, contracts }: CurveAsked,
): Pick<DensityCurve, 'points' | 'quotedRange' | 'places' | 'level'> {
  const { quotedRange, forward } = density;
  const x = (k: number): number => axisX(axis, k, scale);
  return {
    points: pointsOf(axis, density, scale),
    quotedRange: quotedRange && [x(quotedRange[0]), x(quotedRange[1])],
    places: contracts
      .filter(({ strike, right }) => (right === 'put') === strike <= forward)
      .map(({ instrument, strike }) => ({ id: instrument, strike, x: x(Math.log(strike / forward)) }))
      .toSorted((a, b) => a.x - b.x),
    level: level === null ? null : levelOf(density, Math.log(level / forward), x),
  };
}

function levelOf(density: ExpiryDensity, k: number, x: (k: number) => number): DensityLevel {
  const { mid, lognormal } = density;
  return {
    x: x(k),
    below: chanceBelow(density, mid, k),
    belowRange: rangeBelow(density, k),
    lognormalBelow: chanceBelow(density, lognormal, k),
  };
}

/** P(S_T < F·e^k) in percent; kept inside its bounds, which a fit with arbitrage oversteps. */
export function chanceBelow({ logStrikes }: Pick<ExpiryDensity, 'logStrikes'>, law: Law, k: number): number {
  return 100 * boundedShare(lawBelow(law, logStrikes, k));
}

function boundedShare(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** The laws of all fits that bids and asks leave room for; null unless there are both sides. */
function lawsInSpread({ mid, bid, ask, tilted }: ExpiryDensity): readonly Law[] | null {
  return bid === null || ask === null || tilted === null ? null : [mid, bid, ask, ...tilted];
}

/** What bids and asks leave open of the chance below, the smaller first; null unless there are both. */
export function rangeBelow(density: ExpiryDensity, k: number): readonly [number, number] | null {
  const laws = lawsInSpread(density);
  return laws && rangeOf(laws.map((law) => chanceBelow(density, law, k)));
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function pointsOf(axis: PriceAxis, density: ExpiryDensity, scale: PriceScale): readonly DensityPoint[] {
  const { logStrikes, mid, lognormal } = density;
  const sides = lawsInSpread(density);
  return Array.from(logStrikes, (k, i) => {
    const chance = (pdf: number | undefined): number => axisDensity(axis, { k, pdf: pdf ?? 0 }, scale);
    return {
      x: axisX(axis, k, scale),
      density: chance(mid.pdf[i]),
      below: 100 * (mid.below[i] ?? 0),
      lognormalDensity: chance(lognormal.pdf[i]),
      lognormalBelow: 100 * (lognormal.below[i] ?? 0),
      densityRange: sides && rangeOf(sides.map(({ pdf }) => chance(Math.max(0, pdf[i] ?? 0)))),
      belowRange: sides && rangeOf(sides.map(({ below }) => 100 * boundedShare(below[i] ?? 0))),
    };
  });
}
