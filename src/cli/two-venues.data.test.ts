import { existsSync } from 'node:fs';
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
});
