import type { SliceFit } from '#quant/surface/slice-fit.ts';
import type { FitReport } from '../report.ts';

/** A fit's quality and parameters as plain data. */
export function fitReport(fit: SliceFit): FitReport {
  const { model, rmse, insideBidAsk, quotes, converged, butterflyFree, minG, calendarFree, note } = fit;
  return {
    model,
    parameters: { ...fit.parameters },
    rmse,
    insideBidAsk,
    quotes,
    converged,
    butterflyFree,
    minG,
    calendarFree,
    note,
  };
}
