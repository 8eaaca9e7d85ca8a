// Writes src/quant/surface/surface.reference.json: `npx tsx bench/make-surface-reference.ts`, from the project root.
// Four expiries of four seeded chains: quotes in vol, the true vol at each strike, and which quotes were displaced.
import { writeFileSync } from 'node:fs';
import { simulatedChain } from '#quant/surface/testing/simulated-chain.ts';

const PICKED = new Set([1, 2, 5, 8]);

function rounded(values: Iterable<number>): readonly (number | null)[] {
  return [...values].map((value) => (Number.isNaN(value) ? null : Number(value.toPrecision(8))));
}

const chains = [
  { family: 'essvi', seed: 101 },
  { family: 'essvi', seed: 102 },
  { family: 'event', seed: 103 },
  { family: 'event', seed: 104 },
] as const;
const table = chains.map(({ family, seed }) => ({
  family,
  seed,
  slices: simulatedChain(family, seed)
    .filter((_, i) => PICKED.has(i))
    .map(({ quotes, stale, ...slice }) => ({
      years: quotes.years,
      logStrikes: rounded(quotes.logStrikes),
      bidVols: rounded(quotes.bidVols),
      askVols: rounded(quotes.askVols),
      halfTickVols: rounded(quotes.halfTickVols),
      trueVols: rounded(quotes.logStrikes.map((k) => slice.trueVol(k))),
      stale: [...stale],
    })),
}));
const made = 'bench/make-surface-reference.ts';
const text = JSON.stringify({ made, chains: table }, null, 1);
// One line a column of numbers keeps the table readable.
const compact = text.replaceAll(
  /\[\s+([^[\]{}]+?)\s+\]/g,
  (_, row: string) => `[${row.replaceAll(/\s+/g, ' ')}]`,
);
writeFileSync('src/quant/surface/surface.reference.json', `${compact}\n`);
