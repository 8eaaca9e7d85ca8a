import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

test('a few letters find what is wanted, by keyboard alone', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open('?market=sample-still');
  await page.keyboard.press('/');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const search = palette.getByRole('textbox', { name: 'Search commands' });
  await expect(search).toBeFocused();
  expect(await palette.getByRole('listitem').count()).toBeGreaterThan(15);
  await search.fill('premium adj');
  await expect(palette.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect.poll(() => page.url()).toContain('delta=premium-adjusted');

  await page.keyboard.press('Control+k');
  await search.fill('light');
  await page.keyboard.press('ArrowDown');
  await expect(palette.getByRole('button', { name: 'Theme Light' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');

  await page.keyboard.press('/');
  await search.fill('zebra');
  await expect(palette.getByText('Nothing here is called “zebra”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
});

test.describe('on a first visit', () => {
  test.use({ newcomer: true });

  test('the first hint is dismissed for good', async ({ page, smirk }) => {
    await standInVenue(page);
    await page.goto('/?market=sample-still');
    await smirk.waitForPicture();
    const hint = page.getByRole('complementary', { name: 'First steps' });
    await hint.getByRole('button', { name: 'Got it' }).click();
    await expect(hint).toHaveCount(0);
    await page.reload();
    await smirk.waitForPicture();
    await expect(hint).toHaveCount(0);
  });
});

test('a frame in another page shows the panel alone, says what it is and leads to the whole', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open('?market=sample-still&view=embed&theme=light');
  await expect(smirk.badge.first()).toHaveText('Sample market');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByText(/Made-up prices. Sample market BTC, 2026-07-08 12:00:00 UTC/)).toBeVisible();
  await page.getByRole('slider', { name: 'Smile, crosshair' }).press('ArrowRight');
  await page.getByRole('button', { name: 'Why this number' }).first().click();
  const why = page.getByRole('dialog');
  await expect(why.getByRole('table', { name: 'Prices, and the vols solved from them' })).toBeVisible();
  await why.getByRole('button', { name: 'Close' }).click();
  const whole = page.getByRole('link', { name: 'Open in Smirk' });
  expect(await whole.getAttribute('href')).toBe('?market=sample-still&theme=light');
});

test('on paper there are pictures, their origin and the names in tables, and no other buttons', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open('?market=sample-still&theme=dark');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/Sample market BTC, 2026-07-08 12:00:00 UTC\. Black-76/)).toBeVisible();
  const inTables = page.getByRole('table').getByRole('button');
  await expect(inTables.first()).toBeVisible();
  await expect.poll(async () => (await page.getByRole('button').count()) - (await inTables.count())).toBe(0);
  await expect(smirk.figures.first()).toBeVisible();
  // What the browser says before it lays out a sheet: pictures are drawn as wide as that.
  const widthAfter = (event: string): Promise<number> =>
    page.evaluate(async (name) => {
      dispatchEvent(new Event(name));
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      return document.querySelector('figure svg')?.clientWidth ?? 0;
    }, event);
  const screen = await widthAfter('afterprint');
  expect(await widthAfter('beforeprint')).toBe(686);
  expect(await widthAfter('afterprint')).toBe(screen);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
});

test('on a phone the controls are in a sheet at the foot, with targets for a thumb', async ({
  page,
  smirk,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await standInVenue(page);
  await smirk.open('?market=sample-still');
  const handle = page.getByRole('button', { name: 'Controls' });
  const sheet = page.getByRole('region', { name: 'Controls' });
  await expect(sheet).toBeHidden();
  await handle.click();
  await expect(sheet).toBeVisible();
  await sheet.getByRole('radio', { name: 'Strike' }).check();
  await expect.poll(() => page.url()).toContain('axis=strike');
  await sheet.getByRole('combobox', { name: 'Delta convention' }).selectOption('premium-adjusted');
  await expect.poll(() => page.url()).toContain('delta=premium-adjusted');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toBeHidden();
  expect((await handle.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});
