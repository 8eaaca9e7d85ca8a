import { epochMs } from '../../src/base/time.ts';
import { syntheticChain } from '../../src/analytics/testing/synthetic-chain.ts';

const DAYS = [2, 3, 4, 9, 16, 23, 44, 79, 142, 170, 261, 352];
const STRIKES = 42;
/** Tags of the twelve expiries: days from 8 July 2026, as a venue's names carry them. */
const DATED = '2026-07-08T08:00:00Z';
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** One chain of about a thousand contracts as a recording of Deribit's text, every price on the tick grid of known smiles. */
export function denseRecording(): Buffer {
  const at = Date.parse(DATED);
  const rows = syntheticChain(
    DAYS.map((days) => {
      const reach = 3.2 * 0.55 * Math.sqrt(days / 365);
      const step = (2 * reach) / (STRIKES - 1);
      const strike = (i: number): number => 100 * Math.round(600 * Math.exp(i * step - reach));
      return {
        days,
        forward: 60_000 * (1 + 0.0002 * days),
        strikes: [...new Set(Array.from({ length: STRIKES }, (_, i) => strike(i)))],
        vol: (k: number) => 0.5 + 0.25 * k * k - 0.08 * k,
      };
    }),
  ).expiries.flatMap(({ contracts }, index) =>
    contracts.flatMap(({ instrument, quote }) => {
      if (quote === null) return [];
      const day = new Date(epochMs(at + (DAYS[index] ?? 0) * 86_400_000));
      const tag = `${day.getUTCDate()}${MONTHS[day.getUTCMonth()] ?? ''}${String(day.getUTCFullYear()).slice(2)}`;
      return [
        {
          instrument_name: `BTC-${tag}-${instrument.strike}-${instrument.right === 'put' ? 'P' : 'C'}`,
          base_currency: 'BTC',
          quote_currency: 'BTC',
          bid_price: quote.bid,
          ask_price: quote.ask,
          mark_price: quote.mark,
          mark_iv: 50,
          underlying_price: quote.forward,
          underlying_index: `BTC-${tag}`,
          estimated_delivery_price: 60_000,
          interest_rate: 0,
          creation_timestamp: at,
          open_interest: 10,
          volume: 1,
        },
      ];
    }),
  );
  const address =
    'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option';
  const lines = [
    { format: 'smirk-recording', version: 1, venue: 'deribit', startedAt: at },
    {
      at,
      via: 'http',
      request: address,
      body: JSON.stringify({ jsonrpc: '2.0', result: rows, usIn: at * 1000, usOut: at * 1000, usDiff: 0 }),
    },
  ];
  return Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'));
}
