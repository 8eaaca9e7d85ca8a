import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import type { HedgeBill } from '#analytics/protection/hedge-bill.ts';
import { everyExpiry } from '#analytics/protection/plan-answer.ts';
import { type ProtectionMarket, protectionMarket } from '#analytics/protection/protection-market.ts';
import type { ProtectionPlan, Structure } from '#analytics/protection/protection-plan.ts';
import { studyProtection } from '#analytics/protection/protection-study.ts';
import { epochMs } from '#base/time.ts';
import type { ContractQuote, OptionChain } from '#market/option-chain.ts';
import type { BookLevel } from '#market/order-book.ts';
import { loadChain } from './load-chain.ts';

const FOLDER = '../shared/data/recordings';
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => !name.includes('crash-days')) : [];
const BOOKS = 'deribit-orderbooks-2020-05-21.jsonl.gz';
const REASONS = new Set(
  'expired no-forward no-smile no-spot no-strike no-lower-strike no-cap-strike no-delta strikes-out-of-order no-ask no-bid below-minimum-trade beyond-book beyond-levels beyond-top-of-book cannot-finance cap-beyond-listed crossed stale below-intrinsic above-maximum'.split(
    ' ',
  ),
);
const plan: ProtectionPlan = {
  amount: 1,
  entry: null,
  floor: { by: 'forward', share: 0.85 },
  horizon: { kind: 'date', at: epochMs(0) },
  structure: { kind: 'put' },
  funding: 'from-holding',
  fees: null,
};
const STRUCTURES: readonly Structure[] = [
  { kind: 'put' },
  { kind: 'put-spread', lower: { by: 'forward', share: 0.7 } },
  { kind: 'collar', cap: { by: 'forward', share: 1.15 } },
  { kind: 'zero-cost-collar' },
];

const markets = new Map<string, { readonly chain: OptionChain; readonly market: ProtectionMarket }>();
async function marketOf(
  file: string,
): Promise<{ readonly chain: OptionChain; readonly market: ProtectionMarket }> {
  const known = markets.get(file);
  if (known !== undefined) return known;
  const chain = await loadChain(`${FOLDER}/${file}`, 'BTC');
  if (!chain.ok) throw new Error(chain.error);
  const market = protectionMarket(chain.value, analyseChainFrom(chain.value, DEFAULT_SETTINGS, null));
  const made = { chain: chain.value, market };
  markets.set(file, made);
  return made;
}

function bookSide(
  { books }: OptionChain,
  name: string,
  side: 'buy' | 'sell',
): readonly BookLevel[] | undefined {
  const book = books?.get(name);
  return side === 'buy' ? book?.asks : book?.bids;
}

/** Coins that a number of contracts takes or brings, walked here from the venue's own levels. */
function walkedCoins(
  { instrument, quote }: ContractQuote,
  side: 'buy' | 'sell',
  contracts: number,
  chain: OptionChain,
): { readonly coins: number; readonly best: number } {
  const top = side === 'buy' ? quote?.ask : quote?.bid;
  const levels = bookSide(chain, instrument.name, side) ?? [{ price: top ?? Number.NaN, size: contracts }];
  const { taker, premiumCap } = instrument.fees ?? { taker: 0, premiumCap: null };
  const sign = side === 'buy' ? 1 : -1;
  let [left, coins] = [contracts, 0];
  for (const { price, size } of levels) {
    const units = Math.min(left, size) * instrument.contractSize;
    coins += units * (sign * price + Math.min(taker, (premiumCap ?? 1) * price));
    left -= Math.min(left, size);
    if (left <= 1e-12) break;
  }
  expect(left).toBeLessThan(1e-9);
  return { coins, best: levels[0]!.price };
}

function recompute(bill: HedgeBill, chain: OptionChain): void {
  const contracts = chain.expiries.flatMap((expiry) => expiry.contracts);
  let [coins, quote] = [0, 0];
  for (const leg of bill.legs) {
    const contract = contracts.find(({ instrument }) => instrument.name === leg.instrument)!;
    const walked = walkedCoins(contract, leg.side, leg.contracts, chain);
    expect(leg.bestPrice).toBe(walked.best);
    coins += walked.coins;
    quote += walked.coins * (contract.quote?.forward ?? Number.NaN);
  }
  const delivery = bill.parts.find(({ id }) => id === 'delivery')?.amounts?.quote ?? 0;
  const scale = Math.max(1, ...bill.parts.map(({ amounts }) => Math.abs(amounts?.quote ?? 0)));
  expect(Math.abs(bill.total.quote - delivery - quote) / scale).toBeLessThan(1e-9);
  expect(Math.abs(bill.sizing.unitsLeft - (bill.amount - coins))).toBeLessThan(1e-9 * bill.amount);
  let sum = 0;
  for (const { amounts } of bill.parts) sum += amounts?.perUnit ?? 0;
  expect(sum).toBe(bill.total.perUnit);
}

describe.skipIf(files.length === 0)('plans on recorded days (skipped without ../shared/data)', () => {
  it.each(files.flatMap((file) => STRUCTURES.map((structure) => [file, structure.kind, structure] as const)))(
    'on %s by %s have at every expiry a bill that is what is paid, or a named reason',
    async (file, _, structure) => {
      const { chain, market } = await marketOf(file);
      const answers = everyExpiry(market, { ...plan, structure });
      expect(answers).toHaveLength(market.expiries.length);
      const bills = answers.filter(({ answer }) => answer.ok).length;
      for (const { answer } of answers) {
        if (answer.ok) recompute(answer.value, chain);
        else expect(REASONS).toContain(answer.error.reason);
      }
      if (structure.kind === 'put') expect(bills).toBeGreaterThanOrEqual(answers.length / 2);
      else expect(bills).toBeGreaterThan(0);
    },
  );

  it('on the full books of 2020 cost more a contract for more, and end where the books end', async () => {
    const { chain, market } = await marketOf(BOOKS);
    expect(chain.books?.size).toBeGreaterThan(200);
    const study = studyProtection(market, {
      ...plan,
      amount: 10,
      funding: 'cash',
      horizon: { kind: 'date', at: epochMs(chain.asOf + 30 * 86_400_000) },
    });
    const filled = study.sizes.filter(({ cost }) => cost !== null);
    const costs = filled.map(({ perContract }) => perContract ?? 0);
    expect(filled.length).toBeGreaterThan(3);
    costs.slice(1).forEach((cost, index) => expect(cost).toBeGreaterThanOrEqual(costs[index]! * (1 - 1e-12)));
    expect(costs.at(-1)).toBeGreaterThan(costs[0]!);
    const beyond = study.sizes.filter(({ cost }) => cost === null);
    expect(beyond.length).toBeGreaterThan(0);
    for (const { reason, fillable } of beyond) {
      expect(reason).toBe('beyond-book');
      expect(fillable).toBeGreaterThan(0);
      expect(fillable).toBeLessThan(1);
    }
    const legs = study.everyExpiry.flatMap(({ answer }) => (answer.ok ? answer.value.legs : []));
    expect(legs.length).toBeGreaterThan(0);
    expect(legs.every(({ depth }) => depth === 'book')).toBe(true);
  });
});
