import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { costMap } from '#analytics/protection/cost-map.ts';
import { answerPlan, everyExpiry } from '#analytics/protection/plan-answer.ts';
import { protectionMarket } from '#analytics/protection/protection-market.ts';
import type { ProtectionPlan, Structure } from '#analytics/protection/protection-plan.ts';
import { studyProtection } from '#analytics/protection/protection-study.ts';
import { structuresCompared } from '#analytics/protection/structures-compared.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import type { OrderBook } from '#market/order-book.ts';
import { printTimings, timeInTurn } from './timing.ts';

const ROUNDS = 40;
const TARGET_MS = 50;
const DAYS = [1, 2, 3, 7, 14, 21, 30, 60, 90, 180, 270, 360];
const STRIKES = 42;

const chain = syntheticChain(
  DAYS.map((days) => {
    const reach = 3.2 * 0.55 * Math.sqrt(days / 365);
    const step = (2 * reach) / (STRIKES - 1);
    return {
      days,
      forward: 60_000 * (1 + 0.0002 * days),
      strikes: Array.from({ length: STRIKES }, (_, i) => Math.round(60_000 * Math.exp(i * step - reach))),
      vol: (k: number) => {
        const x = k / Math.sqrt(days / 365);
        return 0.5 * Math.sqrt(1 + 0.35 * (-0.3 * x + Math.sqrt(x * x + 0.09) - 0.3));
      },
    };
  }),
  { indexPrice: 60_000 },
);
/** A full book of ten levels for every contract: more than is ever fetched at once. */
const books = new Map<string, OrderBook>(
  chain.expiries.flatMap(({ contracts }) =>
    contracts.map(({ instrument, quote }): [string, OrderBook] => {
      const side = (best: number | null, step: number) =>
        best === null ? [] : Array.from({ length: 10 }, (_, i) => ({ price: best + i * step, size: 4 + i }));
      const [bids, asks] = [side(quote?.bid ?? null, -1e-7), side(quote?.ask ?? null, instrument.ticks.base)];
      return [instrument.name, { instrument: instrument.name, at: chain.asOf, bids, asks }];
    }),
  ),
);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const withBooks = { ...chain, books };
const market = protectionMarket(withBooks, analysis);
const plan = (structure: Structure): ProtectionPlan => ({
  amount: 10,
  entry: null,
  floor: { by: 'spot', share: 0.85 },
  horizon: { kind: 'expiry', expiry: chain.expiries[6]!.expiry, series: null },
  structure,
  funding: 'from-holding',
  fees: null,
});
const put = plan({ kind: 'put' });
const collar = plan({ kind: 'zero-cost-collar' });
const keepsLoss: ProtectionPlan = { ...collar, floor: { by: 'loss', share: 0.2 } };

let kept: unknown;
const job = (name: string, run: () => unknown) => ({
  name,
  items: 1,
  run: () => {
    kept = run();
  },
});
const timings = timeInTurn(
  [
    job('market from chain and fits', () => protectionMarket(withBooks, analysis)),
    job('one bill', () => answerPlan(market, put)),
    job('every expiry', () => everyExpiry(market, put)),
    job('cost map, put', () => costMap(market, put)),
    job('cost map, zero-cost collar', () => costMap(market, collar)),
    job('structures', () => structuresCompared(market, put)),
    job('study, put', () => studyProtection(market, put)),
    job('study, zero-cost collar', () => studyProtection(market, collar)),
    job('study, zero-cost, loss 20 %', () => studyProtection(market, keepsLoss)),
    job('study handed to another thread', () => structuredClone(kept)),
  ],
  ROUNDS,
);
const contracts = chain.expiries.reduce((sum, one) => sum + one.contracts.length, 0);
printTimings(`protection on ${contracts} contracts in ${DAYS.length} expiries, books of 10 levels`, timings);
const slowest = timings.filter(({ name }) => name.startsWith('study, '));
for (const { name, median } of slowest) {
  const ms = median / 1e6;
  console.log(
    `${name}: median ${ms.toFixed(1)} ms, target ${TARGET_MS} ms: ${ms <= TARGET_MS ? 'met' : 'missed'}`,
  );
}
