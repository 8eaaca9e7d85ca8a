import { forwardVol } from '#quant/term/forward-vol.ts';
import type { ExpiryReport } from '../report.ts';
import { valueOrNull } from './value-or-null.ts';

/** Adds to each expiry the vol between the fitted expiry before it and itself; null for the first and where total variance falls. */
export function withForwardVols(expiries: readonly ExpiryReport[]): readonly ExpiryReport[] {
  let near: { readonly years: number; readonly vol: number } | null = null;
  return expiries.map((expiry) => {
    if (expiry.atmVol === null) return expiry;
    const far = { years: expiry.years, vol: expiry.atmVol };
    const between = near !== null && far.years > near.years ? valueOrNull(forwardVol(near, far)) : null;
    near = far;
    return { ...expiry, forwardVolFromPrevious: between };
  });
}
