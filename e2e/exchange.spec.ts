import { VENUE_WIRES } from '#simulator/wire/venue-wires.ts';
import { expect, test } from './support/exchange-test.ts';

for (const venue of VENUE_WIRES.keys()) {
  test(`the built app lives on ${venue} as it is on the loopback exchange: chain, age, sockets, moving prices`, async ({
    exchange,
    smirk,
  }) => {
    await smirk.open(`?venue=${venue}`);
    await expect(smirk.status).toContainText(/^Live · /);
    await expect(smirk.status).toContainText('streaming');
    await expect(smirk.status).toContainText(/\d+ of \d+ quotes used/);
    await expect
      .poll(() => exchange.sockets(venue).flatMap(({ channels }) => channels).length)
      .toBeGreaterThan(0);
    await expect.poll(async () => (await smirk.expiryTable()).length).toBeGreaterThan(6);
    const first = await smirk.expiryTable();
    expect(first.filter(([, , forward]) => /\d/.test(forward ?? '')).length).toBe(first.length);
    await expect.poll(async () => smirk.expiryTable()).not.toEqual(first);
    expect(await smirk.age()).toBeLessThan(5);
  });
}

test('where a venue’s answers cannot be read, the whole chain comes by socket, and that is remembered', async ({
  exchange,
  page,
  smirk,
}) => {
  exchange.disturb('okx', { http: { kind: 'no-cors' } });
  await smirk.open('?venue=okx');
  await expect(smirk.status).toContainText(/^Live · OKX.*streaming/, { timeout: 20_000 });
  await expect.poll(async () => (await smirk.expiryTable()).length, { timeout: 20_000 }).toBeGreaterThan(7);
  const asked = exchange.asked.length;
  await page.reload();
  await expect(smirk.status).toContainText(/^Live · OKX.*streaming/, { timeout: 20_000 });
  const chains = exchange.asked.slice(asked).filter(({ url }) => url.includes('opt-summary'));
  expect(chains).toEqual([]);
});
