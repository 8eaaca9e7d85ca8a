import { assert, nat, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import { cutRow, rawRows } from './raw-row.ts';

const NAME = 'BTC-31JUL26-60000-P';
const message = (at: number, body: string): WireMessage => ({
  at: epochMs(at),
  via: 'ws',
  request: 'wss://venue.example/ws',
  body,
});

it('cuts the row of a contract out of a list, braces within strings notwithstanding', () => {
  const row = `{"note":"a } \\" { b","instrument_name":"${NAME}","bid":0.01,"stats":{"low":1}}`;
  const body = `{"result":[{"instrument_name":"${NAME.replace('-P', '-C')}","bid":1,"note":"}}"},${row}],"us":7}`;
  expect(cutRow(body, NAME)).toBe(row);
});

it('takes the value where the name is a key', () => {
  const body = `{"result":{"tickers":{"X":{"b":1},"${NAME}": {"b":0.5,"a":{"c":2}},"Z":{}}}}`;
  expect(cutRow(body, NAME)).toBe(`"${NAME}":{"b":0.5,"a":{"c":2}}`);
});

it('goes on to what is around an object that only says whose the message is', () => {
  const body = `{"arg":{"channel":"books","instId":"${NAME}"},"data":[{"asks":[]}],"seq":4}`;
  expect(cutRow(body, NAME)).toBe(body);
  const named = `{"channel":"ticker_slim.${NAME}.1000","data":{"b":1},"ts":5}`;
  expect(cutRow(named, NAME)).toBe(named);
});

it('does not take a longer name for the contract', () => {
  expect(cutRow(`{"a":"${NAME}-USDT","b":1,"c":2}`, NAME)).toBeNull();
  expect(cutRow('{"a":1}', NAME)).toBeNull();
});

it('takes the line of a table', () => {
  expect(cutRow(`Symbol,Bid\nOTHER,1\r\n${NAME},0.2\r\nLAST,3`, NAME)).toBe(`${NAME},0.2`);
});

it('gives the newest row of each kind, the newest first', () => {
  const book = (bid: number): string => `{"name":"${NAME}","bid":${bid},"ask":2}`;
  const mark = (vol: number): string => `{"name":"${NAME}","iv":${vol},"mark":2}`;
  const newestFirst = [
    message(4, mark(50)),
    message(3, `[{"name":"X"}]`),
    message(2, `[${book(9)}]`),
    message(1, book(1)),
  ];
  expect(rawRows(newestFirst, NAME).map(({ at, text }) => [at, text])).toEqual([
    [4, mark(50)],
    [2, book(9)],
  ]);
});

it('shows no more of a long row than fits, and says how much is missing', () => {
  const body = `{"name":"${NAME}","bid":1,"note":"${'x'.repeat(9000)}"}`;
  const [row] = rawRows([message(1, body)], NAME);
  expect(row!.text).toHaveLength(4000);
  expect(row!.leftOut).toBe(body.length - 4000);
});

it('never throws on a damaged message, and finds the row again in any sound one', () => {
  assert(
    property(string(), string(), nat(400), (before, after, cut) => {
      const row = JSON.stringify({ before, name: NAME, bid: 1, after });
      const body = JSON.stringify([{ note: before, rows: [{ [after]: before }] }, JSON.parse(row)]);
      expect(cutRow(body, NAME)).toBe(row);
      cutRow(body.slice(0, cut), NAME);
    }),
  );
});
