import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyseChain } from '#analytics/analyse-chain.ts';
import type { ExpiryReport, Report } from '#analytics/report.ts';
import { loadChain } from './load-chain.ts';

const FOLDER = '../shared/data/recordings';
const present = existsSync(`${FOLDER}/okx-2026-07-08.jsonl.gz`);

async function reportOf(file: string, underlying: string): Promise<Report> {
  const chain = await loadChain(`${FOLDER}/${file}`, underlying);
  if (!chain.ok) throw new Error(chain.error);
  return analyseChain(chain.value);
}

/** Half of what the bid-ask spread leaves open at the money; null where there is no fit. */
function halfSpread({ atmVolInterval }: ExpiryReport): number | null {
  return atmVolInterval === null ? null : (atmVolInterval[1] - atmVolInterval[0]) / 2;
}

function keyOf({ expiry, strike, right }: Report['points'][number]): string {
  return `${expiry} ${strike} ${right}`;
}

/** Rows of a recorded OKX answer by contract, as sent. */
function wordsOf(
  file: string,
  topic: string,
  underlying: string,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const lines = gunzipSync(readFileSync(`${FOLDER}/${file}`))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1);
  const messages = lines.map((line) => JSON.parse(line) as { request: string; body: string });
  const answer = messages.find(
    ({ request }) => request.includes(`${topic}?`) && request.endsWith(`instFamily=${underlying}-USD`),
  );
  const { data } = JSON.parse(answer?.body ?? '{"data":[]}') as { data: Record<string, string>[] };
  return new Map(data.map((row) => [row['instId'] ?? '', row]));
}

const pairs = ['2026-07-08', '2026-08-22'].flatMap((day) =>
  ['BTC', 'ETH'].map((underlying) => [day, underlying] as const),
);

describe.skipIf(!present)('two venues recorded in the same second (skipped without ../shared/data)', () => {
  it.each(pairs)(
    'on %s agree on the ATM vol of %s within their half-spreads, expiry by expiry',
    async (day, underlying) => {
      const okx = await reportOf(`okx-${day}.jsonl.gz`, underlying);
      const deribit = await reportOf(`deribit-${day}.jsonl.gz`, underlying);
      const common = okx.expiries.flatMap((one) => {
        const other = deribit.expiries.find(({ expiry }) => expiry === one.expiry);
        const [mine, theirs] = [halfSpread(one), other === undefined ? null : halfSpread(other)];
        if (other === undefined || mine === null || theirs === null) return [];
        if (one.atmVol === null || other.atmVol === null) return [];
        return [{ label: one.label, apart: Math.abs(one.atmVol - other.atmVol), allowed: mine + theirs }];
      });
      const agreeing = common.filter(({ apart, allowed }) => apart <= allowed);
      console.log(
        `${day} ${underlying}: ${agreeing.length} of ${common.length} agree; ` +
          common
            .map((one) => `${one.label} ${(100 * one.apart).toFixed(2)}/${(100 * one.allowed).toFixed(2)}`)
            .join(', '),
      );
      expect(common.length).toBeGreaterThanOrEqual(8);
      expect(agreeing.length / common.length).toBeGreaterThanOrEqual(0.9);
    },
  );

  it.each(pairs)('on %s have one delta for each contract of %s that both list', async (day, underlying) => {
    const okx = await reportOf(`okx-${day}.jsonl.gz`, underlying);
    const deribit = await reportOf(`deribit-${day}.jsonl.gz`, underlying);
    const theirs = new Map(deribit.points.map((point) => [keyOf(point), point.delta]));
    const apart = okx.points.flatMap((point) => {
      const other = theirs.get(keyOf(point)) ?? null;
      return point.delta === null || other === null ? [] : [Math.abs(point.delta - other)];
    });
    const sorted = apart.toSorted((a, b) => a - b);
    const [median = 1, largest = 1] = [sorted[sorted.length >> 1], sorted.at(-1)];
    console.log(
      `${day} ${underlying}: ${sorted.length} deltas, apart ${median.toFixed(4)} in the median, ${largest.toFixed(4)} at most`,
    );
    expect(sorted.length).toBeGreaterThan(400);
    expect(median).toBeLessThan(0.002);
    expect(largest).toBeLessThan(0.02);
  });

  it.each(pairs)(
    'on %s show that OKX’s own delta of %s is ours less the coin price, and not ours',
    async (day, underlying) => {
      const file = `okx-${day}.jsonl.gz`;
      const { points } = await reportOf(file, underlying);
      const [own, marks] = [
        wordsOf(file, 'opt-summary', underlying),
        wordsOf(file, 'mark-price', underlying),
      ];
      const compared = points.flatMap(({ instrument, delta }) => {
        const [theirs, mark] = [own.get(instrument)?.['delta'], marks.get(instrument)?.['markPx']];
        if (delta === null || !theirs || !mark) return [];
        const adjusted = delta - Number(mark);
        return [[Math.abs(Number(theirs) - adjusted), Math.abs(Number(theirs) - delta)] as const];
      });
      expect(compared.length).toBeGreaterThan(600);
      expect(Math.max(...compared.map(([adjusted]) => adjusted))).toBeLessThan(0.025);
      const plain = compared.map(([, ours]) => ours).sort((a, b) => a - b);
      expect(plain[plain.length >> 1]).toBeGreaterThan(0.025);
    },
  );
});
