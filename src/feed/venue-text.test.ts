import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '#base/time.ts';
import { adapterOf } from '#exchanges/registry.ts';
import { streamsOf } from '#exchanges/stream-registry.ts';
import type { StreamView, VenueStreams } from '#exchanges/venue-streams.ts';
import type { ContractQuote, OptionChain } from '#market/option-chain.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import { createQuoting } from '#simulator/quoting.ts';
import type { VenueWire } from '#simulator/wire/venue-wire.ts';
import { type WireMaker, VENUE_WIRES } from '#simulator/wire/venue-wires.ts';
import { createQuoteBook } from './quote-book.ts';

const startedAt = epochMs(Date.parse('2026-11-22T14:00:00Z'));
const quoting = createQuoting(3, startedAt);

/** What is looked at, and what is asked of a venue whose adapter asks nothing by HTTP. */
interface Script {
  readonly underlying: string;
  readonly http?: readonly string[];
}

const BINANCE = 'https://eapi.binance.com/eapi/v1';
const DERIVE = 'https://api.lyra.finance/public';
const DELTA = 'https://api.india.delta.exchange/v2';
const DERIVE_DATES = ['20261123', '20261124', '20261125', '20261126', '20261127', '20261204', '20261211']
  .concat(['20261225', '20270129', '20270326'])
  .map((date) => `${DERIVE}/get_tickers?instrument_type=option&currency=XRP&expiry_date=${date}`);

const SCRIPTS: ReadonlyMap<VenueId, Script> = new Map<VenueId, Script>([
  ['deribit', { underlying: 'BTC' }],
  ['okx', { underlying: 'ETH' }],
  ['bybit', { underlying: 'XRP_USDT' }],
  [
    'binance',
    {
      underlying: 'BTC_USDT',
      http: [
        `${BINANCE}/exchangeInfo`,
        `${BINANCE}/mark`,
        `${BINANCE}/ticker`,
        `${BINANCE}/index?underlying=BTCUSDT`,
      ],
    },
  ],
  [
    'derive',
    {
      underlying: 'XRP_USDC',
      http: [`${DERIVE}/get_instruments?currency=XRP&instrument_type=option&expired=false`, ...DERIVE_DATES],
    },
  ],
  [
    'delta',
    {
      underlying: 'BTC_USD',
      http: [`${DELTA}/products`, `${DELTA}/tickers?contract_types=call_options,put_options`],
    },
  ],
]);

it('has a script for every venue that the simulated market speaks for', () => {
  expect([...SCRIPTS.keys()]).toEqual([...VENUE_WIRES.keys()]);
});

describe.each([...SCRIPTS])('the simulated %s, read as the venue is read', (venue, script) => {
  const adapter = adapterOf(venue)!;
  const maker = VENUE_WIRES.get(venue)!;
  const wire = maker.make(quoting);
  const { underlying } = script;
  const asked = script.http ?? [
    ...adapter.instrumentRequests(underlying).map(({ url }) => url),
    ...adapter.chainRequests(underlying).map(({ url }) => url),
    ...adapter.indexRequests(underlying, startedAt).map(({ url }) => url),
  ];
  const message = (url: string, at: EpochMs): WireMessage => {
    const { status, body } = wire.answer(url, '', at);
    expect([url, status]).toEqual([url, 200]);
    return { at, via: 'http', request: url, body };
  };

  it('answers every question, nothing unread, and the chain is the true one', () => {
    const book = createQuoteBook(venue);
    const reads = asked.map((url) => adapter.read(message(url, startedAt)));
    expect(reads.flatMap(({ failures }) => failures)).toEqual([]);
    for (const read of reads) book.apply(read);
    const chain = book.snapshot(underlying)!;
    expect(chain.rejected).toEqual([]);
    expect(listedIn(chain)).toEqual(namesOf(maker, underlying, startedAt));
    expect(chain.indexPrice).toBeGreaterThan(0);
    for (const contract of chain.expiries.flatMap(({ contracts }) => contracts))
      isTrue(contract, { maker, underlying, at: startedAt });
  });

  it('names hosts that the page may connect to, where it connects at all', () => {
    const hosts = adapter.origins.map((origin) => new URL(origin).host);
    expect(wire.hosts).toEqual(expect.arrayContaining(hosts));
  });

  it('refuses what it does not know in words that are read as an error', () => {
    const url = asked[0]!.replace(/\/[a-zA-Z_-]+(?=\?|$)/, '/nothing-of-the-kind');
    const { body } = wire.answer(url, '', startedAt);
    const { value, failures } = adapter.read({ at: startedAt, via: 'http', request: asked[0]!, body });
    expect(value).toEqual([]);
    expect(failures).toMatchObject([{ scope: 'document', reason: 'venue-error' }]);
  });

  const streams = streamsOf(venue)!;
  const modes = [
    ['its answers to requests can be read', false],
    ['everything must come by socket', true],
  ] as const;
  it.each(modes.slice(streams.restFromPage === 'no' ? 1 : 0))(
    'pushes a market that is read whole and moves, where %s',
    (_, alone) => {
      const view = viewOf(maker, underlying, alone);
      const { heard, refused } = listenTo(wire, streams, view);
      const reads = heard.map((one) => adapter.read(one));
      expect(reads.flatMap(({ failures }) => failures)).toEqual([]);
      expect(refused).toEqual([]);
      expect(new Set(heard.map(({ body }) => body)).size).toBe(heard.length);
      const book = createQuoteBook(venue);
      for (const read of reads) book.apply(read);
      const chain = book.snapshot(underlying)!;
      const seen = chain.expiries.flatMap(({ contracts }) => contracts);
      expect(seen.some(({ quote }) => quote?.bid !== null && quote?.bidSize !== null)).toBe(true);
      for (const contract of seen)
        isTrue(contract, { maker, underlying, at: contract.quote!.at, tolerance: 2e-3 });
      if (alone && venue !== 'bybit') expect(listedIn(chain)).toEqual(namesOf(maker, underlying, startedAt));
    },
  );
});

function viewOf(maker: WireMaker, underlying: string, streamAlone: boolean): StreamView {
  const family = maker.families.find((one) => one.underlying === underlying)!;
  const contracts = quoting
    .listing(family, startedAt)
    .map(({ name, listing, strike }) => ({ name, expiry: listing.expiry, strike }));
  const expiries = [contracts[100]!.expiry];
  const books = contracts.filter(({ expiry }) => expiry === expiries[0]).slice(20, 21);
  return { underlying, contracts, expiries, books: books.map(({ name }) => name), streamAlone };
}

/** Four seconds of everything that the plan of a view asks for: messages for the reader, and what was refused. */
function listenTo(wire: VenueWire, streams: VenueStreams, view: StreamView) {
  let id = 0;
  const nextId = (): number => (id += 1);
  const heard: WireMessage[] = [];
  const refused: string[] = [];
  const requests = new Map<number, string>();
  const hear = (address: string, body: string, at: EpochMs): void => {
    const frame = streams.recognise(body);
    if (frame.kind === 'refused') refused.push(body);
    // Changes of a book are not put together by the reader.
    if (body.includes('"type":"delta"')) return;
    if (frame.kind === 'data') heard.push({ at, via: 'ws', request: address, body });
    if (frame.kind === 'answer')
      heard.push({ at, via: 'ws', request: requests.get(frame.id) ?? 'no such call', body });
  };
  const sessions = streams.plan(view).map(({ address, channels }, place) => {
    const session = wire.openSession(address, startedAt);
    const calls = place === 0 ? streams.calls(view, nextId) : [];
    for (const call of calls) requests.set(call.id, call.request);
    const sent = [
      ...streams.heartbeat.opening(nextId),
      ...streams.subscribe(channels, nextId),
      ...calls.map(({ frame }) => frame),
    ];
    for (const frame of sent)
      for (const reply of session.receive(frame, startedAt)) hear(address, reply, startedAt);
    return { address, session };
  });
  for (let at = startedAt; at < startedAt + 4000; at = epochMs(at + 100))
    for (const { address, session } of sessions)
      for (const body of session.due(at).frames) hear(address, body, at);
  return { heard, refused };
}

function namesOf({ families }: WireMaker, underlying: string, at: EpochMs): readonly string[] {
  const family = families.find((one) => one.underlying === underlying)!;
  return quoting
    .listing(family, at)
    .map(({ name }) => name)
    .toSorted();
}

function listedIn(chain: OptionChain): readonly string[] {
  return chain.expiries
    .flatMap(({ contracts }) => contracts.map(({ instrument }) => instrument.name))
    .toSorted();
}

/** Compares what was read with what the market knows of the contract. */
function isTrue(
  { instrument, quote }: ContractQuote,
  truth: {
    readonly maker: WireMaker;
    readonly underlying: string;
    readonly at: EpochMs;
    readonly tolerance?: number;
  },
): void {
  const { maker, underlying, at, tolerance = 1e-4 } = truth;
  const family = maker.families.find((one) => one.underlying === underlying)!;
  const listed = quoting.listing(family, at).find(({ name }) => name === instrument.name)!;
  const made = quoting.quoter(family, at)(listed);
  expect([instrument.strike, instrument.right, instrument.expiry]).toEqual([
    listed.strike,
    listed.right,
    listed.listing.expiry,
  ]);
  expect(instrument.premiumUnit).toBe(family.premiumUnit);
  if (quote === null) return;
  near(quote.forward, made.forward, tolerance * made.forward);
  near(quote.venueMarkVol, made.vol, 1e-3);
  // Where a venue says neither forward nor discount, its mark cannot be told from an undiscounted one.
  const mark = quote.mark === null || quote.forward === null ? null : quote.mark / (quote.discount ?? 1);
  near(mark, made.fair, tolerance * 20 * made.fair + 1e-3 * family.ticks.base + 1e-6 * made.forward);
  expect(quote.bidSize ?? 1).toBeGreaterThan(0);
  expect(quote.askSize ?? 1).toBeGreaterThan(0);
  expect([
    quote.bid === null && quote.bidSize !== null,
    quote.ask === null && quote.askSize !== null,
  ]).toEqual([false, false]);
}

function near(said: number | null, truth: number, tolerance: number): void {
  if (said !== null) expect(Math.abs(said - truth)).toBeLessThanOrEqual(tolerance);
}
