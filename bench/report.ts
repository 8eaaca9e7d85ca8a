import { deribitAdapter } from '#exchanges/deribit/deribit-adapter.ts';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { measureExpiry } from '#analytics/measure-expiry.ts';
import { prepareExpiries } from '#analytics/quotes/prepare-expiries.ts';
import { type SurfaceMemory, fitSmiles } from '#analytics/smiles/fit-smiles.ts';
import { epochMs } from '#base/time.ts';
import { createQuoteBook } from '#feed/quote-book.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { createSampleMarket } from '#simulator/sample-market.ts';

const ROUNDS = 60;
const WARM_UP = 20;
const TARGET_MS = 15;

const START = epochMs(Date.UTC(2026, 6, 8, 12));
const market = createSampleMarket({ seed: 7, startedAt: START });

/** The sample market's chain of a coin, a minute after another each time, through the venue's own reader. */
function chainAt(underlying: string, minute: number): OptionChain {
  const now = epochMs(START + minute * 60_000);
  const book = createQuoteBook('deribit');
  for (const { url } of deribitAdapter.chainRequests(underlying)) {
    book.apply(deribitAdapter.read({ at: now, via: 'http', request: url, body: market.respond(url, now) }));
  }
  const chain = book.snapshot(underlying);
  if (chain === null) throw new Error(`no chain of ${underlying}`);
  return chain;
}

function contractsOf(chain: OptionChain): number {
  return chain.expiries.reduce((sum, { contracts }) => sum + contracts.length, 0);
}

const spent = new Map<string, number[]>();
function timed<T>(stage: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  const times = spent.get(stage) ?? [];
  times.push(performance.now() - start);
  spent.set(stage, times);
  return result;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function expCostNs(): number {
  const count = 2_000_000;
  let sum = 0;
  const start = performance.now();
  for (let i = 0; i < count; i += 1) sum += Math.exp(-1e-6 * i);
  return sum > 0 ? ((performance.now() - start) * 1e6) / count : Number.NaN;
}

const chains = Array.from({ length: 8 }, (_, minute) => chainAt('BTC', minute));
const contracts = contractsOf(chains[0]!);
let previous: SurfaceMemory | null = null;
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  if (round === WARM_UP) spent.clear();
  const chain = chains[round % chains.length]!;
  const prepared = timed('judge and invert', () => prepareExpiries(chain, DEFAULT_SETTINGS));
  const smiles = timed('fit the surface', () => fitSmiles(prepared, null));
  timed('measure and list points', () => smiles.map((smile) => measureExpiry(smile, DEFAULT_SETTINGS)));
  timed('whole report, cold', () => analyseChainFrom(chain, DEFAULT_SETTINGS, null));
  const warm = timed('whole report, from the one before', () =>
    analyseChainFrom(chain, DEFAULT_SETTINGS, previous),
  );
  previous = warm.surface;
}

const perThousand = 1000 / contracts;
console.log(`report of ${contracts} contracts in ${chains[0]!.expiries.length} expiries, ${ROUNDS} rounds`);
console.log(`Math.exp in this run: ${expCostNs().toFixed(1)} ns`);
console.log(`${'stage'.padEnd(36)}  median ms   quartiles ms       median ms per 1 000 contracts`);
for (const [stage, times] of spent) {
  const [low, middle, high] = [quantile(times, 0.25), quantile(times, 0.5), quantile(times, 0.75)];
  const scaled = (middle * perThousand).toFixed(2);
  console.log(
    `${stage.padEnd(36)}  ${middle.toFixed(2).padStart(9)}   [${low.toFixed(2)}, ${high.toFixed(2)}]`.padEnd(
      70,
    ) + scaled.padStart(12),
  );
}
const cold = quantile(spent.get('whole report, cold') ?? [], 0.5) * perThousand;
console.log(`target ${TARGET_MS} ms per 1 000 contracts: ${cold <= TARGET_MS ? 'met' : 'missed'}`);
