import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { ContractQuote } from '#market/option-chain.ts';
import type { ReadMessage } from '../adapter.ts';
import { bybitAdapter } from './bybit-adapter.ts';

const AT = epochMs(1_780_000_000_500);

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
}

function read(request: string, body: string): ReadMessage {
  return bybitAdapter.read({ at: AT, via: 'http', request, body });
}

function rowsOf(outcome: ReadMessage): readonly ContractQuote[] {
  return outcome.value.flatMap((event) => (event.kind === 'quotes' ? event.rows : []));
}

const TICKERS = bybitAdapter.chainRequests('BTC_USDT')[0]?.url ?? '';
const TERMS = bybitAdapter.instrumentRequests('XRP_USDT')[0]?.url ?? '';

describe('tickers', () => {
  const outcome = read(TICKERS, fixture('http-tickers'));

  it('give every option with the venue’s own time, "0" read as no quote', () => {
    const [put, call] = rowsOf(outcome);
    expect(put?.quote).toEqual({
      instrument: 'BTC-5JUN26-60000-P-USDT',
      bid: 735,
      ask: 770,
      bidSize: 4.2,
      askSize: 1.5,
      mark: 750.123_456_78,
      last: 760,
      venueMarkVol: 0.5525,
      venueBidVol: 0.541,
      venueAskVol: 0.5655,
      forward: 70_010.5,
      forwardName: null,
      discount: null,
      openInterest: 812.4,
      volume: 12.5,
      at: 1_780_000_000_123,
    });
    expect(call?.quote).toMatchObject({
      bid: null,
      bidSize: null,
      venueBidVol: null,
      venueAskVol: 5,
      last: null,
      openInterest: 0,
    });
  });

  it('tell settlement by the fifth part of the name, and by its absence', () => {
    expect(
      rowsOf(outcome).map(({ instrument }) => [instrument.underlying, instrument.quoteCurrency]),
    ).toEqual([
      ['BTC_USDT', 'USDT'],
      ['BTC_USDC', 'USDC'],
    ]);
    expect(rowsOf(outcome)[0]?.instrument).toMatchObject({
      expiry: Date.UTC(2026, 5, 5, 8),
      premiumUnit: 'quote',
      contractSize: 1,
    });
  });

  it('are the whole list of the coin, with its index', () => {
    expect(outcome.value).toMatchObject([
      { kind: 'quotes', whole: true, underlyings: ['BTC_USDT', 'BTC_USDC'] },
      { kind: 'index', underlyings: ['BTC_USDT'], price: 70_000.25 },
      { kind: 'index', underlyings: ['BTC_USDC'], price: 70_000.25 },
    ]);
    expect(read(`${TICKERS}&expDate=5JUN26`, fixture('http-tickers')).value[0]).toMatchObject({
      whole: false,
    });
  });

  it('leave out dates that do not exist and what is no option', () => {
    expect(outcome.failures).toMatchObject([
      { instrument: 'BTC-31JUN26-60000-C-USDT', reason: 'unreadable-name', underlying: 'BTC_USDT' },
      { instrument: 'BTCUSDT', reason: 'not-an-option' },
    ]);
  });

  it('have other field names when pushed', () => {
    const [pushed] = rowsOf(read('wss://stream.bybit.com/v5/public/option', fixture('ws-tickers')));
    expect(pushed).toMatchObject({
      instrument: { strike: 1.15, underlying: 'XRP_USDT' },
      quote: { bid: 0.0405, ask: 0.043, bidSize: 120, venueMarkVol: 0.6251, venueBidVol: 0.61 },
    });
  });
});

describe('contract terms', () => {
  it('come with tick, smallest order and delivery fee, and contradict no name', () => {
    const { value, failures } = read(TERMS, fixture('http-instruments-info'));
    expect(value).toMatchObject([
      {
        kind: 'instruments',
        instruments: [
          {
            minimumTrade: 10,
            ticks: { base: 0.0005, steps: [] },
            fees: { premiumCap: 0.07, delivery: 0.0001 },
          },
        ],
      },
    ]);
    expect(failures).toMatchObject([{ reason: 'malformed-row', detail: 'the side contradicts the name' }]);
  });
});

describe('refusals', () => {
  it.each([
    ['too many visits', fixture('http-error-rate-limit'), 'rate-limited'],
    ['another error', '{"retCode":10001,"retMsg":"params error","result":{}}', 'venue-error'],
    [
      'a country',
      '<HTML>CloudFront is configured to block access from your country.</HTML>',
      'region-blocked',
    ],
    ['another page', '<html>busy</html>', 'not-json'],
    ['another venue', '{"jsonrpc":"2.0","result":[]}', 'not-this-venue'],
  ])('are told apart: %s', (_, body, reason) => {
    expect(read(TICKERS, body)).toMatchObject({ value: [], failures: [{ scope: 'document', reason }] });
  });

  it('are none where a socket confirms or keeps itself open', () => {
    for (const body of ['{"success":true,"ret_msg":"","op":"subscribe"}', '{"args":["1"],"op":"pong"}']) {
      expect(read('wss://stream.bybit.com/v5/public/option', body)).toEqual({ value: [], failures: [] });
    }
  });
});
