import { DAYS_PER_YEAR, type EpochMs } from '#base/time.ts';
import type { Analysis } from '../analyse-chain.ts';
import { TENOR_DAYS } from '../metrics/constant-maturities.ts';
import { type MeasuredSmile, deltaPoints } from '../metrics/delta-points.ts';
import type { DeltaConvention, DeltaPoints } from '../report.ts';
import type { FittedSmile } from '../smiles/fit-smiles.ts';
import { type GridCell, deltaGrid } from './delta-grid.ts';
import { type DeltaPillar, deltaVols, deltaVolsAt } from './delta-vols.ts';
import {
  type DeltaDefinitions,
  type SmileDefinitions,
  deltaDefinitions,
  smileDefinitions,
} from './skew-definitions.ts';
import { type StripSkewness, stripSkewness } from './strip-of.ts';

/** One expiry at one delta. */
export interface ExpiryAtDelta {
  /** As the report has them at 25 and 10 delta. */
  readonly points: DeltaPoints;
  readonly definitions: DeltaDefinitions & SmileDefinitions;
}

/** One listed expiry's skew in every definition. */
export interface ExpirySkew {
  readonly expiry: EpochMs;
  /** One entry for each delta asked for; null without a fit. */
  readonly byDelta: readonly ExpiryAtDelta[] | null;
  /** One cell for each of `GRID_COLUMNS`; null without a fit. */
  readonly grid: readonly (GridCell | null)[] | null;
  readonly strip: StripSkewness | null;
}

/** Skew at a constant tenor, one entry for each delta asked for. */
export interface TenorSkew {
  readonly days: number;
  readonly byDelta: readonly DeltaDefinitions[];
}

/** Skew of every expiry and tenor in every definition, read off the fits of the report. */
export interface SkewStudy {
  /** One for each of the report's expiries. */
  readonly expiries: readonly ExpirySkew[];
  readonly tenors: readonly TenorSkew[];
}

/**
 * Reads skew in every definition; plain data, finite or null throughout.
 * @param deltas sizes in (0, 1): 0.25 for the 25-delta put and call
 */
export function skewStudy({ smiles, report }: Analysis, deltas: readonly number[]): SkewStudy {
  const measured = smiles.map((smile) => measuredSmile(smile, report.deltaConvention));
  const fitted = measured.filter((smile) => smile !== null);
  const pillars = deltas.map((delta) => fitted.map((smile) => deltaVols(smile, delta)));
  let next = 0;
  return {
    expiries: smiles.map((smile, index) => {
      const found = measured[index] ?? null;
      const { quotes } = smile.expiry;
      const strip = stripSkewness(smile.expiry);
      if (found === null) return { expiry: quotes.expiry, byDelta: null, grid: null, strip };
      const rank = next++;
      const byDelta = deltas.map((delta, i) => expiryAtDelta(found, delta, pillars[i]?.[rank]));
      return { expiry: quotes.expiry, byDelta, grid: deltaGrid(found), strip };
    }),
    tenors: TENOR_DAYS.map((days) => ({
      days,
      byDelta: pillars.map((some) => deltaDefinitions(deltaVolsAt(some, days / DAYS_PER_YEAR))),
    })),
  };
}

function measuredSmile(
  { expiry, fit, quotedRange }: FittedSmile,
  convention: DeltaConvention,
): MeasuredSmile | null {
  const { forward } = expiry.forward;
  return fit === null || forward === null ? null : { fit, forward, convention, quotedRange };
}

function expiryAtDelta(
  smile: MeasuredSmile,
  delta: number,
  vols: DeltaPillar = deltaVols(smile, delta),
): ExpiryAtDelta {
  return {
    points: deltaPoints(smile, delta).points,
    definitions: { ...deltaDefinitions(vols), ...smileDefinitions(smile, delta) },
  };
}
