import type { Report } from '#analytics/report.ts';
import type { ForwardGap } from '#analytics/term/forward-gaps.ts';
import { DAYS_PER_YEAR, type EpochMs } from '#base/time.ts';
import type { TermStructureModel } from '#charts/term-structure/term-structure-model.ts';
import { ATM_WORDS, atmIntervalOf, atmOf } from '#app/reading/at-the-money.ts';
import { absenceInWords, daysLeft } from '#app/reading/expiry-words.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { intervalInVolPoints, inVolPoints } from '#app/reading/vol-points.ts';
import type { AtmConvention, TermLines } from '#state/selection.ts';
import { FLAG_WORDS, gapDates } from './gap-words.ts';

export interface StructureChoice {
  readonly shown: readonly EpochMs[];
  readonly atm: AtmConvention;
  readonly termLines: TermLines;
}

/** What is priced when: every listed expiry, the vols between them, the constant tenors. */
export function structureView(
  report: Report,
  gaps: readonly ForwardGap[],
  { expiries, choice }: { readonly expiries: readonly DrawnExpiry[]; readonly choice: StructureChoice },
): TermStructureModel {
  const { shown, atm, termLines } = choice;
  return {
    atmLabel: ATM_WORDS[atm],
    deltaLabel: '25Δ',
    points: expiries.map(({ report: expiry, id, label, colour }) => ({
      expiryId: id,
      label,
      days: daysLeft(expiry),
      colour,
      atm: inVolPoints(atmOf(expiry, atm)),
      atmInterval: intervalInVolPoints(atmIntervalOf(expiry, atm)),
      putVol: inVolPoints(expiry.delta25.putVol),
      callVol: inVolPoints(expiry.delta25.callVol),
      swapVol: inVolPoints(expiry.varianceSwapVol),
      absence: absenceInWords(expiry),
      chosen: shown.includes(expiry.expiry),
    })),
    steps: gaps.map((gap) => ({
      expiryId: String(gap.far),
      label: gapDates(gap, expiries),
      fromDays: gap.near === null ? null : gap.nearYears * DAYS_PER_YEAR,
      toDays: gap.farYears * DAYS_PER_YEAR,
      vol: inVolPoints(gap.vol),
      interval: intervalInVolPoints(gap.interval),
      flag: gap.flag === null ? null : FLAG_WORDS[gap.flag],
      withinDay: gap.withinDay,
      standing: gap.standing?.beyondSpread === true ? gap.standing.side : null,
    })),
    // Constant maturities are interpolated at the forward, so they belong beside no other convention.
    tenors:
      atm === 'forward'
        ? report.constantMaturity.flatMap(({ days, atmVol }) =>
            atmVol === null
              ? []
              : [{ tenorId: `tenor ${days}`, label: `${days}D constant`, days, atm: atmVol * 100 }],
          )
        : [],
    lines: { vols: termLines !== 'forward', steps: termLines !== 'vols' },
    decimals: 1,
    domain: null,
    emptyText: 'No expiry has an at-the-money vol.',
  };
}
