import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { ExchangeAdapter, FeedEvent } from './adapter.ts';
import { FIXTURE_REQUESTS } from './fixture-requests.ts';
import { seededDice } from './message-damage.ts';
import { ADAPTERS } from './registry.ts';

const AT = epochMs(1_780_000_003_500);
const HERE = new URL('.', import.meta.url);

interface Seed {
  readonly name: string;
  readonly via: 'http' | 'ws';
  readonly request: string;
  readonly body: string;
}

function seedsOf(venue: VenueId): readonly Seed[] {
  return Object.entries(FIXTURE_REQUESTS[venue]).map(([name, request]) => ({
    name,
    via: name.startsWith('ws') ? 'ws' : 'http',
    request,
    body: readFileSync(new URL(`${venue}/fixtures/${name}`, HERE), 'utf8'),
  }));
}

/** Events of all fixtures of a venue, in order of their names. */
function eventsOf(adapter: ExchangeAdapter, seeds: readonly Seed[]): readonly FeedEvent[] {
  return seeds.flatMap((seed) => adapter.read({ ...seed, at: AT }).value);
}

describe.each(ADAPTERS.map((adapter) => [adapter.label, adapter] as const))('%s', (_, adapter) => {
  const seeds = seedsOf(adapter.id);
  const live = adapter.origins.length > 0;

  it('has every fixture under its request', () => {
    const files = readdirSync(new URL(`${adapter.id}/fixtures/`, HERE));
    expect(files.sort()).toEqual(seeds.map((seed) => seed.name).sort());
  });

  it.each(seeds.map((seed) => [seed.name, seed] as const))(
    'reads %s, and reads it again alike',
    (name, seed) => {
      const outcome = adapter.read({ ...seed, at: AT });
      expect(adapter.read({ ...seed, at: AT })).toEqual(outcome);
      if (name.includes('error')) expect(outcome.failures).toMatchObject([{ scope: 'document' }]);
      else expect(outcome.value.length).toBeGreaterThan(0);
      outcome.value.forEach((event) => expectSound(event, adapter));
    },
  );

  it('shows with its fixtures quotes, terms and a refusal, and where it is live pushes and an order book', () => {
    const kinds = new Set(eventsOf(adapter, seeds).map((event) => event.kind));
    expect(kinds.has('quotes') || kinds.has('quote-parts')).toBe(true);
    expect([live, kinds.has('order-book')]).toEqual([live, live]);
    expect([live, kinds.has('instruments')]).toEqual([live, live]);
    expect([live, seeds.some(({ via }) => via === 'ws')]).toEqual([live, live]);
    expect([live, seeds.some(({ name }) => name.includes('error'))]).toEqual([live, live]);
    expect([live, adapter.streams !== undefined]).toEqual([live, live]);
  });

  it('knows what each fixture was asked for', () => {
    for (const { name, request, via } of seeds) {
      const purpose = adapter.purposeOf(request);
      if (via === 'ws') expect([name, purpose]).toEqual([name, 'stream']);
      else expect([name, purpose]).not.toEqual([name, 'other']);
    }
  });

  it.runIf(live)('recognises every push by its first characters, and the time it shows', () => {
    for (const { body } of seeds.filter(({ via }) => via === 'ws')) {
      const frame = adapter.streams?.recognise(body.trim());
      expect(frame?.kind).toBe('data');
      const stamp = adapter.streams?.stampOf(body.trim()) ?? AT;
      expect(Math.abs(stamp - AT)).toBeLessThan(60_000);
    }
  });

  it.runIf(live)('takes none of its answers for a push of which a newer one could take the place', () => {
    for (const { body } of seeds.filter(({ via }) => via === 'http')) {
      const frame = adapter.streams?.recognise(body.trim());
      expect(frame?.kind === 'data' ? frame.key : null).toBeNull();
    }
  });

  it('never throws on any text at all, whatever was asked', () => {
    const below = seededDice(7);
    const text = (): string =>
      String.fromCodePoint(
        ...Array.from({ length: below(60) }, () => below(below(2) === 0 ? 0x80 : 0x110000)),
      );
    for (let run = 0; run < 2_000; run += 1) {
      const outcome = adapter.read({ at: AT, via: 'http', request: text(), body: text() });
      expect(outcome).toMatchObject({ value: [], failures: [{ scope: 'document' }] });
    }
  });
});

/** Whoever reads events of any venue relies on this. */
function expectSound(event: FeedEvent, { id }: ExchangeAdapter): void {
  if (event.kind !== 'quotes' && event.kind !== 'quote-parts') return;
  const rows = event.kind === 'quotes' ? event.rows.map(wholeRow) : event.rows;
  for (const { instrument, at, figures } of rows) {
    expect(instrument.venue).toBe(id);
    expect(event.underlyings).toContain(instrument.underlying);
    const pair = instrument.underlying.includes('_');
    expect(pair && instrument.premiumUnit === 'underlying').toBe(false);
    expect(Number.isInteger(at) && Number.isInteger(instrument.expiry)).toBe(true);
    expectNoFalseZero(figures);
    if (figures.bid === null) expect(figures.bidSize ?? null).toBeNull();
    if (figures.ask === null) expect(figures.askSize ?? null).toBeNull();
  }
}

/** Only what is counted may be nothing; a price, size or vol of zero is one that is missing. */
function expectNoFalseZero(figures: PartRow['figures']): void {
  for (const [figure, value] of Object.entries(figures)) {
    const counted = figure === 'openInterest' || figure === 'volume';
    if (typeof value === 'number') expect(counted ? value >= 0 : value > 0, `${figure} ${value}`).toBe(true);
  }
}

type QuoteRow = Extract<FeedEvent, { kind: 'quotes' }>['rows'][number];
type PartRow = Extract<FeedEvent, { kind: 'quote-parts' }>['rows'][number];

function wholeRow({ instrument, quote }: QuoteRow): PartRow {
  const { at = AT, instrument: _name, ...figures } = quote ?? {};
  return { instrument, at, figures };
}
