import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import { DEFAULT_SETTINGS } from '../analysis-settings.ts';
import { syntheticChain, withQuotes } from '../testing/synthetic-chain.ts';
import { whyPlace } from './why-place.ts';

const strikes = Array.from({ length: 25 }, (_, i) => 70_000 + 2500 * i);
const FORWARD = 100_000;
const coin = syntheticChain([
  { days: 30, forward: FORWARD, strikes, vol: (k) => 0.5 - 0.2 * k, halfSpreadTicks: 2 },
]);
const [listed] = coin.expiries;
const name = 'BTC-30D-90000-put';
const ask = (chain: typeof coin, instrument: string | null = name) =>
  whyPlace(analyseChainFrom(chain, DEFAULT_SETTINGS, null), { instrument, expiry: listed!.expiry });

it('shows that each vol gives its price back, a coin premium at the forward', () => {
  const { contract } = ask(coin);
  const { quote } = listed!.contracts.find(({ instrument }) => instrument.name === name)!;
  for (const { side, premium, undiscounted, restored, vol } of contract!.prices) {
    if (side !== 'mid') expect(premium).toBe(quote![side]);
    expect(undiscounted).toBeCloseTo(premium! * FORWARD, 6);
    expect(Math.abs(restored! / undiscounted! - 1)).toBeLessThan(1e-12);
    expect(vol).toBeGreaterThan(0.4);
  }
  const { at, years } = contract!;
  expect(at!.side).toBe('mid');
  expect(at!.d1 - at!.d2).toBeCloseTo(at!.vol * Math.sqrt(years), 12);
  expect(at!.d1 * at!.stdDev - at!.stdDev ** 2 / 2).toBeCloseTo(Math.log(100 / 90), 12);
});

it('says whose the forward is: the row’s own, else the expiry’s, else that of put-call parity', () => {
  const without = (chosen: (instrument: string) => boolean) =>
    withQuotes(coin, ({ instrument }) => (chosen(instrument.name) ? { forward: null } : {}));
  expect(ask(coin).contract!.forward).toMatchObject({ source: 'row', value: FORWARD });
  expect(ask(without((one) => one === name)).contract!.forward).toMatchObject({
    source: 'venue',
    value: FORWARD,
  });
  const { forward } = ask(without(() => true)).contract!;
  expect(forward.source).toBe('parity');
  expect(Math.abs(forward.value! / FORWARD - 1)).toBeLessThan(0.002);
});

it('keeps a contract without a quote, with nothing solved', () => {
  const bare = withQuotes(coin, ({ instrument }) => (instrument.name === name ? null : {}));
  const { contract } = ask(bare);
  expect(contract).toMatchObject({ prices: [], quotedAt: null, at: null, last: null });
  expect(contract!.point.reason).toBe('none');
});

it('counts what an expiry’s forward rests on, and names the quotes beside its points', () => {
  const { contract, expiry } = ask(coin, null);
  expect(contract).toBeNull();
  expect(expiry).toMatchObject({
    forwardRows: 2 * strikes.length,
    forwardRange: [FORWARD, FORWARD],
    quoteCurrency: 'USD',
  });
  expect(expiry!.nearest.atm.map(({ strike }) => strike)).toEqual([100_000, 102_500]);
  const [below, above] = expiry!.nearest.put;
  expect(below!.strike).toBeLessThan(above!.strike);
  expect(above!.strike - below!.strike).toBe(2500);
});

it('knows nothing of what the market does not list', () => {
  const analysis = analyseChainFrom(coin, DEFAULT_SETTINGS, null);
  expect(whyPlace(analysis, { instrument: 'X', expiry: epochMs(1) })).toEqual({
    contract: null,
    expiry: null,
  });
});
