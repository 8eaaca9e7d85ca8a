import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';
import type { SmirkPage } from './support/smirk-page.ts';
import { standInVenue } from './support/stand-in-venue.ts';

async function open(smirk: SmirkPage, query: string): Promise<void> {
  await smirk.page.addInitScript(() => localStorage.setItem('smirk.hint-seen', 'yes'));
  await smirk.page.goto(`/?market=sample-still${query}`);
}

async function stepIntoSmile({ page }: SmirkPage): Promise<void> {
  await page.getByRole('slider', { name: 'Smile, crosshair' }).focus();
  await page.keyboard.press('ArrowRight');
}

test('W tells what a quote’s vol came from, down to the venue’s own words, by keyboard alone', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await open(smirk, '&panel=smile');
  await stepIntoSmile(smirk);
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog', { name: /^BTC-/ });
  await expect(dialog).toBeVisible();
  const name = (await dialog.getByRole('heading', { level: 2 }).textContent()) ?? '';
  const raw = dialog.getByRole('region', { name: /^Raw row/ });
  const row = JSON.parse((await raw.first().textContent()) ?? '') as Record<string, unknown>;
  expect(row['instrument_name']).toBe(name);
  const prices = dialog.getByRole('table', { name: 'Prices, and the vols solved from them' });
  const cells = async (side: string): Promise<readonly string[]> =>
    prices
      .getByRole('row', { name: new RegExp(`^${side}`) })
      .locator('td')
      .allTextContents();
  const bid = await cells('Bid');
  expect(bid[0]).toBe(String(row['bid_price']));
  expect(bid[3]).toBe(bid[1]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('an expiry is explained by its forward, its fit and the quotes beside its points', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await open(smirk, '&panel=overview');
  await page.getByRole('slider', { name: /25Δ risk reversal|risk reversal.*crosshair/i }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: 'Forward and time' })).toBeVisible();
  await expect(dialog).toContainText(/median over \d+ rows/);
  await expect(dialog).toContainText('RR = σ(call) − σ(put)');
});

test('with nothing pointed at it says how to point', async ({ page, smirk }) => {
  await standInVenue(page);
  await open(smirk, '&panel=data');
  await expect(smirk.main.getByRole('table', { name: 'Contracts' })).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByRole('dialog')).toContainText('Nothing is pointed at');
});

for (const [theme, width] of [
  ['dark', 1440],
  ['light', 390],
] as const) {
  test(`a row of the Data panel opens it, sound in the ${theme} theme at ${width} px`, async ({
    page,
    smirk,
  }) => {
    await standInVenue(page);
    await page.setViewportSize({ width, height: 844 });
    await open(smirk, `&panel=data&theme=${theme}`);
    await smirk.main
      .getByRole('table', { name: 'Contracts' })
      .getByRole('button', { name: /^BTC-/ })
      .first()
      .press('Enter');
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Raw message' })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await overlappingTexts(page)).toEqual([]);
  });
}

test('the Data panel says of a market that is not streamed what its feed is', async ({ page, smirk }) => {
  await standInVenue(page);
  await open(smirk, '&panel=data');
  await expect(smirk.main).toContainText('The sample market is made up in this page');
});
