import type { EpochMs } from '#base/time.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import type { DrawnExpiry } from './smile-view.ts';
import { atmOf } from './at-the-money.ts';
import type { AtmConvention } from '#state/selection.ts';
import { absenceInWords, daysInWords, daysLeft, shortDays } from './expiry-words.ts';
import { isMisfit, MISFIT_WORDS } from './misfit.ts';
import { inVolPoints } from './vol-points.ts';

/** One expiry in the strip that is legend, picker and table of contents at once. */
export interface ExpiryChip {
  readonly expiry: EpochMs;
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** `23d`. */
  readonly days: string;
  readonly atm: string;
  readonly riskReversal: string;
  readonly chosen: boolean;
  /** All of it in words, the name of the button. */
  readonly name: string;
  /** Why the figures are missing; null when they are not. */
  readonly absence: string | null;
  /** Why the figures cannot be relied on; null when they can. */
  readonly warning: string | null;
}

function chipName(drawn: DrawnExpiry, atm: string, riskReversal: string, absence: string | null): string {
  const head = `${drawn.report.label}, ${daysInWords(daysLeft(drawn.report))}`;
  if (absence !== null) return `${head}, ${absence}`;
  const figures = `${head}, at the money ${atm}, risk reversal ${riskReversal} vol points`;
  return isMisfit(drawn.report.fit) ? `${figures}; ${MISFIT_WORDS}` : figures;
}

/** Every listed expiry, near to far; none is left out. */
export function expiryStrip(
  expiries: readonly DrawnExpiry[],
  shown: readonly EpochMs[],
  convention: AtmConvention,
): readonly ExpiryChip[] {
  return expiries.map((drawn) => {
    const { report, id, label, colour } = drawn;
    const atm = numberText(inVolPoints(atmOf(report, convention)), 1);
    const riskReversal = signedText(inVolPoints(report.delta25.riskReversal), 1);
    const absence = absenceInWords(report);
    return {
      expiry: report.expiry,
      id,
      label,
      colour,
      days: shortDays(daysLeft(report)),
      atm,
      riskReversal,
      chosen: shown.includes(report.expiry),
      name: chipName(drawn, atm, riskReversal, absence),
      absence,
      warning: isMisfit(report.fit) ? MISFIT_WORDS : null,
    };
  });
}
