import type { EpochMs } from '#base/time.ts';
import type { FitReport, Interval } from '#analytics/report.ts';
import { noNumber, numberText, signedText } from '#charts/number-text.ts';
import type { AtmConvention } from '#state/selection.ts';
import { atmOf } from '#app/reading/at-the-money.ts';
import { absenceInWords, daysFigure, daysLeft } from '#app/reading/expiry-words.ts';
import { isMisfit } from '#app/reading/misfit.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { intervalInVolPoints, inVolPoints, supportedDecimals } from '#app/reading/vol-points.ts';

/** One expiry as a line of the table; every cell is text fit for the screen. */
export interface ExpiryRow {
  readonly id: string;
  readonly expiry: EpochMs;
  /** Whether its smile is drawn. */
  readonly chosen: boolean;
  readonly label: string;
  readonly colour: string;
  readonly days: string;
  readonly forward: string;
  readonly atm: string;
  readonly putVol: string;
  readonly callVol: string;
  readonly riskReversal: string;
  readonly interval: string;
  readonly butterfly: string;
  readonly quotes: string;
  readonly fitError: string;
  /** The fitted curve misses most of the quotes, so that nothing read off it can be relied on. */
  readonly misfit: boolean;
  /** Why the figures are missing; null when they are not. */
  readonly absence: string | null;
}

function intervalText(interval: Interval | null): string {
  if (interval === null) return noNumber;
  const decimals = supportedDecimals(interval);
  return `${signedText(interval[0], decimals)} to ${signedText(interval[1], decimals)}`;
}

/** Forwards under ten need the decimals that forwards of tens of thousands do not. */
export function priceDecimals(price: number | null): number {
  if (price === null || price >= 1000) return 0;
  return price >= 10 ? 2 : 4;
}

function fitErrorText(fit: FitReport | null): string {
  const points = inVolPoints(fit?.rmse ?? null);
  return numberText(points, points !== null && points >= 10 ? 1 : 2);
}

export function expiryTable(
  expiries: readonly DrawnExpiry[],
  shown: readonly EpochMs[],
  convention: AtmConvention,
): readonly ExpiryRow[] {
  return expiries.map(({ report, id, label, colour }) => {
    const interval = intervalInVolPoints(report.delta25.riskReversalInterval);
    const vol = (value: number | null): string => numberText(inVolPoints(value), 1);
    return {
      id,
      expiry: report.expiry,
      chosen: shown.includes(report.expiry),
      label,
      colour,
      days: daysFigure(daysLeft(report)),
      forward: numberText(report.forward, priceDecimals(report.forward)),
      atm: vol(atmOf(report, convention)),
      putVol: vol(report.delta25.putVol),
      callVol: vol(report.delta25.callVol),
      riskReversal: signedText(inVolPoints(report.delta25.riskReversal), supportedDecimals(interval)),
      interval: intervalText(interval),
      butterfly: signedText(inVolPoints(report.delta25.butterfly), 1),
      quotes: report.fit === null ? noNumber : String(report.fit.quotes),
      fitError: fitErrorText(report.fit),
      misfit: isMisfit(report.fit),
      absence: absenceInWords(report),
    };
  });
}
