import { assert } from '#base/assert.ts';
import type { Smile, VarianceJet } from '../smile.ts';
import type { SliceFit } from './slice-fit.ts';

/**
 * The smile of any maturity from fitted expiries (any order, nulls skipped); null when none was fitted.
 *
 * Between two expiries total variance is linear in time at fixed log-strike: free of calendar arbitrage whenever the
 * fits are, Lee's bound kept. Before the first expiry vol is flat in time (w ∝ T), which keeps the first slice's
 * freedom from butterflies since Durrleman's g is concave in that factor. After the last expiry the forward variance
 * is flat: the last slice's at-the-money variance rate is added at every log-strike, so the wings keep their slopes.
 * @param years time to expiry in ACT/365F years, > 0; throws otherwise
 */
export function surfaceSmile(fits: readonly (SliceFit | null)[], years: number): Smile | null {
  assert(years > 0 && Number.isFinite(years), `years was ${years}`);
  const smiles = fits.flatMap((fit) => (fit === null ? [] : [fit.smile])).sort((p, q) => p.years - q.years);
  const first = smiles[0];
  const last = smiles.at(-1);
  if (first === undefined || last === undefined) return null;
  if (years <= first.years) return combined(years, first, years / first.years, first, 0, 0);
  if (years >= last.years) {
    const added = (last.totalVariance(0) / last.years) * (years - last.years);
    return combined(years, last, 1, last, 0, added);
  }
  const later = smiles.findIndex((smile) => smile.years >= years);
  const from = smiles[later - 1] ?? first;
  const to = smiles[later] ?? last;
  const share = (years - from.years) / (to.years - from.years);
  return combined(years, from, 1 - share, to, share, 0);
}

function combined(
  years: number,
  from: Smile,
  fromShare: number,
  to: Smile,
  toShare: number,
  added: number,
): Smile {
  if (toShare === 0) {
    return {
      years,
      totalVariance: (k) => fromShare * from.totalVariance(k) + added,
      jet: (k) => scaled(from.jet(k), fromShare, added),
    };
  }
  return {
    years,
    totalVariance: (k) => fromShare * from.totalVariance(k) + toShare * to.totalVariance(k) + added,
    jet: (k) => {
      const a = from.jet(k);
      const b = to.jet(k);
      return {
        w: fromShare * a.w + toShare * b.w + added,
        dw: fromShare * a.dw + toShare * b.dw,
        d2w: fromShare * a.d2w + toShare * b.d2w,
      };
    },
  };
}

function scaled(jet: VarianceJet, share: number, added: number): VarianceJet {
  return { w: share * jet.w + added, dw: share * jet.dw, d2w: share * jet.d2w };
}
