import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { deribitAdapter } from './deribit-adapter.ts';
import { damagedText, everyNumberIsFinite } from '../damaged-text.ts';

const API = 'https://www.deribit.com/api/v2/public';
const SEEDS = [
  ['http-book-summary-btc', `${API}/get_book_summary_by_currency?currency=BTC&kind=option`],
  ['http-book-summary-usdc', `${API}/get_book_summary_by_currency?currency=USDC&kind=option`],
  ['http-order-book-btc', `${API}/get_order_book?instrument_name=BTC-26JUN20-4000-P`],
  ['http-instruments', `${API}/get_instruments?currency=BTC&kind=option`],
  ['http-volatility-index', `${API}/get_volatility_index_data?currency=BTC`],
  ['http-error-rate-limit', `${API}/get_index_price?index_name=btc_usd`],
  ['ws-ticker', 'wss://www.deribit.com/ws/api/v2'],
].map(([name, request]) => ({
  request: request!,
  body: readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'),
}));

const AT = epochMs(1_780_000_000_500);
const NASTY = [
  '1e999',
  '-1e999',
  '-1',
  '0',
  '1e308',
  '5e-324',
  '"7"',
  '"NaN"',
  'null',
  'true',
  '{}',
  '[]',
  '""',
  '"\\ud800"',
  '"𝟙\\u202e"',
  '[[[[[[[[]]]]]]]]',
  '{"a":{"a":{"a":{}}}}',
  '"__proto__"',
  '9007199254740993',
  '"<img src=x>"',
  '1.5',
];

/** A seeded generator of whole numbers below a bound. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('never throws on 20 000 damaged messages, and nothing non-finite or unbounded comes out', () => {
  const below = dice(20_260_522);
  let accepted = 0;
  for (let run = 0; run < 20_000; run += 1) {
    const { request, body } = SEEDS[below(SEEDS.length)]!;
    let damaged = `${body} `;
    for (let edits = 1 + below(3); edits > 0; edits -= 1) {
      damaged = damagedText(damaged, below(9), below(10_000), NASTY[below(NASTY.length)]!);
    }
    const outcome = deribitAdapter.read({ at: AT, via: 'http', request, body: damaged });
    accepted += outcome.value.length > 0 ? 1 : 0;
    const sound =
      everyNumberIsFinite(outcome.value) &&
      outcome.failures.every(
        (one) =>
          one.detail.length <= 240 && (one.scope === 'document' || (one.instrument ?? '').length <= 64),
      );
    if (!sound) expect.fail(`unsound after reading ${damaged.slice(0, 2_000)}`);
  }
  expect(accepted).toBeGreaterThan(4_000);
});

it('never throws on any text at all, whatever was asked', () => {
  const below = dice(7);
  const text = (): string =>
    String.fromCodePoint(...Array.from({ length: below(60) }, () => below(below(2) === 0 ? 0x80 : 0x110000)));
  for (let run = 0; run < 2_000; run += 1) {
    const outcome = deribitAdapter.read({ at: AT, via: 'http', request: text(), body: text() });
    expect(outcome).toMatchObject({ value: [], failures: [{ scope: 'document' }] });
  }
});
