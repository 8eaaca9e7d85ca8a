import { expect, it } from 'vitest';
import type { OptionChain } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain } from '../testing/synthetic-chain.ts';
import { contractActivity } from './contract-activity.ts';

const strikes = Array.from({ length: 17 }, (_, i) => 60_000 + 5000 * i);
const vol = (k: number): number => 0.5 - 0.1 * Math.tanh(2 * k);
const plain = syntheticChain([
  { days: 30, forward: 100_000, strikes, vol },
  { days: 60, forward: 101_000, strikes, vol },
]);

/** The chain with one change made to every quote. */
function withQuotes(change: (quote: Quote) => Partial<Quote>): OptionChain {
  const expiries = plain.expiries.map((expiry) => ({
    ...expiry,
    contracts: expiry.contracts.map((contract) => ({
      instrument: { ...contract.instrument, contractSize: 0.1 },
      quote: contract.quote && { ...contract.quote, ...change(contract.quote) },
    })),
  }));
  return { ...plain, expiries };
}
const activityOf = (chain: OptionChain, expiries = [plain.expiries[0]!.expiry]) =>
  contractActivity(analyseChainFrom(chain, DEFAULT_SETTINGS, null), expiries);

it('tells every contract of the expiries asked for and of no other', () => {
  const names = activityOf(plain).map(({ instrument }) => instrument);
  expect(names).toEqual(plain.expiries[0]!.contracts.map(({ instrument }) => instrument.name));
  expect(activityOf(plain, [])).toEqual([]);
});

it('counts sizes in units of the underlying, and leaves unknown what the venue does not say', () => {
  const chain = withQuotes(() => ({ bidSize: 25, askSize: null, openInterest: 310, volume: 0 }));
  expect(activityOf(chain)[0]).toMatchObject({
    bidSize: 2.5,
    askSize: null,
    openInterest: 310,
    volume: 0,
  });
});

it('reads the last trade at the forward of now', () => {
  const chain = withQuotes(({ mark }) => ({ last: mark }));
  const contracts = plain.expiries[0]!.contracts;
  for (const [row, { lastVol }] of activityOf(chain).entries()) {
    const { strike, right } = contracts[row]!.instrument;
    const k = Math.log(strike / 100_000);
    const outOfTheMoney = right === 'call' ? k >= 0 : k <= 0;
    if (outOfTheMoney && Math.abs(k) < 0.25) expect(lastVol).toBeCloseTo(vol(k), 4);
  }
});

it('knows no vol of a last price at or below intrinsic value', () => {
  const chain = withQuotes(() => ({ last: 0 }));
  expect(activityOf(chain).every(({ lastVol }) => lastVol === null)).toBe(true);
});
