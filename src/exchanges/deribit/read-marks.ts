import { type Result, err, ok } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { QuotePart, ReadMessage, RowFailure } from '../adapter.ts';
import { documentFailure } from '../json-document.ts';
import { instrumentFromName } from './contract-terms.ts';
import { markRowOf } from './messages.ts';
import { MOST_ROWS, nameRow, quoteTime, quoted, rowFailure } from './row.ts';

/**
 * Reads one push of markprice.options. Only the vol of a mark is taken: its price goes with a forward that the push
 * does not carry, and inverted against another instant's it would tell a vol that nobody quoted. A fraction here,
 * where every other message of the venue has percent.
 */
export function readMarks(content: unknown, sentAt: EpochMs): ReadMessage {
  if (!Array.isArray(content)) return unread('malformed-document', 'a push of marks without a list');
  if (content.length > MOST_ROWS) return unread('too-large', `${content.length} rows, more than any list`);
  const rows: QuotePart[] = [];
  const failures: RowFailure[] = [];
  for (const value of content as readonly unknown[]) {
    const row = readRow(value, sentAt);
    if (row.ok) rows.push(row.value);
    else failures.push(row.error);
  }
  if (rows.length === 0 && failures.some(({ reason }) => reason !== 'not-an-option')) {
    const detail = `none of ${content.length} rows could be read; first: ${failures[0]?.detail ?? ''}`;
    return { value: [], failures: [...failures, documentFailure('malformed-document', detail)] };
  }
  const underlyings = [...new Set(rows.map(({ instrument }) => instrument.underlying))];
  return {
    value: [{ kind: 'quote-parts', at: sentAt, underlyings, part: 'markprice', whole: false, rows }],
    failures,
  };
}

function unread(reason: 'malformed-document' | 'too-large', detail: string): ReadMessage {
  return { value: [], failures: [documentFailure(reason, detail)] };
}

function readRow(value: unknown, sentAt: EpochMs): Result<QuotePart, RowFailure> {
  const named = nameRow(value);
  if (!named.ok) return named;
  const { name, parts, fields } = named.value;
  const row = markRowOf(fields);
  if (!row.ok) return err(rowFailure(name, 'malformed-row', row.error));
  const at = quoteTime(row.value.timestamp, sentAt);
  if (!at.ok) return err(rowFailure(name, 'malformed-row', at.error));
  const instrument = instrumentFromName(name, parts, at.value);
  return ok({ instrument, at: at.value, figures: { venueMarkVol: quoted(row.value.iv) } });
}
