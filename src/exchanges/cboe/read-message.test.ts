import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { FeedEvent } from '../adapter.ts';
import { cboeAdapter } from './cboe-adapter.ts';
import { readDateLine } from './local-date-line.ts';
import { newYorkInstant } from './new-york-time.ts';
import { readMessage } from './read-message.ts';

const shared = '../shared/data/cboe';
const utc = (text: string): number => Date.parse(text);
const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const read = (body: string): ReturnType<typeof readMessage> =>
  readMessage({ at: epochMs(utc('2026-03-10T19:30:00Z')), via: 'http', request: 'file:quotes', body });

function rowsOf(events: readonly FeedEvent[]): Extract<FeedEvent, { kind: 'quotes' }>['rows'] {
  return events.flatMap((event) => (event.kind === 'quotes' ? event.rows : []));
}

describe('the delayed-quotes document', () => {
  const { value, failures } = read(fixture('delayed-quotes-index.json'));
  const rows = rowsOf(value);

  it('keeps the two roots of one date apart: one settles at the open, one at the close in New York', () => {
    expect(rows.slice(0, 2).map(({ instrument }) => [instrument.series, instrument.expiry])).toEqual([
      ['SPX', utc('2026-03-20T13:30:00Z')],
      ['SPXW', utc('2026-03-20T20:00:00Z')],
    ]);
    expect(rows[2]?.instrument.expiry).toBe(utc('2026-11-20T21:00:00Z'));
  });

  it('takes the underlying’s last trade as the instant of the quotes', () => {
    expect(rows[0]?.quote?.at).toBe(utc('2026-03-10T19:09:12Z'));
  });

  it('reads zero as no quote, no size and no vol', () => {
    expect(rows[2]?.quote).toMatchObject({
      bid: null,
      ask: 0.05,
      bidSize: null,
      askSize: 4,
      venueMarkVol: null,
    });
  });

  it('says the spot and the 30-day vol as a decimal', () => {
    expect(value.slice(1)).toEqual([
      expect.objectContaining({ kind: 'index', price: 6801.25, underlyings: ['SPX'] }),
      expect.objectContaining({ kind: 'volatility-index', vol: 0.154 }),
    ]);
  });

  it('names each row it leaves out with a reason, and loses none', () => {
    expect(failures.map((failure) => failure.reason)).toEqual([
      'duplicate-row',
      'malformed-row',
      'unreadable-name',
      'not-an-option',
      'unreadable-name',
    ]);
    expect(rows.length + failures.length).toBe(8);
  });

  it('is European for an index and American for a share', () => {
    const share = fixture('delayed-quotes-index.json')
      .replace('"_SPX"', '"SPY"')
      .replace('"^SPX"', '"SPY"')
      .replaceAll('SPXW', 'SPY')
      .replaceAll('SPX', 'SPY');
    expect(rows[0]?.instrument.exercise).toBe('european');
    expect(rowsOf(read(share).value)[0]?.instrument.exercise).toBe('american');
  });
});

describe('the downloaded table', () => {
  const { value, failures } = read(fixture('quote-table-pt.csv'));

  it('reads both sides of a line, fifteen minutes before the date line', () => {
    const rows = rowsOf(value);
    expect(rows[1]?.instrument).toMatchObject({ name: 'SPX250919P06400000', right: 'put', strike: 6400 });
    expect(rows[1]?.quote).toMatchObject({
      bid: 43.9,
      ask: 44.6,
      openInterest: 912_000,
      venueMarkVol: 0.1371,
    });
    expect(rows[1]?.quote?.at).toBe(utc('2025-08-29T20:14:00Z'));
  });

  it('leaves out a side with an empty cell and a line that breaks off, by name', () => {
    expect(
      failures.map((failure) => [failure.reason, 'instrument' in failure ? failure.instrument : null]),
    ).toEqual([
      ['malformed-row', 'SPXW250919C06450000'],
      ['malformed-row', 'SPXW250919C06500000'],
      ['unreadable-name', null],
    ]);
  });
});

describe('the date line', () => {
  it.each([
    ['Date: August 29, 2025 at 4:29 PM EDT', '2025-08-29T20:29:00Z'],
    ['Date: January 2, 2026 at 12:05 AM EST', '2026-01-02T05:05:00Z'],
    ['Date: 29 de agosto de 2025 às 16:29 GMT-4', '2025-08-29T20:29:00Z'],
    ['Date: 3 de enero de 2026, 16:29 GMT-5', '2026-01-03T21:29:00Z'],
    ['Date: 29 août 2025 à 22:29 UTC+2', '2025-08-29T20:29:00Z'],
    ['Date: 12. Dezember 2025 um 09:31 GMT+1', '2025-12-12T08:31:00Z'],
    ['Date: 2025年8月29日 16:29 GMT-4', '2025-08-29T20:29:00Z'],
    ['Date: 1 marzo 2026 10:00', '2026-03-01T15:00:00Z'],
  ])('is read in its own language: %s', (line, instant) => {
    expect(readDateLine(line)).toBe(utc(instant));
  });

  it('is not guessed where it cannot be read', () => {
    expect(['Date: yesterday 16:29', 'Date: 45 May 2025', 'Last: 6460.25', ''].map(readDateLine)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('New York time', () => {
  it('moves its clocks on the second Sunday of March and the first of November', () => {
    const at = (month: number, day: number, hour: number): number | null =>
      newYorkInstant({ year: 2026, month, day, hour, minute: 0 });
    expect([at(3, 8, 1), at(3, 8, 3), at(11, 1, 1), at(11, 1, 3)]).toEqual([
      utc('2026-03-08T06:00:00Z'),
      utc('2026-03-08T07:00:00Z'),
      utc('2026-11-01T05:00:00Z'),
      utc('2026-11-01T08:00:00Z'),
    ]);
  });

  it('agrees with the time zone database over twenty years', () => {
    const shown = new Intl.DateTimeFormat('en-US', {
      timeZone: 'America/New_York',
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
    });
    fc.assert(
      fc.property(
        fc.record({
          year: fc.integer({ min: 2010, max: 2030 }),
          month: fc.integer({ min: 1, max: 12 }),
          day: fc.integer({ min: 1, max: 28 }),
          hour: fc.integer({ min: 4, max: 23 }),
          minute: fc.integer({ min: 0, max: 59 }),
        }),
        (wall) => {
          const instant = newYorkInstant(wall);
          const pad = (n: number): string => String(n).padStart(2, '0');
          expect(shown.format(instant ?? 0)).toBe(`${pad(wall.hour)}:${pad(wall.minute)}`);
        },
      ),
    );
  });
});

describe('what is no such file', () => {
  it.each([
    ['', 'malformed-document'],
    ['<html><body>403</body></html>', 'malformed-document'],
    ['{"timestamp":"2026-03-10 19:24:30"', 'not-json'],
    ['{"symbol":"_SPX","timestamp":"2026-03-10 19:24:30"}', 'malformed-document'],
    ['{"symbol":"_SPX","timestamp":"2026-03-10 19:24:30","options":[]}', 'malformed-document'],
    ['{"symbol":"_SPX","timestamp":"later","options":[]}', 'malformed-document'],
    ['[1,2,3]', 'malformed-document'],
  ])('is one failure in words: %s', (body, reason) => {
    expect(read(body)).toMatchObject({ value: [], failures: [{ scope: 'document', reason }] });
  });

  it('never throws, whatever a damaged file holds', () => {
    const texts = [fixture('delayed-quotes-index.json'), fixture('quote-table-pt.csv')];
    const damage = fc.tuple(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.nat(60),
      fc.constantFrom('', 'null', '-1', '1e999', '"', '{', '[', ',', '\u202e', 'NaN', '99999999999999'),
    );
    fc.assert(
      fc.property(damage, ([text, at, length, insert]) => {
        const from = at % text.length;
        const outcome = read(text.slice(0, from) + insert + text.slice(from + length));
        for (const { quote } of rowsOf(outcome.value)) {
          for (const field of Object.values(quote ?? {})) {
            if (typeof field === 'number') expect(Number.isFinite(field)).toBe(true);
          }
        }
        expect(outcome.value.length + outcome.failures.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('whole real files', () => {
  it.skipIf(!existsSync(shared))('are read without loss (skipped where ../shared is not there)', () => {
    const json = gunzipSync(readFileSync(`${shared}/_SPX-2026-08-05.json.gz`)).toString();
    const table = gunzipSync(readFileSync(`${shared}/spx_quotedata-2025-08-29.csv.gz`)).toString();
    const fromJson = read(json);
    const fromTable = read(table);
    expect(cboeAdapter.readsFile?.('_SPX.json', json.slice(0, 4096))).toBe(true);
    expect(cboeAdapter.readsFile?.('spx_quotedata.csv', table.slice(0, 4096))).toBe(true);
    expect([rowsOf(fromJson.value).length, fromJson.failures.length]).toEqual([31_788, 0]);
    expect([rowsOf(fromTable.value).length, fromTable.failures.length]).toEqual([24_072, 0]);
  });
});
