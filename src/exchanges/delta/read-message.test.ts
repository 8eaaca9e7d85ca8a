import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { QuotePart, ReadMessage } from '../adapter.ts';
import { deltaAdapter } from './delta-adapter.ts';

const AT = epochMs(1_780_000_000_500);

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
}

function read(request: string, body: string): ReadMessage {
  return deltaAdapter.read({ at: AT, via: 'http', request, body });
}

function rowsOf(outcome: ReadMessage): readonly QuotePart[] {
  return outcome.value.flatMap((event) => (event.kind === 'quote-parts' ? event.rows : []));
}

const API = 'https://api.india.delta.exchange/v2';
const TICKERS = `${API}/tickers?contract_types=call_options,put_options`;

describe('tickers', () => {
  const outcome = read(TICKERS, fixture('http-tickers'));

  it('have microseconds, sizes in contracts and the spot of the greeks as forward', () => {
    const [put, call] = rowsOf(outcome);
    expect(put).toMatchObject({
      at: 1_780_000_000_123,
      instrument: { underlying: 'BTC_USD', strike: 60_000, right: 'put', contractSize: 0.001 },
      figures: {
        bid: 735,
        ask: 770,
        bidSize: 3995,
        askSize: 2397,
        venueMarkVol: 0.5526,
        venueBidVol: 0.541,
        forward: 70_010.5,
        openInterest: 2.781,
      },
    });
    expect(call?.figures).toMatchObject({ bid: null, bidSize: null, forward: null, venueMarkVol: 0.5525 });
  });

  it('end at noon UTC, the date written day first', () => {
    expect(rowsOf(outcome)[0]?.instrument.expiry).toBe(Date.UTC(2026, 5, 5, 12));
  });

  it('are the whole list when both kinds were asked for, however the comma was written', () => {
    expect(outcome.value).toMatchObject([
      { kind: 'quote-parts', whole: true, underlyings: ['BTC_USD'] },
      { kind: 'index', underlyings: ['BTC_USD'], price: 70_000.25 },
    ]);
    const whole = (query: string): unknown =>
      read(`${API}/tickers?contract_types=${query}`, fixture('http-tickers')).value[0];
    expect(whole('put_options%2Ccall_options')).toMatchObject({ whole: true });
    expect(whole('call_options')).toMatchObject({ whole: false });
    expect(whole('call_options,put_options&expiry_date=05-06-2026')).toMatchObject({ whole: false });
  });

  it('leave out move contracts, and a time that is not in microseconds', () => {
    expect(outcome.failures).toMatchObject([
      { instrument: 'MV-BTC-60000-050626', reason: 'not-an-option', underlying: 'BTC_USD' },
      { instrument: 'C-BTC-61000-050626', reason: 'malformed-row' },
    ]);
  });
});

describe('products', () => {
  it('tell size, tick, rates and cap of each option, and contradict no name', () => {
    const { value, failures } = read(`${API}/products`, fixture('http-products'));
    expect(value).toMatchObject([
      {
        instruments: [
          {
            contractSize: 0.002,
            ticks: { base: 0.5, steps: [] },
            fees: { maker: 0.0002, taker: 0.0005, premiumCap: 0.1, delivery: null },
          },
        ],
      },
    ]);
    expect(failures).toMatchObject([
      { detail: 'the expiry contradicts the name' },
      { reason: 'not-an-option' },
    ]);
  });
});

it.each([
  ['a rate limit', fixture('http-error-rate-limit'), 'rate-limited'],
  ['another error', '{"success":false,"error":{"code":"invalid_param"}}', 'venue-error'],
  ['another venue', '{"result":[]}', 'not-this-venue'],
  ['no list', '{"success":true,"result":{}}', 'malformed-document'],
])('tells apart %s', (_, body, reason) => {
  expect(read(TICKERS, body)).toMatchObject({ value: [], failures: [{ scope: 'document', reason }] });
});

describe('pushes', () => {
  const SOCKET = 'wss://public-socket.india.delta.exchange';
  const short = read(SOCKET, fixture('ws-ticker'));

  it('of short tickers say of a whole expiry what full tickers say of each contract, with the spot as forward', () => {
    const [put, call] = rowsOf(short);
    expect(put).toMatchObject({
      at: 1_780_000_003_123,
      instrument: { underlying: 'BTC_USD', strike: 60_000, right: 'put' },
      figures: {
        bid: 735,
        bidSize: 3995,
        ask: 770,
        askSize: 2397,
        mark: 750.123_456_78,
        venueBidVol: 0.541,
        venueAskVol: 0.5655,
        venueMarkVol: 0.5526,
        forward: 70_000.25,
        openInterest: 2.781,
      },
    });
    expect(call?.figures).toMatchObject({ bid: null, ask: null, venueBidVol: null, venueMarkVol: 0.5525 });
    expect(short.value[1]).toMatchObject({ kind: 'index', underlyings: ['BTC_USD'], price: 70_000.25 });
  });

  it('leave out other contracts and rows of another shape, each with its reason', () => {
    expect(short.failures).toMatchObject([
      { instrument: 'BTCUSD', reason: 'not-an-option' },
      { instrument: 'C-BTC-61000-050626', reason: 'malformed-row', detail: 'q: not a list' },
    ]);
  });

  it('of full tickers are read as those that were asked for', () => {
    const [row] = rowsOf(read(SOCKET, fixture('ws-v2-ticker')));
    const [asked] = rowsOf(read(TICKERS, fixture('http-tickers')));
    expect(row?.figures).toEqual({ ...asked?.figures, forward: 70_000.25 });
  });

  it('that keep a connection or confirm hold nothing, and others are named', () => {
    expect(read(SOCKET, '{"type":"heartbeat"}')).toEqual({ value: [], failures: [] });
    expect(read(SOCKET, '{"type":"trades","sy":"BTCUSD"}').failures).toMatchObject([
      { reason: 'unknown-request', detail: 'a push of trades' },
    ]);
  });
});
