import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { measureExpiry } from '#analytics/measure-expiry.ts';
import { prepareExpiries } from '#analytics/quotes/prepare-expiries.ts';
import { type SurfaceMemory, fitSmiles } from '#analytics/smiles/fit-smiles.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import type { OptionChain } from '#market/option-chain.ts';

const ROUNDS = 60;
const WARM_UP = 20;
const TARGET_MS = 15;

const DAYS = [1, 2, 3, 7, 14, 21, 30, 60, 90, 180, 270, 360];
const STRIKES = 42;

/** A thousand contracts of smiles that a market could have; each variant's forward and level differ a little. */
function chainOf(variant: number): OptionChain {
  return syntheticChain(
    DAYS.map((days) => {
      const forward = 60_000 * (1 + 0.0001 * variant + 0.0002 * days);
      const reach = 3.2 * 0.55 * Math.sqrt(days / 365);
      const step = (2 * reach) / (STRIKES - 1);
      const level = 0.45 + 0.05 * Math.sqrt(days / 365) + 0.0005 * variant;
      return {
        days,
        forward,
        strikes: Array.from({ length: STRIKES }, (_, i) => Math.round(60_000 * Math.exp(i * step - reach))),
        vol: (k: number) => {
          const x = k / Math.sqrt(days / 365);
          return level * Math.sqrt(1 + 0.35 * (-0.3 * x + Math.sqrt(x * x + 0.09) - 0.3));
        },
      };
    }),
  );
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

/** The cheapest of some passes: what this machine asks for one exponential when nobody disturbs it. */
function expCostNs(): number {
  const count = 1_000_000;
  const pass = (): number => {
    let sum = 0;
    const start = performance.now();
    for (let i = 0; i < count; i += 1) sum += Math.exp(-1e-6 * i);
    return sum > 0 ? ((performance.now() - start) * 1e6) / count : Number.NaN;
  };
  return Math.min(...Array.from({ length: 8 }, pass));
}

const chains = Array.from({ length: 8 }, (_, variant) => chainOf(variant));
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

console.log(`report of ${contracts} contracts in ${chains[0]!.expiries.length} expiries, ${ROUNDS} rounds`);
console.log(`Math.exp in this run: ${expCostNs().toFixed(1)} ns`);
console.log(`${'stage'.padEnd(36)}  fastest ms   median ms   quartiles ms`);
for (const [stage, times] of spent) {
  const [least, low, middle, high] = [0, 0.25, 0.5, 0.75].map((share) => quantile(times, share).toFixed(2));
  console.log(`${stage.padEnd(36)}  ${least?.padStart(10)}  ${middle?.padStart(10)}   [${low}, ${high}]`);
}
const cold = (quantile(spent.get('whole report, cold') ?? [], 0.5) * 1000) / contracts;
console.log(`target ${TARGET_MS} ms per 1 000 contracts: ${cold <= TARGET_MS ? 'met' : 'missed'}`);
