import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { bybitStreams as streams } from './streams.ts';

const JUNE = epochMs(Date.UTC(2026, 5, 26, 8));
const name = 'BTC-26JUN26-70000-P-USDT';
const view = {
  underlying: 'BTC_USDT',
  contracts: [{ name, expiry: JUNE, strike: 70_000 }],
  expiries: [JUNE],
  books: [],
  streamAlone: false,
};

it('wants full tickers of the expiries on screen, and no socket at all before any is', () => {
  expect(streams.plan(view)).toEqual([
    { address: 'wss://stream.bybit.com/v5/public/option', channels: [`tickers.${name}`] },
  ]);
  expect(streams.plan({ ...view, expiries: [] })).toEqual([]);
});

it('keeps the arguments of a frame under the venue’s 21 000 characters', () => {
  const channels = Array.from(
    { length: 2_000 },
    (_, index) => `tickers.BTC-26JUN26-${70_000 + index}.125-P-USDT`,
  );
  for (const frame of streams.subscribe(channels, () => 7)) {
    expect(JSON.stringify(JSON.parse(frame).args).length).toBeLessThan(21_000);
  }
});

it('tells a ticker by its first characters, its whole state under its topic', () => {
  const text = readFileSync(new URL('fixtures/ws-tickers.json', import.meta.url), 'utf8');
  const topic = 'tickers.XRP-5JUN26-1.15-C-USDT';
  expect(streams.recognise(text)).toEqual({ kind: 'data', key: topic, channel: topic, sequence: null });
  expect(streams.stampOf(text)).toBe(1_780_000_003_050);
});

it('reads the place of a book’s push, which begins anew with a snapshot', () => {
  const push = (type: string, u: number) =>
    streams.recognise(
      `{"topic":"orderbook.25.${name}","type":"${type}","ts":1780000003050,"data":{"s":"${name}","b":[],"a":[],"u":${u},"seq":9}}`,
    );
  expect(push('snapshot', 40)).toMatchObject({ key: null, sequence: { here: 40, previous: null } });
  expect(push('delta', 41)).toMatchObject({ key: null, sequence: { here: 41, previous: 40 } });
});

it('takes the venue’s clock from a pong, and the topics that it refuses from its words', () => {
  expect(streams.recognise('{"args":["1780000003050"],"op":"pong"}')).toEqual({
    kind: 'alive',
    venueTime: 1_780_000_003_050,
  });
  const refused = {
    success: false,
    ret_msg: `error:handler not found,topic:tickers.${name}`,
    op: 'subscribe',
    req_id: '12',
  };
  expect(streams.recognise(JSON.stringify(refused))).toMatchObject({
    kind: 'refused',
    reason: 'venue-error',
    channels: [`tickers.${name}`],
    answers: 12,
  });
  expect(streams.recognise('{"success":true,"ret_msg":"subscribe","op":"subscribe"}')).toEqual({
    kind: 'confirmed',
  });
});
