import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { okxStreams as streams } from './streams.ts';

const JUNE = epochMs(Date.UTC(2026, 5, 26, 8));
const view = {
  underlying: 'ETH',
  contracts: [
    { name: 'ETH-USD-260626-2500-C', expiry: JUNE, strike: 2_500 },
    { name: 'ETH-USD-261225-2500-C', expiry: epochMs(JUNE + 1), strike: 2_500 },
  ],
  expiries: [JUNE],
  books: ['ETH-USD-260626-2500-C'],
  streamAlone: false,
};
const nextId = () => 1;

it('wants the family’s vols and index, and prices and marks of the expiries on screen', () => {
  expect(streams.plan(view)).toEqual([
    {
      address: 'wss://ws.okx.com:8443/ws/v5/public',
      channels: [
        'opt-summary:ETH-USD',
        'index-tickers:ETH-USD',
        'books5:ETH-USD-260626-2500-C',
        'tickers:ETH-USD-260626-2500-C',
        'mark-price:ETH-USD-260626-2500-C',
      ],
    },
  ]);
});

it('wants the prices of every contract where requests cannot be answered', () => {
  expect(streams.plan({ ...view, streamAlone: true })[0]?.channels).toHaveLength(3 + 4);
});

it('names families and contracts by the venue’s own fields', () => {
  const [frame = ''] = streams.subscribe(['opt-summary:ETH-USD', 'tickers:ETH-USD-260626-2500-C'], nextId);
  expect(JSON.parse(frame)).toEqual({
    op: 'subscribe',
    args: [
      { channel: 'opt-summary', instFamily: 'ETH-USD' },
      { channel: 'tickers', instId: 'ETH-USD-260626-2500-C' },
    ],
  });
});

it('tells pushes by their first characters; of vols each one counts, a ticker replaces the one before', () => {
  const tickers = '{"arg":{"channel":"tickers","instId":"ETH-USD-260626-2500-C"},"data":[{';
  expect(streams.recognise(tickers)).toMatchObject({ kind: 'data', key: 'tickers:ETH-USD-260626-2500-C' });
  const vols = '{ "arg": { "channel": "opt-summary", "instFamily": "ETH-USD" }, "data": [';
  expect(streams.recognise(vols)).toMatchObject({ kind: 'data', key: null, channel: 'opt-summary:ETH-USD' });
});

it('tells pongs, confirmations and refusals apart', () => {
  expect(streams.recognise('pong')).toEqual({ kind: 'alive', venueTime: null });
  const argument = { channel: 'tickers', instId: 'X' };
  const confirmed = JSON.stringify({ event: 'subscribe', arg: argument, connId: 'a' });
  expect(streams.recognise(confirmed)).toEqual({ kind: 'confirmed' });
  const refused = JSON.stringify({ event: 'error', code: '60014', msg: 'too many requests', arg: argument });
  expect(streams.recognise(refused)).toMatchObject({ kind: 'refused', reason: 'rate-limited' });
});

it('reads the time stamp that every row has', () => {
  const text = '{"arg":{"channel":"tickers","instId":"X"},"data":[{"last":"1","ts":"1780000003060"}]}';
  expect(streams.stampOf(text)).toBe(1_780_000_003_060);
});
