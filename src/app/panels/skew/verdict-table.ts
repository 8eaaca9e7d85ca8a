import type { EpochMs } from '#base/time.ts';
import { noNumber, numberText, signedText } from '#charts/number-text.ts';
import { daysFigure } from '#app/reading/expiry-words.ts';
import { isMisfit } from '#app/reading/misfit.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { supportedDecimals } from '#app/reading/vol-points.ts';
import type { Reading, SkewRow, SkewRows } from './skew-rows.ts';
import {
  BUTTERFLY_SIDES,
  RISK_REVERSAL_SIDES,
  type ZeroTest,
  type ZeroVerdict,
  zeroTest,
  zeroVerdict,
} from './zero-verdict.ts';

/** A number fit for the screen, its interval, and whether it can be told from zero. */
export interface VerdictCells {
  readonly value: string;
  readonly interval: string;
  readonly test: ZeroTest;
  readonly verdict: ZeroVerdict;
}

/** One expiry or constant tenor as a line of the table. */
export interface VerdictRow {
  readonly id: string;
  readonly label: string;
  /** CSS; null for a tenor. */
  readonly colour: string | null;
  readonly days: string;
  readonly putVol: string;
  readonly callVol: string;
  readonly riskReversal: VerdictCells;
  readonly butterfly: VerdictCells;
  readonly misfit: boolean;
  /** Why there is no number; null when there is one. */
  readonly absence: string | null;
  readonly expiry: EpochMs | null;
  readonly chosen: boolean;
}

export interface VerdictTableModel {
  readonly expiries: readonly VerdictRow[];
  readonly tenors: readonly VerdictRow[];
}

/** `−8.3 to −6.0`, in the decimals its own width supports. */
export function intervalText({ interval }: Reading): string {
  if (interval === null) return noNumber;
  const decimals = supportedDecimals(interval);
  return `${signedText(interval[0], decimals)} to ${signedText(interval[1], decimals)}`;
}

function cells(reading: Reading, sides: typeof RISK_REVERSAL_SIDES): VerdictCells {
  return {
    value: signedText(reading.value, supportedDecimals(reading.interval)),
    interval: intervalText(reading),
    test: zeroTest(reading),
    verdict: zeroVerdict(reading, sides),
  };
}

function verdictRow(row: SkewRow, drawn: DrawnExpiry | null, shown: readonly EpochMs[]): VerdictRow {
  const expiry = drawn?.report.expiry ?? null;
  return {
    id: row.id,
    label: row.label,
    colour: drawn?.colour ?? null,
    days: daysFigure(row.days),
    putVol: numberText(row.putVol, 1),
    callVol: numberText(row.callVol, 1),
    riskReversal: cells(row.riskReversal, RISK_REVERSAL_SIDES),
    butterfly: cells(row.butterfly, BUTTERFLY_SIDES),
    misfit: isMisfit(drawn?.report.fit ?? null),
    absence: row.absence,
    expiry,
    chosen: expiry !== null && shown.includes(expiry),
  };
}

export function verdictTable(
  rows: SkewRows,
  expiries: readonly DrawnExpiry[],
  shown: readonly EpochMs[],
): VerdictTableModel {
  return {
    expiries: rows.expiries.map((row, index) => verdictRow(row, expiries[index] ?? null, shown)),
    tenors: rows.tenors.map((row) => verdictRow(row, null, shown)),
  };
}
