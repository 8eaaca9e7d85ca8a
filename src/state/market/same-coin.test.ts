import { expect, it } from 'vitest';
import { sameCoin } from './same-coin.ts';

it('prefers the very same underlying to another of the same coin', () => {
  expect(sameCoin('BTC_USDT', ['BTC', 'BTC_USDT'])).toBe('BTC_USDT');
  expect(sameCoin('BTC_USDC', ['ETH', 'BTC_USDT'])).toBe('BTC_USDT');
  expect(sameCoin('SOL', ['BTC'])).toBeNull();
});
