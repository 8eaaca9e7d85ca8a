import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseChain } from '#analytics/analyse-chain.ts';
import { floorByExpiry } from '#analytics/protection/floor-by-expiry.ts';
import { loadChain } from './load-chain.ts';

const FOLDER = '../shared/data/recordings';
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => name.startsWith('deribit') && !name.includes('crash-days'))
  : [];
const REASONS = [
  'no-ask',
  'below-minimum-trade',
  'beyond-book',
  'beyond-levels',
  'beyond-top-of-book',
  'expired',
  'no-forward',
  'no-smile',
  'no-strike',
  'crossed',
  'stale',
  'below-intrinsic',
  'above-maximum',
];

describe.skipIf(files.length === 0)('an 85 % floor on recorded days (skipped without ../shared/data)', () => {
  it.each(files)('of %s has at every expiry a bill that is what is paid, or a named reason', async (file) => {
    const chain = await loadChain(`${FOLDER}/${file}`, 'BTC');
    if (!chain.ok) throw new Error(chain.error);
    const report = analyseChain(chain.value);
    const floors = floorByExpiry(chain.value, report, { amount: 1, floor: 0.85 });
    expect(floors).toHaveLength(report.expiries.length);
    expect(floors.filter(({ bill }) => bill.ok).length).toBeGreaterThanOrEqual(floors.length / 2);
    const contracts = chain.value.expiries.flatMap((expiry) => expiry.contracts);
    for (const { bill, expiry } of floors) {
      if (!bill.ok) {
        expect(REASONS).toContain(bill.error.reason);
        continue;
      }
      const { total, strike, perDay, breakEven, parts } = bill.value;
      const listed = contracts.find(
        ({ instrument }) =>
          instrument.expiry === expiry && instrument.strike === strike && instrument.right === 'put',
      );
      const { ask, forward, at } = listed?.quote ?? {};
      if (!ask || !forward || !at) throw new Error('billed without an ask');
      const premium = ask * forward;
      const fees = listed?.instrument.fees;
      const fee = fees ? Math.min(fees.taker * forward, (fees.premiumCap ?? 1) * premium) : 0;
      expect(Math.abs(total / (premium + fee) - 1)).toBeLessThan(1e-9);
      expect(breakEven).toBeCloseTo(strike - premium - fee, 6);
      expect(perDay).toBeCloseTo((premium + fee) / ((expiry - at) / 86_400_000), 6);
      expect(parts.slippage).toBe(0);
      expect(Math.abs(strike / (0.85 * forward) - 1)).toBeLessThan(0.06);
    }
  });
});
