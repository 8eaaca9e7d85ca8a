import type { RowFailureReason } from '#market/option-chain.ts';
import type { RowFailure } from './adapter.ts';
import { boundedText } from './bounded-text.ts';

/** Longer names are cut before they are shown. */
const LONGEST_NAME = 64;

/** One row left out; name and detail are cut to bounded lengths. */
export function rowFailure(row: {
  readonly underlying: string | null;
  readonly name: string | null;
  readonly reason: RowFailureReason;
  readonly detail: string;
}): RowFailure {
  return {
    scope: 'row',
    underlying: row.underlying,
    instrument: row.name === null ? null : boundedText(row.name, LONGEST_NAME),
    reason: row.reason,
    detail: boundedText(row.detail),
  };
}
