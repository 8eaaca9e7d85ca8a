import { describe, expect, it } from 'vitest';
import { DAY_MS, epochMs, type EpochMs } from '#base/time.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { HttpRequest } from '#exchanges/adapter.ts';
import { createSampleMarket } from '#simulator/sample-market.ts';
import { createQuoteBook } from './quote-book.ts';

const startedAt = epochMs(Date.parse('2026-11-22T14:00:00Z'));
const market = createSampleMarket({ seed: 3, startedAt });

function readAll(requests: readonly HttpRequest[], at: EpochMs) {
  return requests.map(({ url }) =>
    deribitAdapter.read({ at, via: 'http', request: url, body: market.respond(url, at) }),
  );
}

function chainOf(underlying: string, at: EpochMs) {
  const book = createQuoteBook('deribit');
  const requests = [
    ...deribitAdapter.instrumentRequests(underlying),
    ...deribitAdapter.chainRequests(underlying),
    ...deribitAdapter.indexRequests(underlying, at),
  ];
  const reads = readAll(requests, at);
  for (const read of reads) book.apply(read);
  return { chain: book.snapshot(underlying)!, failures: reads.flatMap(({ failures }) => failures) };
}

describe.each(market.underlyings)('the sample market of %s, read as the venue is read', (underlying) => {
  const { chain, failures } = chainOf(underlying, startedAt);

  it('leaves nothing unread', () => {
    expect(failures).toEqual([]);
    expect(chain.rejected).toEqual([]);
  });

  it('becomes a chain of the listed expiries with the true forwards', () => {
    expect(chain.expiries.map(({ expiry }) => expiry)).toEqual(market.expiries(underlying, startedAt));
    for (const { expiry, contracts } of chain.expiries) {
      expect(contracts.length).toBeGreaterThanOrEqual(10);
      for (const { quote } of contracts)
        expect(quote!.forward! / market.trueForward(underlying, expiry, startedAt)).toBeCloseTo(1, 5);
    }
    expect(chain.indexPrice).toBeGreaterThan(0);
  });

  it('keeps terms, ticks and fees from the list of instruments', () => {
    for (const { instrument } of chain.expiries.flatMap(({ contracts }) => contracts)) {
      expect(instrument.premiumUnit).toBe(underlying.endsWith('_USDC') ? 'quote' : 'underlying');
      expect(instrument.ticks.base).toBeGreaterThan(0);
      expect(instrument.fees?.taker).toBeGreaterThan(0);
      expect(instrument.minimumTrade).toBeGreaterThan(0);
    }
  });

  it('is still readable weeks later, when other expiries are listed', () => {
    const later = epochMs(startedAt + 37 * DAY_MS + 3_600_000);
    const read = chainOf(underlying, later);
    expect(read.failures).toEqual([]);
    expect(read.chain.expiries.map(({ expiry }) => expiry)).toEqual(market.expiries(underlying, later));
  });
});

it('has a volatility index for the coins that have one at the venue', () => {
  expect(chainOf('BTC', startedAt).chain.volatilityIndex).toBeGreaterThan(0.2);
  expect(chainOf('SOL_USDC', startedAt).chain.volatilityIndex).toBeNull();
});

it('answers the question for every linear settlement currency, though it lists only one', () => {
  const reads = readAll(deribitAdapter.underlyingRequests?.() ?? [], startedAt);
  expect(reads.length).toBeGreaterThan(1);
  for (const { failures } of reads) expect(failures).toEqual([]);
});

it('has its order books read too', () => {
  const { chain } = chainOf('BTC', startedAt);
  const contract = chain.expiries[3]!.contracts.find(
    ({ quote }) => (quote?.bid ?? 0) > 0 && (quote?.ask ?? 0) > 0,
  )!;
  const url = `https://www.deribit.com/api/v2/public/get_order_book?instrument_name=${contract.instrument.name}&depth=5`;
  const [read] = readAll([{ url }], startedAt);
  expect(read!.failures).toEqual([]);
  const [event] = read!.value;
  expect(event?.kind === 'quotes' && event.rows[0]?.quote).toMatchObject({
    bid: contract.quote!.bid,
    ask: contract.quote!.ask,
    mark: contract.quote!.mark,
  });
});
