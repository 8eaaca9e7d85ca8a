import { accessibilityFaults } from './support/accessibility.ts';
import { expect, test } from './support/exchange-test.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';

/** What has to travel from the exchange to the screen of a busy machine. */
const ARRIVAL = { timeout: 25_000 };

test('two venues are set side by side by expiry, with what both spreads leave and how their contracts differ', async ({
  page,
  smirk,
}) => {
  test.slow();
  await page.goto('/?panel=smile&compare=venue~okx&plan=1~forward~97~30d~put');
  const table = smirk.main.getByRole('table', { name: 'Two venues by expiry' });
  await expect(table).toBeVisible(ARRIVAL);
  await expect.poll(async () => table.locator('tbody tr').count(), ARRIVAL).toBeGreaterThan(3);
  await expect(table).toContainText(/higher|within spreads/, ARRIVAL);
  const terms = smirk.main.getByRole('table', { name: 'Contracts of both venues' });
  await expect(terms.getByRole('row', { name: /^Contract size/ })).toBeVisible();
  await expect(terms.getByRole('row', { name: /^Delivery/ })).toContainText('over 30 min before 08:00 UTC');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.getByRole('link', { name: 'Protection', exact: true }).click();
  const across = smirk.main.getByRole('region', { name: 'The same floor at another venue', exact: true });
  const bill = across.getByRole('table', { name: 'Bill at both, part by part' });
  await expect(bill.getByRole('row', { name: /^All/ })).toBeVisible(ARRIVAL);
  const bought = across.getByRole('table', { name: 'What is bought at each' });
  const size = bought.getByRole('row', { name: /^Size/ }).getByRole('cell');
  await expect(size).toHaveText(['walked through the order book', 'walked through the order book'], ARRIVAL);
  await expect(across).toContainText(/is cheaper, all in:|They cost the same|cannot be said:/);
  await expect(across.getByRole('listitem').filter({ hasText: 'Contract size' })).toContainText(
    'of the underlying at OKX',
  );
  expect(page.url()).toContain('compare=venue~okx');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  // The page is laid out anew for a narrow screen, and goes on moving meanwhile.
  await expect.poll(async () => sidewaysOverflow(page)).toEqual([]);
  await expect.poll(async () => overlappingTexts(page)).toEqual([]);
});

test('the Data panel tells how the sockets are doing, and what happened to them', async ({ page, smirk }) => {
  await page.goto('/?panel=data');
  const feed = smirk.main.getByRole('region', { name: 'Feed' });
  await expect(feed).toContainText('streaming, for', ARRIVAL);
  await expect(feed).toContainText(/\d+ of \d+ subscribed/);
  await feed.getByText(/What happened in the last hour/).click();
  await expect(feed).toContainText('Connected');
  expect(await accessibilityFaults(page)).toEqual([]);
});
