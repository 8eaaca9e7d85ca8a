import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { deribitStreams as streams } from './streams.ts';

const JULY = epochMs(Date.UTC(2026, 6, 31, 8));
const AUGUST = epochMs(Date.UTC(2026, 7, 28, 8));
const view = {
  underlying: 'BTC',
  contracts: [
    { name: 'BTC-31JUL26-60000-P', expiry: JULY, strike: 60_000 },
    { name: 'BTC-28AUG26-60000-P', expiry: AUGUST, strike: 60_000 },
  ],
  expiries: [AUGUST],
  books: [],
  streamAlone: false,
};
const counter = () => {
  let last = 0;
  return () => (last += 1);
};

it('wants index, volatility index and marks of all, and full tickers of the expiries on screen alone', () => {
  expect(streams.plan(view)).toEqual([
    {
      address: 'wss://www.deribit.com/ws/api/v2',
      channels: [
        'deribit_price_index.btc_usd',
        'deribit_volatility_index.btc_usd',
        'markprice.options.btc_usd',
        'ticker.BTC-28AUG26-60000-P.agg2',
      ],
    },
  ]);
});

it('wants the pair’s own index for linear options, and no volatility index for a coin without one', () => {
  const [socket] = streams.plan({ ...view, underlying: 'SOL_USDC', expiries: [] });
  expect(socket?.channels).toEqual(['deribit_price_index.sol_usdc', 'markprice.options.sol_usdc']);
});

it('subscribes in frames of two hundred channels', () => {
  const channels = Array.from({ length: 450 }, (_, index) => `ticker.X-${index}.agg2`);
  const frames = streams.subscribe(channels, counter()).map((frame) => JSON.parse(frame));
  expect(frames.map(({ id, method, params }) => [id, method, params.channels.length])).toEqual([
    [1, 'public/subscribe', 200],
    [2, 'public/subscribe', 200],
    [3, 'public/subscribe', 50],
  ]);
});

it('answers a test request, and takes a heartbeat for a sign of life', () => {
  const asked = streams.recognise('{"jsonrpc":"2.0","method":"heartbeat","params":{"type":"test_request"}}');
  expect(asked.kind === 'reply' && JSON.parse(asked.frame).method).toBe('public/test');
  const beat = streams.recognise('{"jsonrpc":"2.0","method":"heartbeat","params":{"type":"heartbeat"}}');
  expect(beat).toEqual({ kind: 'alive', venueTime: null });
});

it('reads the venue’s clock from the answer to a heartbeat', () => {
  const body = {
    jsonrpc: '2.0',
    id: 4,
    result: { version: '1.2.26' },
    usIn: 1_780_000_000_000_000,
    usOut: 1_780_000_000_004_000,
  };
  expect(streams.recognise(JSON.stringify(body))).toEqual({ kind: 'alive', venueTime: 1_780_000_000_002 });
});

it('tells pushes by their first characters, and lets only whole states replace one another', () => {
  const push = (channel: string) =>
    streams.recognise(`{"jsonrpc":"2.0","method":"subscription","params":{"channel":"${channel}","data":{`);
  expect(push('ticker.BTC-28AUG26-60000-P.agg2')).toMatchObject({
    kind: 'data',
    key: 'ticker.BTC-28AUG26-60000-P.agg2',
  });
  expect(push('markprice.options.btc_usd')).toMatchObject({ kind: 'data', key: null });
});

it('tells confirmations, answers and refusals apart', () => {
  const frame = (body: object) => streams.recognise(JSON.stringify({ jsonrpc: '2.0', id: 9, ...body }));
  expect(frame({ result: ['ticker.X.agg2'] })).toEqual({ kind: 'confirmed' });
  expect(frame({ result: 'ok' })).toEqual({ kind: 'confirmed' });
  expect(frame({ result: [{ instrument_name: 'X' }] })).toEqual({ kind: 'answer', id: 9 });
  expect(frame({ result: Array.from({ length: 2_000 }, () => ({ name: 'long' })) })).toEqual({
    kind: 'answer',
    id: 9,
  });
  expect(frame({ error: { code: 10_028, message: 'too_many_requests' } })).toEqual({
    kind: 'refused',
    reason: 'rate-limited',
    detail: 'too_many_requests (code 10028)',
    channels: [],
    answers: 9,
  });
});

it('asks for the chain over the socket only where nothing else can be read', () => {
  expect(streams.calls(view, counter())).toEqual([]);
  const calls = streams.calls({ ...view, streamAlone: true }, counter());
  expect(calls.map(({ everyMs, request }) => [everyMs, new URL(request).pathname])).toEqual([
    [5_000, '/api/v2/public/get_book_summary_by_currency'],
    [null, '/api/v2/public/get_instruments'],
  ]);
});
