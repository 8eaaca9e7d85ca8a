import { VENUE_WIRES } from '#simulator/wire/venue-wires.ts';
import { expect, test } from './support/exchange-test.ts';

test.setTimeout(120_000);

/** What has to travel from the exchange to the screen of a busy machine. */
const ARRIVAL = { timeout: 25_000 };

for (const venue of VENUE_WIRES.keys()) {
  test(`the built app lives on ${venue} as it is on the loopback exchange: chain, age, sockets, moving prices`, async ({
    exchange,
    page,
    smirk,
  }) => {
    await page.goto(`/?venue=${venue}`);
    await expect(smirk.status).toContainText(/^Live · .*streaming/, ARRIVAL);
    await expect(smirk.status).toContainText(/\d+ of \d+ quotes used/, ARRIVAL);
    await expect
      .poll(() => exchange.sockets(venue).flatMap(({ channels }) => channels).length, ARRIVAL)
      .toBeGreaterThan(0);
    /** Every line comes to have a forward. */
    const told = async (): Promise<boolean> => {
      const table = await smirk.expiryTable();
      return table.length > 6 && table.every(([, , forward]) => /\d/.test(forward ?? ''));
    };
    await expect.poll(told, ARRIVAL).toBe(true);
    const first = await smirk.expiryTable();
    await expect.poll(async () => smirk.expiryTable(), ARRIVAL).not.toEqual(first);
    await expect.poll(async () => smirk.age(), ARRIVAL).toBeLessThan(5);
  });
}

test('where a venue’s answers cannot be read, the whole chain comes by socket, and that is remembered', async ({
  exchange,
  page,
  smirk,
}) => {
  exchange.disturb('okx', { http: { kind: 'no-cors' } });
  await smirk.open('?venue=okx');
  await expect(smirk.status).toContainText(/^Live · OKX.*streaming/, ARRIVAL);
  await expect.poll(async () => (await smirk.expiryTable()).length, ARRIVAL).toBeGreaterThan(7);
  const asked = exchange.asked.length;
  await page.reload();
  await expect(smirk.status).toContainText(/^Live · OKX.*streaming/, ARRIVAL);
  const chains = exchange.asked.slice(asked).filter(({ url }) => url.includes('opt-summary'));
  expect(chains).toEqual([]);
});
