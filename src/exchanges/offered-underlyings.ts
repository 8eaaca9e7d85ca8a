import type { FeedEvent } from './adapter.ts';

/** The underlyings that events offer: those with at least one quoted row or listed contract, in order of appearance. */
export function offeredUnderlyings(events: readonly FeedEvent[]): readonly string[] {
  const offered = new Set<string>();
  for (const event of events) {
    if (event.kind === 'quotes' || event.kind === 'quote-parts')
      for (const row of event.rows) offered.add(row.instrument.underlying);
    if (event.kind === 'instruments') for (const listed of event.instruments) offered.add(listed.underlying);
  }
  return [...offered];
}
