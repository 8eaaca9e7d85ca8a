import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { deriveAdapter } from './derive-adapter.ts';
import { deriveStreams as streams } from './streams.ts';

const JUNE = epochMs(Date.UTC(2026, 5, 26, 8));
const JULY = epochMs(Date.UTC(2026, 6, 31, 8));
const contracts = [
  { name: 'ETH-20260731-3000-C', expiry: JULY, strike: 3_000 },
  { name: 'ETH-20260626-2500-C', expiry: JUNE, strike: 2_500 },
];
const view = { underlying: 'ETH_USDC', contracts, expiries: [JUNE], books: [], streamAlone: true };
const counter = () => {
  let last = 0;
  return () => (last += 1);
};
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');

it('streams the contracts on screen, and books first', () => {
  expect(streams.plan({ ...view, books: ['ETH-20260731-3000-C'] })).toEqual([
    {
      address: 'wss://api.lyra.finance/ws',
      channels: ['orderbook.ETH-20260731-3000-C.1.20', 'ticker_slim.ETH-20260626-2500-C.1000'],
    },
  ]);
});

it('asks for contracts alone before any is known, then for every expiry, those on screen foremost', () => {
  const first = streams.calls({ ...view, contracts: [], expiries: [] }, counter());
  expect(first.map(({ frame }) => JSON.parse(frame))).toEqual([
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'public/get_instruments',
      params: { currency: 'ETH', instrument_type: 'option', expired: false },
    },
  ]);
  const calls = streams.calls(view, counter());
  const asked = calls.map(({ frame }) => JSON.parse(frame).params.expiry_date as unknown);
  expect(asked).toEqual([undefined, '20260626', '20260731']);
  expect(calls.map(({ request }) => deriveAdapter.purposeOf(request))).toEqual([
    'instruments',
    'chain',
    'chain',
  ]);
});

it('has answers read under the addresses of its calls', () => {
  const [listing, tickers] = streams.calls(view, counter());
  const read = (request: string, name: string) =>
    deriveAdapter.read({ at: epochMs(1_780_000_000_500), via: 'ws', request, body: fixture(name) }).value;
  expect(read(listing?.request ?? '', 'http-get-instruments')[0]?.kind).toBe('instruments');
  expect(read(tickers?.request ?? '', 'http-get-tickers')[0]?.kind).toBe('quotes');
});

it('reads the venue’s clock from the answer to its beat', () => {
  expect(JSON.parse(streams.heartbeat.beat?.(counter()) ?? '').method).toBe('public/get_time');
  expect(streams.recognise('{"id":7,"result":1780000000123}')).toEqual({
    kind: 'alive',
    venueTime: 1_780_000_000_123,
  });
});

it('tells pushes, answers and subscriptions apart, and names the channels that are not to be had', () => {
  const channel = 'ticker_slim.ETH-20260626-2500-C.1000';
  expect(streams.recognise(fixture('ws-ticker-slim'))).toMatchObject({ kind: 'data', key: channel, channel });
  expect(streams.stampOf(fixture('ws-ticker-slim'))).toBe(1_780_000_003_050);
  expect(streams.recognise(fixture('http-get-tickers'))).toEqual({ kind: 'answer', id: 1 });
  const subscribed = (status: object) =>
    streams.recognise(JSON.stringify({ id: 2, result: { status, current_subscriptions: [] } }));
  expect(subscribed({ [channel]: 'ok' })).toEqual({ kind: 'confirmed' });
  expect(subscribed({ [channel]: 'ok', 'ticker_slim.X.1000': 'not found' })).toEqual({
    kind: 'refused',
    reason: 'venue-error',
    detail: 'not found',
    channels: ['ticker_slim.X.1000'],
    answers: null,
  });
  expect(streams.recognise(fixture('http-error-rate-limit'))).toMatchObject({ reason: 'rate-limited' });
  const error = { code: -32_000, message: 'Rate limit exceeded' };
  expect(streams.recognise(JSON.stringify({ id: 4, error }))).toMatchObject({ answers: 4, channels: [] });
});
