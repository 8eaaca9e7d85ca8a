import type { EpochMs } from '#base/time.ts';
import type { FeedEvent, ReadMessage } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { unreadMessage } from '../read-rows.ts';
import { isAhead, rowFields } from '../row-fields.ts';
import { underlyingOfFamily } from './instrument-name.ts';

/** Reads index-tickers, asked or pushed: levels of those indices that options settle on in coin. */
export function readIndex(content: unknown, receivedAt: EpochMs): ReadMessage {
  if (!Array.isArray(content) || content.length > 2_000) {
    return unreadMessage(documentFailure('malformed-document', 'there is no list of indices inside'));
  }
  const events: FeedEvent[] = [];
  for (const row of content as readonly unknown[]) {
    const fields = rowFields(isRecord(row) ? row : {});
    const [name, price] = [fields.word('instId'), fields.price('idxPx')];
    const at = fields.instant('ts') ?? receivedAt;
    if (name === null || price === null || fields.defect() !== null || isAhead(at, receivedAt)) {
      const detail = fields.defect() ?? 'an index without name, price or plausible time';
      return unreadMessage(documentFailure('malformed-document', detail));
    }
    const underlying = underlyingOfFamily(name);
    if (underlying !== null) events.push({ kind: 'index', at, underlyings: [underlying], price });
  }
  return { value: events, failures: [] };
}
