import { expect, it } from 'vitest';
import { DAY_MS } from '#base/time.ts';
import { simulatedChains, simulatedUnderlying } from './simulated-chains.ts';

it.each([
  ['BTC_USDC', 'BTC_USDC'],
  ['SOL_USDT', 'SOL_USDC'],
  ['SPX', 'BTC'],
])('stands in for %s with what the simulator lists: %s', (underlying, listed) => {
  expect(simulatedUnderlying(underlying)).toBe(listed);
});

it('looks at Fridays at the hour of expiry, at the expiries chosen alone, the same at every asking', () => {
  const chains = simulatedChains('ETH', 'crash', 28);
  const [first = 0, second = 0] = chains.instants;
  expect(new Date(first).toUTCString()).toContain('Fri,');
  expect([new Date(first).getUTCHours(), (second - first) / DAY_MS]).toEqual([8, 7]);
  const offered: number[] = [];
  const ask = (made = chains) =>
    made.chainAt(1, (listed) => {
      offered.push(...listed);
      return listed.filter((expiry) => expiry === second + 7 * DAY_MS);
    });
  const chain = ask();
  expect(offered.length).toBeGreaterThan(8);
  expect(chain?.expiries.map(({ expiry }) => expiry)).toEqual([second + 7 * DAY_MS]);
  expect(chain?.asOf).toBe(second);
  expect(chain?.indexPrice).toBeGreaterThan(0);
  expect(ask(simulatedChains('ETH', 'crash', 28))).toEqual(chain);
  expect(chains.chainAt(chains.instants.length, (listed) => listed)).toBeNull();
});
