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

/** Counts the venue's unread rows that are no contract without a quote: those name none, or repeat one that was read. */
export function countRejectedRows(chain: OptionChain): Readonly<Partial<Record<RowFailureReason, number>>> {
  const unquoted = new Set(
    chain.expiries.flatMap(({ contracts }) =>
      contracts.flatMap(({ instrument, quote }) => (quote === null ? [instrument.name] : [])),
    ),
  );
  const rows: Partial<Record<RowFailureReason, number>> = {};
  for (const { instrument, reason } of chain.rejected) {
    if (instrument === null || !unquoted.has(instrument)) rows[reason] = (rows[reason] ?? 0) + 1;
  }
  return rows;
}
