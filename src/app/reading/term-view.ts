import type { Report } from '#analytics/report.ts';
import type { EpochMs } from '#base/time.ts';
import type { TermModel } from '#charts/term/term-model.ts';
import type { AtmConvention } from '#state/selection.ts';
import { ATM_WORDS, atmIntervalOf, atmOf } from './at-the-money.ts';
import { absenceInWords, daysLeft } from './expiry-words.ts';
import type { DrawnExpiry } from './smile-view.ts';
import { intervalInVolPoints, inVolPoints } from './vol-points.ts';

/** At-the-money vol with 25-delta put and call vol of every listed expiry, and the constant maturities between. */
export function termView(
  report: Report,
  expiries: readonly DrawnExpiry[],
  { shown, atm }: { readonly shown: readonly EpochMs[]; readonly atm: AtmConvention },
): TermModel {
  return {
    atmLabel: ATM_WORDS[atm],
    deltaLabel: '25Δ',
    points: expiries.map((drawn) => ({
      expiryId: drawn.id,
      label: drawn.label,
      days: daysLeft(drawn.report),
      colour: drawn.colour,
      atm: inVolPoints(atmOf(drawn.report, atm)),
      atmInterval: intervalInVolPoints(atmIntervalOf(drawn.report, atm)),
      putVol: inVolPoints(drawn.report.delta25.putVol),
      callVol: inVolPoints(drawn.report.delta25.callVol),
      absence: absenceInWords(drawn.report),
      chosen: shown.includes(drawn.report.expiry),
    })),
    // Constant maturities are interpolated at the forward, so they belong beside no other convention.
    tenors:
      atm === 'forward'
        ? report.constantMaturity.map(({ days, atmVol }) => ({
            days,
            label: `${days}D`,
            atm: inVolPoints(atmVol),
          }))
        : [],
    decimals: 1,
    domain: null,
    emptyText: 'No expiry has an at-the-money vol.',
  };
}
