import type { FitReport } from '#analytics/report.ts';

/** A miss by so much (decimal vol) is no matter of noise … */
const LARGE_MISS = 0.05;
/** … where the curve also lies inside so small a share of the bid-ask ranges. */
const FEW_INSIDE = 0.3;

/** Said beside every number of such an expiry. */
export const MISFIT_WORDS = 'the fitted curve misses most quotes';

/** Whether a fit misses most of its quotes by far; its numbers are shown with a warning. */
export function isMisfit(fit: FitReport | null): boolean {
  return fit !== null && fit.rmse > LARGE_MISS && fit.insideBidAsk < FEW_INSIDE;
}
