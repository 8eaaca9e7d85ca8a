import { expect, test } from './support/exchange-test.ts';

test('the built app, unchanged, lives on the loopback exchange: chain, age, moving prices', async ({
  exchange,
  smirk,
}) => {
  await smirk.open();
  await expect(smirk.status).toContainText('Live · Deribit');
  expect(exchange.asked.some(({ venue }) => venue === 'deribit')).toBe(true);
  const first = await smirk.expiryTable();
  await expect.poll(async () => smirk.expiryTable()).not.toEqual(first);
});
