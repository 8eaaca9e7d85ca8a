import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import { openFile } from './open-file.ts';

const AT = epochMs(1_780_000_000_000);
const SUMMARY = readFileSync(
  new URL('../exchanges/deribit/fixtures/http-book-summary-btc.json', import.meta.url),
  'utf8',
);
const LINE = JSON.stringify({
  at: AT,
  via: 'http',
  request: deribitAdapter.chainRequests('BTC')[0]!.url,
  body: SUMMARY,
});
const PLAIN = Buffer.from(
  `{"format":"smirk-recording","version":1,"venue":"deribit","startedAt":${AT}}\n${LINE}\n${LINE.replace(String(AT), String(AT + 9_000))}\n`,
);
const PACKED = gzipSync(PLAIN);

/** A seeded generator of whole numbers below a bound. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('opens or names the fault of 1 500 damaged recordings, and never throws', async () => {
  const below = dice(41);
  const outcomes = new Map<string, number>();
  for (let run = 0; run < 1_500; run += 1) {
    const bytes = Buffer.from(below(3) === 0 ? PACKED : PLAIN);
    for (let edits = below(4); edits > 0; edits -= 1) bytes[below(bytes.length)] = below(256);
    const cut = below(4) === 0 ? bytes.subarray(0, below(bytes.length)) : bytes;
    const opened = await openFile(new Blob([cut]), { name: 'x.jsonl', at: AT });
    const outcome = opened.ok ? 'opened' : opened.error.reason;
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  const seen = [...outcomes.keys()];
  expect(seen).toEqual(
    expect.arrayContaining(['opened', 'damaged-gzip', 'malformed-line', 'unknown-format']),
  );
  expect(seen).not.toContain('unreadable-file');
});
