import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { ExchangeAdapter, FeedEvent, ReadMessage } from './adapter.ts';
import { FIXTURE_REQUESTS } from './fixture-requests.ts';
import { damageOf, seededDice } from './message-damage.ts';
import { ADAPTERS } from './registry.ts';

const RUNS = 100_000;
const SEED = 20_261_122;
const AT = epochMs(1_780_000_003_500);
/** Processor time is shared with other tests; a run on an idle core takes a tenth of it. */
const PATIENCE = 240_000;

/** Where a message has its rows: the path of a list or of an object by name; `''` the message itself, null one row. */
const ROWS: Readonly<Record<VenueId, readonly (readonly [RegExp, string | null])[]>> = {
  deribit: [
    [/summary|instruments/, 'result'],
    [/markprice/, 'params.data'],
    [/order-book|ws-ticker|ws-book/, null],
  ],
  okx: [[/opt-summary|(?<!index-)tickers|mark-price|open-interest|instruments|books/, 'data']],
  bybit: [
    [/http-tickers|instruments/, 'result.list'],
    [/ws-tickers|orderbook/, null],
  ],
  binance: [
    [/http-mark|http-ticker/, ''],
    [/exchange-info/, 'optionSymbols'],
    [/option-mark-price/, 'data'],
    [/depth/, null],
  ],
  derive: [
    [/get-tickers/, 'result.tickers'],
    [/get-instruments/, 'result'],
    [/ticker-slim|orderbook/, null],
  ],
  delta: [
    [/http-tickers|products/, 'result'],
    [/ws-ticker/, 'd'],
    [/v2-ticker|l2/, null],
  ],
  cboe: [[/delayed/, 'data.options']],
};

/** Whether no number anywhere inside a value is NaN or infinite. */
function everyNumberIsFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(everyNumberIsFinite);
}

interface Seed {
  readonly via: 'http' | 'ws';
  readonly request: string;
  readonly damage: ReturnType<typeof damageOf>;
  /** Undefined for a message without rows. */
  readonly rows: string | null | undefined;
}

function seedsOf(venue: VenueId): readonly Seed[] {
  return Object.entries(FIXTURE_REQUESTS[venue]).map(([file, request]) => ({
    via: file.startsWith('ws') ? 'ws' : 'http',
    request,
    damage: damageOf(readFileSync(new URL(`${venue}/fixtures/${file}`, import.meta.url), 'utf8')),
    rows: /error/.test(file) ? undefined : ROWS[venue].find(([name]) => name.test(file))?.[1],
  }));
}

/** Rows on the wire, counted without a reader of ours; null where they cannot be found. */
function rowsOnWire(body: string, path: string | null, via: Seed['via']): number | null {
  let found: unknown = JSON.parse(body);
  // A bare list pushed by a socket is a list of rows.
  if (path === null) return via === 'ws' && Array.isArray(found) ? found.length : 1;
  for (const step of path === '' ? [] : path.split('.')) {
    const inside = typeof found === 'object' && found !== null && Object.hasOwn(found, step);
    found = inside ? (found as Readonly<Record<string, unknown>>)[step] : null;
  }
  return typeof found === 'object' && found !== null ? Object.keys(found).length : null;
}

function rowsRead(events: readonly FeedEvent[]): number {
  let [rows, books] = [0, 0];
  for (const event of events) {
    if (event.kind === 'quotes' || event.kind === 'quote-parts') rows += event.rows.length;
    else if (event.kind === 'instruments') rows += event.instruments.length;
    else if (event.kind === 'order-book' || event.kind === 'book-changes') books += 1;
  }
  // One answer may hold a contract's quote and its book.
  return rows === 0 ? books : rows;
}

function defectOf(outcome: ReadMessage, { rows, via }: Seed, body: string): string | null {
  if (!everyNumberIsFinite(outcome.value)) return 'a number that is not finite';
  const { failures } = outcome;
  for (const one of failures) {
    const name = one.scope === 'row' ? (one.instrument ?? '') : '';
    if (one.detail.length > 240 || name.length > 64) return 'a failure without bounds';
  }
  if (failures.some((one) => one.scope === 'document')) {
    return outcome.value.length === 0 ? null : 'events beside a document that could not be read';
  }
  if (rows === undefined) return null;
  const [wire, read] = [rowsOnWire(body, rows, via), rowsRead(outcome.value)];
  return wire === read + failures.length
    ? null
    : `${wire} rows came, ${read} read, ${failures.length} left out`;
}

/** A throw names the message too. */
function readOf(adapter: ExchangeAdapter, { via, request }: Seed, body: string): ReadMessage | string {
  try {
    return adapter.read({ at: AT, via, request, body });
  } catch (failure) {
    return `threw ${String(failure)}`;
  }
}

describe.each(ADAPTERS.map((adapter) => [adapter.label, adapter] as const))('%s', (_, adapter) => {
  it(
    `reads ${RUNS} damaged messages without a throw, a number that is none or a row lost`,
    () => {
      const dice = seededDice(SEED);
      const seeds = seedsOf(adapter.id);
      let [whole, rejected] = [0, 0];
      for (let run = 0; run < RUNS; run += 1) {
        const seed = seeds[dice(seeds.length)]!;
        const body = seed.damage(dice);
        const outcome = readOf(adapter, seed, body);
        const defect = typeof outcome === 'string' ? outcome : defectOf(outcome, seed, body);
        if (defect !== null || typeof outcome === 'string') {
          expect.fail(`${defect}; seed ${SEED}, run ${run}, ${seed.request}: ${body.slice(0, 3_000)}`);
        }
        whole += outcome.value.length > 0 ? 1 : 0;
        rejected += outcome.failures.some((one) => one.scope === 'row') ? 1 : 0;
      }
      // Damage that nothing survives, or that nothing notices, would test nothing.
      expect(whole).toBeGreaterThan(RUNS / 4);
      expect(rejected).toBeGreaterThan(RUNS / 10);
    },
    PATIENCE,
  );
});
