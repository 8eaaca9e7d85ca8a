import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { ExchangeAdapter } from '#exchanges/adapter.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { type FileOpening, type OpenedFile, openFile } from './open-file.ts';

const DATA = new URL('../../../shared/data/', import.meta.url);
const RECORDINGS = new URL('recordings/', DATA);
const present = existsSync(RECORDINGS);
const files = present ? readdirSync(RECORDINGS).filter((name) => name.startsWith('deribit')) : [];

if (!present) it.skip('recorded market days: ../shared/data is not there', () => undefined);

/** Rows of the last answers as the venue sent them, counted without any reader of ours. */
function rowsOnTheWire(name: string): Map<string, number> {
  const lines = gunzipSync(readFileSync(new URL(name, RECORDINGS)))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1);
  const last = new Map<string, string>();
  for (const line of lines) {
    const { request, body } = JSON.parse(line) as { request: string; body: string };
    last.set(request, body);
  }
  const counts = new Map<string, number>();
  for (const body of last.values()) {
    const { result } = JSON.parse(body) as {
      result: { instrument_name: string } | { instrument_name: string }[];
    };
    for (const row of Array.isArray(result) ? result : [result]) {
      const coin = row.instrument_name.split('-')[0]!;
      counts.set(coin, (counts.get(coin) ?? 0) + 1);
    }
  }
  return counts;
}

async function open(file: Blob, opening: FileOpening): Promise<OpenedFile> {
  const opened = await openFile(file, opening);
  return opened.ok ? opened.value : expect.fail(opened.error.detail);
}

function contractsOf(chain: OptionChain | null): number {
  return chain?.expiries.reduce((sum, expiry) => sum + expiry.contracts.length, 0) ?? 0;
}

describe.each(files)('%s', (name) => {
  const file = new Blob([readFileSync(new URL(name, RECORDINGS))]);

  it('opens with every coin, and rows on the wire are quotes or failures', async () => {
    const opened = await open(file, { name, at: epochMs(Date.now()) });
    const { replay } = opened;
    const wire = rowsOnTheWire(name);
    expect([...replay.underlyings].sort()).toEqual([...wire.keys()].sort());
    for (const underlying of replay.underlyings) {
      const { chain, unread } = replay.last(underlying);
      expect(contractsOf(chain) + (chain?.rejected.length ?? 0)).toBe(wire.get(underlying));
      expect(chain?.rejected).toEqual([]);
      expect(unread).toEqual([]);
    }
  });
});

describe.runIf(present)('the crash days', () => {
  const name = 'deribit-2026-02-crash-days.jsonl.gz';

  it('have 38 stops about six hours apart, open without long work and can be entered anywhere', async () => {
    let reads = 0;
    const read: ExchangeAdapter['read'] = (message) => {
      reads += 1;
      return deribitAdapter.read(message);
    };
    const opened = await open(new Blob([readFileSync(new URL(name, RECORDINGS))]), {
      name,
      at: epochMs(Date.now()),
      adapters: [{ ...deribitAdapter, read }],
    });
    const { replay } = opened;
    const readOnOpening = reads;
    expect(readOnOpening).toBeLessThan(replay.recording.messages.length / 4);
    const chains = [37, 0, 19].map((index) => replay.snapshot('ETH', index).chain);
    expect(reads - readOnOpening).toBeLessThan(replay.recording.messages.length / 4);
    expect(replay.instants).toHaveLength(38);
    expect(replay.stops('BTC')).toEqual(replay.instants.map((_, index) => index));
    expect(chains.map((chain) => chain?.version)).toEqual([38, 1, 20]);
    expect(chains.map((chain) => chain?.asOf)).toEqual(
      [37, 0, 19].map((index) => replay.instants[index]?.at),
    );
  });
});

describe.runIf(present)('the order books of 2020', () => {
  it('are one stop, its chain the union of all frames with sizes and the venue’s vols', async () => {
    const name = 'deribit-orderbooks-2020-05-21.jsonl.gz';
    const opened = await open(new Blob([readFileSync(new URL(name, RECORDINGS))]), {
      name,
      at: epochMs(Date.now()),
    });
    const { replay } = opened;
    expect(replay.instants).toHaveLength(1);
    const quotes = replay
      .last('BTC')
      .chain!.expiries.flatMap((expiry) => expiry.contracts.flatMap((one) => one.quote ?? []));
    expect(quotes).toHaveLength(326);
    expect(quotes.every((quote) => (quote.bid === null) === (quote.bidSize === null))).toBe(true);
    expect(quotes.filter((quote) => quote.bid === null && quote.venueBidVol !== null)).toEqual([]);
    expect(quotes.some((quote) => quote.venueAskVol === 5)).toBe(true);
  });
});
