import type { Interval, Report } from '#analytics/report.ts';
import type { ContractTerms } from '#analytics/venues/contract-terms.ts';
import { isoDay } from '#base/calendar.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import { supportedDecimals } from '#app/reading/vol-points.ts';

/** One of two markets side by side. */
export interface VenueSide {
  readonly label: string;
  readonly report: Report;
  /** Null before the worker has answered. */
  readonly terms: ContractTerms | null;
}

/** A difference of A less B, as it is read. */
export interface VenueDifference {
  /** `+0.31`; `–` where either is missing. */
  readonly value: string;
  /** `−0.4 to +1.1`; `–` where either spread is open. */
  readonly interval: string;
  /** `A higher` or `B higher` is meant beyond both spreads. */
  readonly verdict: string;
}

/** One expiry that both markets list. */
export interface VenuesRow {
  readonly id: string;
  readonly label: string;
  readonly atm: VenueDifference;
  readonly riskReversal: VenueDifference;
  readonly forward: VenueDifference;
}

const BASIS_POINTS = 1e4;

/** What both spreads together leave open of a difference: A's lower end less B's upper, and the other way round. */
export function differenceOfIntervals(a: Interval | null, b: Interval | null): Interval | null {
  return a === null || b === null ? null : [a[0] - b[1], a[1] - b[0]];
}

function verdictOf(interval: Interval | null): string {
  if (interval === null) return 'one-sided';
  if (interval[0] > 0) return 'A higher';
  return interval[1] < 0 ? 'B higher' : 'within spreads';
}

interface Measured {
  readonly value: number | null;
  readonly interval: Interval | null;
}

function difference(
  a: Measured,
  b: Measured,
  scale: number,
  decimalsFor: (interval: Interval | null) => number,
): VenueDifference {
  const value = a.value === null || b.value === null ? null : (a.value - b.value) * scale;
  const interval = differenceOfIntervals(a.interval, b.interval);
  const open = interval && ([interval[0] * scale, interval[1] * scale] as const);
  const decimals = decimalsFor(open);
  return {
    value: signedText(value, decimals),
    interval: open?.map((end) => signedText(end, decimals)).join(' to ') ?? numberText(null, 0),
    verdict: verdictOf(interval),
  };
}

function forwardOf({ terms }: VenueSide, { expiry, forward }: Report['expiries'][number]): Measured {
  const found = terms?.forwards.find((one) => one.expiry === expiry);
  return { value: forward, interval: found?.interval ?? null };
}

/** Every expiry of A that B lists for the same day. */
export function venuesRows(a: VenueSide, b: VenueSide): readonly VenuesRow[] {
  const others = new Map(b.report.expiries.toReversed().map((expiry) => [isoDay(expiry.expiry), expiry]));
  return a.report.expiries.flatMap((own) => {
    const other = others.get(isoDay(own.expiry));
    if (other === undefined) return [];
    const level = other.forward ?? own.forward ?? 1;
    return [
      {
        id: String(own.expiry),
        label: own.label,
        atm: difference(
          { value: own.atmVol, interval: own.atmVolInterval },
          { value: other.atmVol, interval: other.atmVolInterval },
          100,
          supportedDecimals,
        ),
        riskReversal: difference(
          { value: own.delta25.riskReversal, interval: own.delta25.riskReversalInterval },
          { value: other.delta25.riskReversal, interval: other.delta25.riskReversalInterval },
          100,
          supportedDecimals,
        ),
        forward: difference(forwardOf(a, own), forwardOf(b, other), BASIS_POINTS / level, () => 1),
      },
    ];
  });
}

/** The table in one sentence. */
export function venuesInWords(a: VenueSide, b: VenueSide, rows: readonly VenuesRow[]): string {
  if (rows.length === 0) return `${a.label} and ${b.label} have no expiry in common.`;
  const told = (measure: 'atm' | 'riskReversal'): string => {
    const count = rows.filter((row) => row[measure].verdict.includes('higher')).length;
    return count === 0 ? 'none' : String(count);
  };
  return `${a.label} less ${b.label}: 25-delta risk reversals differ by more than both spreads at ${told('riskReversal')} of ${rows.length} common expiries, at-the-money vols at ${told('atm')}.`;
}
