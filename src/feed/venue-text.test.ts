import { describe, expect, it } from 'vitest';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { ReadMessage } from '#exchanges/adapter.ts';
import { adapterOf } from '#exchanges/registry.ts';
import { streamsOf } from '#exchanges/stream-registry.ts';
import type { StreamView } from '#exchanges/venue-streams.ts';
import type { ContractQuote, OptionChain } from '#market/option-chain.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import { createQuoting } from '#simulator/quoting.ts';
import { type WireMaker, VENUE_WIRES } from '#simulator/wire/venue-wires.ts';
import { createQuoteBook } from './quote-book.ts';

const startedAt = epochMs(Date.parse('2026-11-22T14:00:00Z'));
const quoting = createQuoting(3, startedAt);

/** What is asked of a venue whose adapter asks nothing by HTTP, and what its socket is told where no plan says it. */
interface Script {
  readonly underlying: string;
  readonly http?: readonly string[];
  readonly socket?: {
    readonly address: string;
    readonly frames: (names: readonly string[]) => readonly string[];
  };
}

const json = JSON.stringify;
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
      socket: {
        address: 'wss://fstream.binance.com/market/stream?streams=btcusdt@optionMarkPrice',
        frames: ([name = '']) => [
          json({ method: 'SUBSCRIBE', params: [`${name.toLowerCase()}@depth10@500ms`], id: 1 }),
        ],
      },
    },
  ],
  [
    'derive',
    {
      underlying: 'XRP_USDC',
      http: [`${DERIVE}/get_instruments?currency=XRP&instrument_type=option&expired=false`, ...DERIVE_DATES],
      socket: {
        address: 'wss://api.lyra.finance/ws',
        frames: (names) => [
          json({
            id: 1,
            method: 'subscribe',
            params: { channels: names.map((one) => `ticker_slim.${one}.1000`) },
          }),
          json({ id: 2, method: 'subscribe', params: { channels: [`orderbook.${names[0]}.1.20`] } }),
        ],
      },
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

  const sessions = openedSessions(venue, maker, script);
  it.skipIf(sessions.length === 0)('pushes a market that is read whole and moves', () => {
    const book = createQuoteBook(venue);
    const reads: ReadMessage[] = [];
    const frames: string[] = [];
    for (let at = startedAt; at < startedAt + 4000; at = epochMs(at + 100)) {
      for (const { address, session, replies } of sessions) {
        for (const body of [...replies.splice(0), ...session.due(at).frames]) {
          if (!isMarketData(venue, body)) continue;
          frames.push(body);
          reads.push(adapter.read({ at, via: 'ws', request: address, body }));
        }
      }
    }
    expect(reads.flatMap(({ failures }) => failures)).toEqual([]);
    expect(frames.length).toBeGreaterThan(3);
    expect(new Set(frames).size).toBe(frames.length);
    for (const read of reads) book.apply(read);
    const seen = book.snapshot(underlying)!.expiries.flatMap(({ contracts }) => contracts);
    expect(seen.some(({ quote }) => quote?.bid !== null && quote?.bidSize !== null)).toBe(true);
    for (const contract of seen.filter(({ quote }) => quote?.at !== undefined))
      isTrue(contract, { maker, underlying, at: contract.quote!.at, tolerance: 2e-3 });
  });
});

/** Confirmations are not for the reader, nor are changes of a book, which it does not put together. */
function isMarketData(venue: VenueId, body: string): boolean {
  const kind =
    streamsOf(venue)?.recognise(body).kind ?? (/"id":|"result":/.test(body) ? 'confirmed' : 'data');
  return kind === 'data' && !body.includes('"type":"delta"');
}

function openedSessions(venue: VenueId, maker: WireMaker, { underlying, socket }: Script) {
  const wire = maker.make(quoting);
  const family = maker.families.find((one) => one.underlying === underlying)!;
  const contracts = quoting
    .listing(family, startedAt)
    .map(({ name, listing, strike }) => ({ name, expiry: listing.expiry, strike }));
  const streams = streamsOf(venue);
  let id = 0;
  const nextId = (): number => (id += 1);
  const expiries = [contracts[100]!.expiry];
  const books = contracts.filter(({ expiry }) => expiry === expiries[0]).slice(20, 21);
  const view: StreamView = {
    underlying,
    contracts,
    expiries,
    books: books.map(({ name }) => name),
    streamAlone: false,
  };
  const plans =
    streams?.plan(view).map(({ address, channels }) => ({
      address,
      frames: [...streams.heartbeat.opening(nextId), ...streams.subscribe(channels, nextId)],
    })) ?? (socket === undefined ? [] : [{ address: socket.address, frames: socket.frames(view.books) }]);
  return plans.map(({ address, frames }) => {
    const session = wire.openSession(address, startedAt);
    return { address, session, replies: frames.flatMap((frame) => session.receive(frame, startedAt)) };
  });
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
