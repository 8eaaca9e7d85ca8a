import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { ReadMessage } from '../adapter.ts';
import { deriveAdapter } from './derive-adapter.ts';

const AT = epochMs(1_780_000_000_500);

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
}

function read(request: string, body: string): ReadMessage {
  return deriveAdapter.read({ at: AT, via: 'http', request, body });
}

function rowsOf(outcome: ReadMessage): readonly ContractQuote[] {
  return outcome.value.flatMap((event) => (event.kind === 'quotes' ? event.rows : []));
}

const TICKERS = 'https://api.lyra.finance/public/get_tickers';
const TERMS = 'https://api.lyra.finance/public/get_instruments?currency=HYPE';

describe('tickers of an expiry', () => {
  const outcome = read(TICKERS, fixture('http-get-tickers'));

  it('read the decimal strike that an underscore makes, with forward and discount of the row', () => {
    const [put] = rowsOf(outcome);
    expect(put?.instrument).toMatchObject({
      underlying: 'HYPE_USDC',
      strike: 77.5,
      right: 'put',
      expiry: Date.UTC(2026, 5, 5, 8),
    });
    expect(put?.quote).toMatchObject({
      bid: 2.41,
      ask: 2.6,
      bidSize: 25.5,
      askSize: 10,
      mark: 2.5,
      venueMarkVol: 0.7801,
      venueBidVol: 0.751,
      venueAskVol: 0.812,
      forward: 79.2,
      discount: 0.999,
      openInterest: 30.5,
      volume: 12,
      at: 1_780_000_000_123,
    });
  });

  it('read "0" as no quote and a mark below half a cent as none', () => {
    expect(rowsOf(outcome)[1]?.quote).toMatchObject({ bid: null, ask: null, mark: null, venueMarkVol: 1.75 });
  });

  it('are no whole list, and leave out by name what is empty or no option', () => {
    expect(outcome.value).toMatchObject([
      { kind: 'quotes', whole: false, underlyings: ['HYPE_USDC'] },
      { kind: 'index', price: 79.1 },
    ]);
    expect(outcome.failures).toMatchObject([
      { instrument: 'HYPE-20260605-50-P', reason: 'malformed-row', listed: { strike: 50 } },
      { instrument: 'HYPE-PERP', reason: 'not-an-option' },
    ]);
  });

  it('come alike by push, under the name of the channel', () => {
    const [pushed] = rowsOf(read('wss://api.lyra.finance/ws', fixture('ws-ticker-slim')));
    expect(pushed).toMatchObject({
      instrument: { name: 'ETH-20260626-2500-C', underlying: 'ETH_USDC' },
      quote: { bid: 118, askSize: 13.7, forward: 2450.5, discount: 0.998 },
    });
  });
});

describe('contract terms', () => {
  it('have their expiry in seconds and the venue’s rates, and contradict no name', () => {
    const { value, failures } = read(TERMS, fixture('http-get-instruments'));
    expect(value).toMatchObject([
      { instruments: [{ minimumTrade: 0.5, ticks: { base: 0.1 }, fees: { maker: 0.0001, taker: 0.0004 } }] },
    ]);
    expect(failures).toMatchObject([{ detail: 'the strike contradicts the name' }]);
  });
});

it.each([
  ['a rate limit', fixture('http-error-rate-limit'), 'rate-limited'],
  ['another error', '{"id":1,"error":{"code":-32602,"message":"Invalid params"}}', 'venue-error'],
  ['no tickers', '{"id":1,"result":{}}', 'malformed-document'],
  ['another venue', '{"code":"0","data":[]}', 'not-this-venue'],
])('tells apart %s', (_, body, reason) => {
  expect(read(TICKERS, body)).toMatchObject({ value: [], failures: [{ scope: 'document', reason }] });
});
