import type { EpochMs } from '#base/time.ts';
import type { OptionRight } from '#market/instrument.ts';
import { densityOf } from '#quant/density/density.ts';
import { localVol } from '#quant/local-vol/local-vol.ts';
import { type SmileAt, linearInVariance } from '#quant/local-vol/smile-at.ts';
import type { Smile } from '#quant/smile.ts';
import type { Analysis } from '../analyse-chain.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import { valueOrNull } from '../metrics/value-or-null.ts';
import type { DeltaConvention, ReportPoint } from '../report.ts';
import type { FittedSmile } from '../smiles/fit-smiles.ts';
import { type SurfaceAxis, axisPlace } from './surface-axis.ts';
import { type SurfaceGrid, surfaceGrid } from './surface-grid.ts';

/** The out-of-the-money contract of one listed strike, on the surface; vols decimal, finite or null. */
export interface SurfacePoint {
  readonly instrument: string;
  readonly expiry: EpochMs;
  readonly strike: number;
  readonly right: OptionRight;
  readonly k: number;
  /** On the asked axis; null where it has no place there. */
  readonly place: number | null;
  readonly midVol: number | null;
  readonly fitVol: number | null;
  /** Mid less fit. */
  readonly residual: number | null;
  /** Ask less bid vol. */
  readonly spread: number | null;
  /** Of put and call at this strike, in units of the underlying; null where the venue states none. */
  readonly openInterest: number | null;
  /** Per expected move, as in the grid. */
  readonly density: number | null;
  readonly localVol: number | null;
  /** A point of its expiry's fit. */
  readonly used: boolean;
}

/** A surface on a grid, with the contracts it rests on. */
export interface SurfaceStudy {
  /** Null where no expiry is fitted. */
  readonly grid: SurfaceGrid | null;
  /** By expiry, then strike; one a listed strike of every expiry with a forward. */
  readonly points: readonly SurfacePoint[];
}

/** The fitted surface as a grid in strike and time, and every listed strike on it. */
export function surfaceStudy(
  { smiles, report }: Pick<Analysis, 'smiles' | 'report'>,
  axis: SurfaceAxis,
): SurfaceStudy {
  const pillars = smiles.flatMap(({ fit, quotedRange }) =>
    fit === null ? [] : [{ smile: fit.smile, quotedRange }],
  );
  const rising = pillars.filter(
    ({ smile }, i) => i === 0 || smile.years > (pillars[i - 1]?.smile.years ?? 0),
  );
  const surface = linearInVariance(rising.map(({ smile }) => smile));
  const convention = report.deltaConvention;
  let start = 0;
  const points = smiles.flatMap((fitted) => {
    const length = fitted.expiry.contracts.length;
    const own = report.points.slice(start, start + length);
    start += length;
    return pointsOf(fitted, own, { axis, surface, convention });
  });
  return { grid: surfaceGrid(pillars, axis, convention), points };
}

interface Placing {
  readonly axis: SurfaceAxis;
  readonly surface: SmileAt;
  readonly convention: DeltaConvention;
}

function pointsOf(
  { expiry, fit }: FittedSmile,
  points: readonly ReportPoint[],
  placing: Placing,
): readonly SurfacePoint[] {
  const forward = expiry.forward.forward;
  if (forward === null) return [];
  const interest = interestByStrike(expiry);
  return points
    .filter(({ strike, right }) => (right === 'put') === strike <= forward)
    .toSorted((a, b) => a.strike - b.strike)
    .flatMap((point) => {
      const { k } = point;
      if (k === null) return [];
      const { bidVol, askVol, midVol, fitVol } = point;
      return [
        {
          instrument: point.instrument,
          expiry: point.expiry,
          strike: point.strike,
          right: point.right,
          k,
          midVol,
          fitVol,
          residual: midVol === null || fitVol === null ? null : midVol - fitVol,
          spread: bidVol === null || askVol === null ? null : askVol - bidVol,
          openInterest: interest.get(point.strike) ?? null,
          used: point.reason === null,
          ...onSmile(fit?.smile ?? null, k, placing),
        },
      ];
    });
}

function onSmile(
  smile: Smile | null,
  k: number,
  { axis, surface, convention }: Placing,
): Pick<SurfacePoint, 'place' | 'density' | 'localVol'> {
  if (smile === null) return { place: axis === 'log' ? k : null, density: null, localVol: null };
  const sd = Math.sqrt(smile.totalVariance(0));
  const place = axisPlace(axis, smile, k, convention);
  return {
    place: place === null ? null : finiteOrNull(place),
    density: finiteOrNull(densityOf(smile, k).pdf * sd),
    localVol: valueOrNull(localVol(surface, k, smile.years)),
  };
}

/** Open interest of put and call together; a strike of which the venue states none has no entry. */
function interestByStrike({ quotes }: FittedSmile['expiry']): ReadonlyMap<number, number> {
  const interest = new Map<number, number>();
  for (const { instrument, quote } of quotes.contracts) {
    if (quote === null || quote.openInterest === null) continue;
    interest.set(instrument.strike, (interest.get(instrument.strike) ?? 0) + quote.openInterest);
  }
  return interest;
}
