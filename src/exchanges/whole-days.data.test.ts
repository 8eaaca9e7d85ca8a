import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import { isVenueId } from '#market/venue-id.ts';
import type { FeedEvent, ReadMessage } from './adapter.ts';
import { adapterOf } from './registry.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);
const present = existsSync(DATA);
const days = present
  ? readdirSync(new URL('recordings/', DATA)).filter((name) => !name.includes('crash-days'))
  : [];

if (!present) it.skip('whole days of every venue: ../shared/data is not there', () => undefined);

function text(name: string): string {
  return gunzipSync(readFileSync(new URL(name, DATA))).toString('utf8');
}

function instrumentsIn({ value }: ReadMessage): readonly Instrument[] {
  return value.flatMap((event: FeedEvent) =>
    event.kind === 'quotes' || event.kind === 'quote-parts' ? event.rows.map((row) => row.instrument) : [],
  );
}

/** Rows of a recorded answer of Deribit or OKX, counted without a reader. */
function rowsOnWire(body: string): number {
  const { result, data } = JSON.parse(body) as { result?: unknown; data?: unknown };
  const rows = result ?? data;
  return Array.isArray(rows) ? rows.length : 1;
}

describe.runIf(present)('whole days', () => {
  it.each(days)('of %s are read to the last row of every answer', (name) => {
    const [head = '', ...lines] = text(`recordings/${name}`).trim().split('\n');
    const { venue } = JSON.parse(head) as { venue: string };
    const adapter = isVenueId(venue) ? adapterOf(venue) : null;
    let rows = 0;
    for (const line of lines) {
      const { at, request, body } = JSON.parse(line) as { at: number; request: string; body: string };
      const read = adapter?.read({ at: epochMs(at), via: 'http', request, body });
      expect(read?.failures).toEqual([]);
      expect(instrumentsIn(read!)).toHaveLength(rowsOnWire(body));
      rows += rowsOnWire(body);
    }
    expect(rows).toBeGreaterThan(300);
  });

  it('of CBOE hold every contract once, by two roots of which one ends in the morning', () => {
    const body = text('cboe/_SPX-2026-08-05.json.gz');
    const { data } = JSON.parse(body) as { data: { options: { option: string }[] } };
    const at = epochMs(Date.UTC(2026, 7, 5, 20));
    const read = adapterOf('cboe')!.read({ at, via: 'http', request: 'file:_SPX.json', body });
    const instruments = instrumentsIn(read);
    expect(instruments.length + read.failures.length).toBe(data.options.length);
    expect(read.failures).toEqual([]);
    const roots = (root: string): number =>
      data.options.filter(({ option }) => option.replace(/\d{6}[CP]\d{8}$/, '') === root).length;
    for (const series of ['SPX', 'SPXW']) {
      const of = instruments.filter((one) => one.series === series);
      expect([series, of.length]).toEqual([series, roots(series)]);
      const hours = new Set(of.map(({ expiry }) => new Date(expiry).getUTCHours()));
      // New York opens at 9:30 and closes at 16:00; winter and summer differ by an hour.
      for (const hour of hours) expect(series === 'SPX' ? [13, 14] : [17, 18, 20, 21]).toContain(hour);
    }
    expect(new Set(instruments.map(({ name }) => name)).size).toBe(instruments.length);
  });

  it('of CBOE as a table that a person downloads hold a call and a put a line', () => {
    const body = text('cboe/spx_quotedata-2025-08-29.csv.gz');
    const lines = body.split(/\r?\n/).filter((line) => /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d/.test(line)).length;
    const at = epochMs(Date.UTC(2025, 7, 29, 21));
    const read = adapterOf('cboe')!.read({ at, via: 'http', request: 'file:spx_quotedata.csv', body });
    expect(instrumentsIn(read).length + read.failures.length).toBe(2 * lines);
    expect(instrumentsIn(read).length).toBe(24_072);
  });
});
