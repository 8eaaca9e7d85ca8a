import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import type { BookLevel } from '#market/order-book.ts';
import { openFile } from './open-file.ts';

const FILE = new URL(
  '../../../shared/data/recordings/deribit-orderbooks-2020-05-21.jsonl.gz',
  import.meta.url,
);
const present = existsSync(FILE);

if (!present) it.skip('recorded order books: ../shared/data is not there', () => undefined);

/** Levels as sent: best first, coins, which are contracts there. */
type WireSide = readonly (readonly [number, number])[];

function booksOnTheWire(): ReadonlyMap<string, { bids: WireSide; asks: WireSide; timestamp: number }> {
  const lines = gunzipSync(readFileSync(FILE)).toString('utf8').trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const { body } = JSON.parse(line) as { body: string };
      const { result } = JSON.parse(body) as {
        result: { instrument_name: string; bids: WireSide; asks: WireSide; timestamp: number };
      };
      return [result.instrument_name, result];
    }),
  );
}

async function recorded(): Promise<OptionChain> {
  const at = epochMs(Date.UTC(2026, 10, 22));
  const opened = await openFile(new Blob([readFileSync(FILE)]), { name: 'books.jsonl.gz', at });
  return (opened.ok ? opened.value.replay.last('BTC').chain : null) ?? expect.fail('no chain inside');
}

function pairs(levels: readonly BookLevel[] | undefined): unknown {
  return levels?.map(({ price, size }) => [price, size]);
}

describe.runIf(present)('the order books of 2020', () => {
  it('stand with the chain of their recording: every contract, every level, as sent', async () => {
    const { books } = await recorded();
    const wire = booksOnTheWire();
    expect(wire.size).toBe(326);
    expect([...(books?.keys() ?? [])].sort()).toEqual([...wire.keys()].sort());
    let levels = 0;
    for (const [name, sent] of wire) {
      const book = books?.get(name);
      expect([pairs(book?.bids), pairs(book?.asks)]).toEqual([sent.bids, sent.asks]);
      expect([book?.at, book?.limit, book?.leftOut]).toEqual([sent.timestamp, 20, undefined]);
      levels += sent.bids.length + sent.asks.length;
    }
    console.log(`order books of 2020: ${wire.size} contracts, ${levels} levels`);
  });

  it('agree with their quotes: the best level is the best price and its size', async () => {
    const { expiries, books } = await recorded();
    const best = (levels: readonly BookLevel[] = []): unknown => levels[0] ?? { price: null, size: null };
    for (const { instrument, quote } of expiries.flatMap((expiry) => expiry.contracts)) {
      const book = books?.get(instrument.name);
      expect(best(book?.bids)).toEqual({ price: quote?.bid, size: quote?.bidSize });
      expect(best(book?.asks)).toEqual({ price: quote?.ask, size: quote?.askSize });
    }
  });
});
