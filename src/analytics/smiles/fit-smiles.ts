import { fitSurface } from '#quant/surface/fit-surface.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import type { PreparedExpiry } from '../quotes/prepare-expiries.ts';
import type { DropReason, ExpiryReport, Interval } from '../report.ts';
import type { Slice } from './slice-of.ts';
import { smilePoints } from './smile-points.ts';

/** The fits of one analysis by expiry and series, from which the next one of the same chain may start. */
export type SurfaceMemory = ReadonlyMap<string, SliceFit>;

/** One expiry with its smile: the fit, or why there is none, and what became of each contract. */
export interface FittedSmile {
  readonly expiry: PreparedExpiry;
  readonly fit: SliceFit | null;
  readonly unfitted: ExpiryReport['unfitted'];
  /** One entry a contract in the chain's order; null for a two-sided point of the fit. */
  readonly reasons: readonly (DropReason | null)[];
  /** Outermost log-strikes of the two-sided points used. */
  readonly quotedRange: Interval | null;
}

/** Chooses the points of every expiry and fits all smiles together, so that they share one surface. */
export function fitSmiles(
  expiries: readonly PreparedExpiry[],
  previous: SurfaceMemory | null,
): readonly FittedSmile[] {
  const chosen = expiries.map((expiry) => ({
    expiry,
    points: smilePoints(expiry.contracts, expiry.forward.forward, expiry.years),
  }));
  const fitted = chosen.flatMap(({ expiry, points }) =>
    points.slice
      ? [{ quotes: points.slice.quotes, before: previous?.get(smileKey(expiry.quotes)) ?? null }]
      : [],
  );
  const fits = fitSurface(
    fitted.map(({ quotes }) => quotes),
    { previous: fitted.map(({ before }) => before) },
  );
  let next = 0;
  return chosen.map(({ expiry, points: { slice, reasons, unfitted } }) => {
    if (slice === null) return { expiry, fit: null, unfitted, reasons, quotedRange: null };
    const fit = fits[next++] ?? null;
    return fit !== null && isSound(fit) ? withFit(expiry, slice, reasons, fit) : withoutFit(expiry, reasons);
  });
}

/** What to hand to the analysis of the next snapshot. */
export function surfaceMemory(smiles: readonly FittedSmile[]): SurfaceMemory {
  const memory = new Map<string, SliceFit>();
  for (const { expiry, fit } of smiles) if (fit !== null) memory.set(smileKey(expiry.quotes), fit);
  return memory;
}

/** By what a fit is found in the memory. */
export function smileKey({ expiry, series }: { readonly expiry: number; readonly series: string }): string {
  return `${expiry} ${series}`;
}

function isSound(fit: SliceFit): boolean {
  const numbers = [fit.rmse, fit.insideBidAsk, fit.minG, ...Object.values(fit.parameters)];
  return numbers.every(Number.isFinite) && fit.smile.totalVariance(0) > 0;
}

function withoutFit(expiry: PreparedExpiry, reasons: FittedSmile['reasons']): FittedSmile {
  const failed = reasons.map((reason) => reason ?? 'fit-failed');
  return { expiry, fit: null, unfitted: 'fit-failed', reasons: failed, quotedRange: null };
}

function withFit(
  expiry: PreparedExpiry,
  { members, quotes }: Slice,
  before: FittedSmile['reasons'],
  fit: SliceFit,
): FittedSmile {
  const outliers = new Set(members.filter((_, index) => fit.outliers[index] === 1));
  const reasons = expiry.contracts.map((contract, index) => {
    const reason = before[index] ?? null;
    return reason === null && outliers.has(contract) ? 'outlier' : reason;
  });
  const used = new Set(expiry.contracts.filter((_, index) => reasons[index] === null));
  const isUsed = (index: number): boolean => {
    const member = members[index];
    return member !== undefined && used.has(member);
  };
  const strikes = quotes.logStrikes.filter((_, index) => isUsed(index));
  const [lo, hi] = [strikes[0], strikes.at(-1)];
  const quotedRange = lo === undefined || hi === undefined ? null : ([lo, hi] as const);
  return { expiry, fit, unfitted: null, reasons, quotedRange };
}
