import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { ReadMessage } from '#exchanges/adapter.ts';
import { bybitAdapter } from '#exchanges/bybit/bybit-adapter.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { OrderBook } from '#market/order-book.ts';
import { type QuoteBook, createQuoteBook } from './quote-book.ts';

const AT = 1_780_000_000_000;
const API = 'https://www.deribit.com/api/v2/public';

function tell(book: QuoteBook, request: string, result: unknown, at: number = AT): void {
  const body = JSON.stringify({ jsonrpc: '2.0', result });
  book.apply(deribitAdapter.read({ at: epochMs(at), via: 'http', request: `${API}/${request}`, body }));
}

function quoteSol(book: QuoteBook, at: EpochMs): void {
  const row = {
    instrument_name: 'SOL_USDC-26JUN26-90-P',
    bid_price: 1.1,
    ask_price: 1.3,
    creation_timestamp: at,
  };
  tell(book, 'get_book_summary_by_currency?currency=USDC&kind=option', [row], at);
}

function offerSol(book: QuoteBook, at: number, size: number): void {
  tell(book, 'get_order_book?instrument_name=SOL_USDC-26JUN26-90-P&depth=50', {
    instrument_name: 'SOL_USDC-26JUN26-90-P',
    timestamp: at,
    bids: [],
    asks: [[1.3, size]],
  });
}

function solBook(book: QuoteBook): OrderBook | undefined {
  return book.snapshot('SOL_USDC')?.books?.get('SOL_USDC-26JUN26-90-P');
}

it('keeps an order book through newer quotes, and no longer than ten minutes beside them', () => {
  const book = createQuoteBook('deribit');
  offerSol(book, AT, 40);
  quoteSol(book, epochMs(AT + 5_000));
  expect(solBook(book)?.asks).toEqual([{ price: 1.3, size: 4 }]);
  quoteSol(book, epochMs(AT + 600_001));
  expect(book.snapshot('SOL_USDC')).not.toHaveProperty('books');
});

it('takes the newer of two books, whichever came first, and shows it in a new snapshot', () => {
  const book = createQuoteBook('deribit');
  offerSol(book, AT, 40);
  const before = book.snapshot('SOL_USDC');
  offerSol(book, AT - 1, 70);
  expect(solBook(book)?.asks[0]?.size).toBe(4);
  offerSol(book, AT + 1, 70);
  expect(solBook(book)?.asks[0]?.size).toBe(7);
  expect(book.snapshot('SOL_USDC')?.version).toBeGreaterThan(before?.version ?? 0);
});

it('counts levels anew in contracts when the listed contract size is another than the name told', () => {
  const book = createQuoteBook('deribit');
  offerSol(book, AT, 40);
  tell(book, 'get_instruments?currency=USDC&kind=option', [
    {
      instrument_name: 'SOL_USDC-26JUN26-90-P',
      option_type: 'put',
      strike: 90,
      expiration_timestamp: Date.UTC(2026, 5, 26, 8),
      contract_size: 5,
      tick_size: 0.01,
    },
  ]);
  expect(solBook(book)?.asks).toEqual([{ price: 1.3, size: 8 }]);
});

it('has no book of a contract that is no longer listed', () => {
  const book = createQuoteBook('deribit');
  offerSol(book, AT, 40);
  tell(book, 'get_book_summary_by_currency?currency=USDC&kind=option', []);
  expect(book.snapshot('SOL_USDC')).not.toHaveProperty('books');
});

it('puts changes into a book seen whole, and makes none up from changes alone', () => {
  const push = (name: string): ReadMessage => {
    const body = readFileSync(new URL(`../exchanges/bybit/fixtures/${name}.json`, import.meta.url), 'utf8');
    const request = 'wss://stream.bybit.com/v5/public/option';
    return bybitAdapter.read({ at: epochMs(AT + 5_000), via: 'ws', request, body });
  };
  const quote: ReadMessage = {
    value: push('ws-orderbook').value.flatMap((event) =>
      event.kind === 'order-book'
        ? [{ ...QUOTED, rows: [{ instrument: event.instrument, quote: null }] }]
        : [],
    ),
    failures: [],
  };
  const book = createQuoteBook('bybit');
  book.apply(quote);
  book.apply(push('ws-orderbook-delta'));
  expect(book.snapshot('BTC_USDT')).not.toHaveProperty('books');
  book.apply(push('ws-orderbook'));
  book.apply(push('ws-orderbook-delta'));
  const [seen] = book.snapshot('BTC_USDT')?.books?.values() ?? [];
  expect(seen).toMatchObject({
    bids: [{ price: 734, size: 3 }],
    asks: [
      { price: 770, size: 2 },
      { price: 780, size: 4 },
    ],
  });
});

const QUOTED = { kind: 'quotes', at: epochMs(AT), underlyings: ['BTC_USDT'], whole: false } as const;
