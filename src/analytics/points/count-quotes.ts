import type { OptionChain, RowFailureReason } from '#market/option-chain.ts';
import type { DropReason, QuoteCounts, ReportPoint } from '../report.ts';

/** Counts what became of contracts: used are those without a reason, so that used + Σ dropped = instruments. */
export function countQuotes(points: readonly ReportPoint[]): QuoteCounts {
  const dropped: Partial<Record<DropReason, number>> = {};
  let quotesUsed = 0;
  for (const { reason } of points) {
    if (reason === null) quotesUsed += 1;
    else dropped[reason] = (dropped[reason] ?? 0) + 1;
  }
  return { instruments: points.length, quotesUsed, dropped };
}

/** Counts the venue's unread rows that are no contract of the report: they name none, or repeat one that was read. */
export function countRejectedRows(
  chain: OptionChain,
  points: readonly ReportPoint[],
): Readonly<Partial<Record<RowFailureReason, number>>> {
  const unread = new Set(
    points.flatMap(({ instrument, reason }) => (isRowFailure(reason) ? [instrument] : [])),
  );
  const rows: Partial<Record<RowFailureReason, number>> = {};
  for (const { instrument, reason } of chain.rejected) {
    if (instrument === null || !unread.delete(instrument)) rows[reason] = (rows[reason] ?? 0) + 1;
  }
  return rows;
}

function isRowFailure(reason: DropReason | null): boolean {
  return ROW_FAILURES.some((one) => one === reason);
}

const ROW_FAILURES: readonly RowFailureReason[] = [
  'unreadable-name',
  'malformed-row',
  'duplicate-row',
  'not-an-option',
];
