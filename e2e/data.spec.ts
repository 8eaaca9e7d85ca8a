import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';
import type { SmirkPage } from './support/smirk-page.ts';
import { standInVenue } from './support/stand-in-venue.ts';

const STILL = '/?market=sample-still&panel=data';

async function openData(smirk: SmirkPage, query = ''): Promise<void> {
  await smirk.page.goto(STILL + query);
  await expect(smirk.main.getByRole('table', { name: 'Contracts' })).toBeVisible();
}

test('every contract is listed with its fate, and the counts agree with the sentence', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await openData(smirk);
  const sentence = (await smirk.main.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const [, used, all] = /^(\d+) of (\d+) contracts carry the fits/.exec(sentence) ?? [];
  const table = smirk.main.getByRole('table', { name: 'Contracts' });
  expect(await table.getAttribute('aria-rowcount')).toBe(String(Number(all) + 1));
  await smirk.main.getByRole('radio', { name: 'Used' }).check({ force: true });
  await expect(table).toHaveAttribute('aria-rowcount', String(Number(used) + 1));
  const coverage = smirk.main.getByRole('table', { name: 'Coverage by expiry' });
  const perExpiry = await coverage
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => Number(row.querySelectorAll('td')[2]?.textContent ?? 'NaN')));
  expect(perExpiry.reduce((sum, count) => sum + count, 0)).toBe(Number(used));
});

test('filter and order are found by keyboard, and reopen from the address', async ({ page, smirk }) => {
  await standInVenue(page);
  await openData(smirk);
  await smirk.main.getByRole('searchbox', { name: 'Find contracts' }).focus();
  await page.keyboard.type('31JUL26 put');
  const table = smirk.main.getByRole('table', { name: 'Contracts' });
  await expect(table).toHaveAttribute('aria-rowcount', '23');
  const spread = table.getByRole('columnheader', { name: 'Spread, vol' });
  await spread.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(spread).toHaveAttribute('aria-sort', 'descending');
  const spreads = (): Promise<readonly number[]> =>
    table.evaluate((node) => {
      const heads = [...node.querySelectorAll('thead th')].map((head) => head.textContent ?? '');
      const place = heads.findIndex((head) => head.startsWith('Spread, vol'));
      return [...node.querySelectorAll('tbody tr')]
        .map((row) => Number(row.children[place]?.textContent ?? 'NaN'))
        .filter(Number.isFinite);
    });
  const first = await spreads();
  expect(first.length).toBeGreaterThan(5);
  expect(first).toEqual([...first].sort((a, b) => b - a));
  await expect.poll(() => page.url()).toMatch(/find=31JUL26%20put.*sort=spreadVol.down/);
  await page.reload();
  await expect(table).toHaveAttribute('aria-rowcount', '23');
  expect(await spreads()).toEqual(first);
});

test('the rows shown are saved as they are', async ({ page, smirk }) => {
  await standInVenue(page);
  await openData(smirk, '&find=31JUL26%20call');
  const download = page.waitForEvent('download');
  await smirk.main.getByRole('button', { name: 'Save CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^smirk-contracts-sample-market-btc-.*\.csv$/);
  const stream = await saved.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const lines = Buffer.concat(parts).toString().trim().split('\r\n');
  expect(lines).toHaveLength(23);
  expect(lines[1]).toMatch(/^BTC-31JUL26-\d+-C,/);
});

test('axe finds nothing in either theme, and nothing overlaps at any width', async ({ page, smirk }) => {
  await standInVenue(page);
  await openData(smirk);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page), colorScheme).toEqual([]);
  }
  for (const [width, height] of [
    [1440, 900],
    [820, 1100],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await sidewaysOverflow(page), `${width}`).toEqual([]);
    expect(await overlappingTexts(page), `${width}`).toEqual([]);
  }
});
