import type { ExpiryReport, Interval } from '#analytics/report.ts';
import type { AtmConvention } from '#state/selection.ts';

/** The vol that is called at-the-money by the chosen convention; decimal. */
export function atmOf(expiry: ExpiryReport, convention: AtmConvention): number | null {
  return convention === 'forward' ? expiry.atmVol : expiry.dnsVol;
}

/** What the spread leaves open of it; known at the forward only. */
export function atmIntervalOf(expiry: ExpiryReport, convention: AtmConvention): Interval | null {
  return convention === 'forward' ? expiry.atmVolInterval : null;
}

export const ATM_WORDS: Readonly<Record<AtmConvention, string>> = {
  forward: 'at the forward',
  straddle: 'delta-neutral straddle',
};
