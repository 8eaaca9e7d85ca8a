import type { ExpiryReport } from '#analytics/report.ts';
import type { EpochMs } from '#base/time.ts';
import { daysLeft } from './expiry-words.ts';

/** Horizons a first look should span, in days. */
const HORIZONS = [7, 30, 90, 270] as const;

/** A spread of fitted expiries over the horizons people ask about; all expiries when none is fitted. */
export function defaultExpiries(expiries: readonly ExpiryReport[]): readonly EpochMs[] {
  const fitted = expiries.filter((expiry) => expiry.fit !== null);
  const pool = fitted.length > 0 ? fitted : expiries;
  const chosen = new Set<EpochMs>();
  for (const horizon of HORIZONS) {
    const free = pool.filter(({ expiry }) => !chosen.has(expiry));
    const distance = (expiry: ExpiryReport): number =>
      Math.abs(Math.log(Math.max(daysLeft(expiry), 0.01) / horizon));
    const [first, ...rest] = free;
    if (!first) continue;
    const nearest = rest.reduce((best, next) => (distance(next) < distance(best) ? next : best), first);
    chosen.add(nearest.expiry);
  }
  return pool.filter(({ expiry }) => chosen.has(expiry)).map(({ expiry }) => expiry);
}

/** What the user chose and this market lists, or else a first look; `missing` counts chosen ones that are not listed. */
export function shownExpiries(
  expiries: readonly ExpiryReport[],
  chosen: readonly EpochMs[] | null,
): { readonly shown: readonly EpochMs[]; readonly missing: number } {
  const listed = (chosen ?? []).filter((wanted) => expiries.some(({ expiry }) => expiry === wanted));
  const missing = (chosen?.length ?? 0) - listed.length;
  return { shown: listed.length > 0 ? listed : defaultExpiries(expiries), missing };
}
