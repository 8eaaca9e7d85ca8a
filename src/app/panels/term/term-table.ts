import type { Interval, Report } from '#analytics/report.ts';
import type { ForwardGap } from '#analytics/term/forward-gaps.ts';
import type { SwapReach } from '#analytics/term/swap-reach.ts';
import type { EpochMs } from '#base/time.ts';
import { noNumber, numberText, signedText } from '#charts/number-text.ts';
import { atmIntervalOf, atmOf } from '#app/reading/at-the-money.ts';
import { absenceInWords, daysFigure, daysLeft } from '#app/reading/expiry-words.ts';
import { isMisfit } from '#app/reading/misfit.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { intervalInVolPoints, inVolPoints, supportedDecimals } from '#app/reading/vol-points.ts';
import type { AtmConvention } from '#state/selection.ts';
import { FLAG_WORDS } from './gap-words.ts';

/** One expiry with the gap that ends at it; every cell is text fit for the screen. */
export interface TermRow {
  readonly id: string;
  readonly expiry: EpochMs;
  readonly chosen: boolean;
  readonly label: string;
  readonly colour: string;
  readonly days: string;
  readonly atm: string;
  readonly atmRange: string;
  readonly putVol: string;
  readonly callVol: string;
  readonly swapVol: string;
  /** Variance-swap vol less at-the-money vol. */
  readonly swapOverAtm: string;
  /** Share of the variance swap's variance that rests on extrapolated wings. */
  readonly swapBeyond: string;
  readonly forwardVol: string;
  readonly forwardRange: string;
  /** Flag or standing of the gap, in words; empty where it is like its neighbours. */
  readonly remark: string;
  /** `flag`, `event` or nothing, for how loud the remark is. */
  readonly tone: 'flag' | 'event' | 'plain';
  readonly misfit: boolean;
  readonly absence: string | null;
}

/** One constant tenor. */
export interface TenorCells {
  readonly days: number;
  readonly label: string;
  readonly atm: string;
  readonly riskReversal: string;
  readonly butterfly: string;
}

function range(interval: Interval | null): string {
  if (interval === null) return noNumber;
  const decimals = Math.max(1, supportedDecimals(interval));
  return `${numberText(interval[0], decimals)} to ${numberText(interval[1], decimals)}`;
}

function remarkOf(gap: ForwardGap | undefined): Pick<TermRow, 'remark' | 'tone'> {
  if (gap === undefined) return { remark: '', tone: 'plain' };
  if (gap.flag !== null) return { remark: FLAG_WORDS[gap.flag], tone: 'flag' };
  if (gap.withinDay) return { remark: 'hours between two series of one date', tone: 'plain' };
  if (gap.standing === null) return { remark: '', tone: 'plain' };
  const { side, around, beyondSpread, extraMove } = gap.standing;
  const move = `±${numberText(Math.abs(extraMove) * 100, 1)} %`;
  const where = side === 'high' ? 'above' : 'below';
  const doubt = beyondSpread ? '' : ', perhaps only the spread';
  return {
    remark: `${where} ${numberText(inVolPoints(around), 1)} about it, worth a move of ${move}${doubt}`,
    tone: beyondSpread ? 'event' : 'plain',
  };
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

interface TermTableChoice {
  readonly shown: readonly EpochMs[];
  readonly atm: AtmConvention;
  /** Null until the worker has answered. */
  readonly reach: readonly SwapReach[] | null;
}

function beyondText(reach: readonly SwapReach[] | null, expiry: EpochMs): string {
  const { below = null, above = null } = reach?.find((one) => one.expiry === expiry) ?? {};
  return below === null || above === null ? noNumber : `${numberText((below + above) * 100, 0)} %`;
}

export function termTable(
  expiries: readonly DrawnExpiry[],
  gaps: readonly ForwardGap[],
  { shown, atm, reach }: TermTableChoice,
): readonly TermRow[] {
  const vol = (value: number | null): string => numberText(inVolPoints(value), 1);
  return expiries.map(({ report, id, label, colour }) => {
    const gap = gaps.find(({ far }) => far === report.expiry);
    const level = atmOf(report, atm);
    const swapOverAtm = inVolPoints(difference(report.varianceSwapVol, level));
    return {
      id,
      expiry: report.expiry,
      chosen: shown.includes(report.expiry),
      label,
      colour,
      days: daysFigure(daysLeft(report)),
      atm: vol(level),
      atmRange: range(intervalInVolPoints(atmIntervalOf(report, atm))),
      putVol: vol(report.delta25.putVol),
      callVol: vol(report.delta25.callVol),
      swapVol: vol(report.varianceSwapVol),
      swapOverAtm: signedText(swapOverAtm, 1),
      swapBeyond: beyondText(reach, report.expiry),
      forwardVol: vol(report.forwardVolFromPrevious),
      forwardRange: gap?.near === null ? noNumber : range(intervalInVolPoints(gap?.interval ?? null)),
      ...remarkOf(gap),
      misfit: isMisfit(report.fit),
      absence: absenceInWords(report),
    };
  });
}

export function tenorTable({ constantMaturity }: Report): readonly TenorCells[] {
  return constantMaturity.map(({ days, atmVol, riskReversal25, butterfly25 }) => ({
    days,
    label: `${days}D`,
    atm: numberText(inVolPoints(atmVol), 1),
    riskReversal: signedText(inVolPoints(riskReversal25), 1),
    butterfly: signedText(inVolPoints(butterfly25), 1),
  }));
}
