import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';

const TERM = '?market=sample-still&panel=term';

test('says contango or backwardation first, with both ends', async ({ page, smirk }) => {
  await smirk.open(TERM);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^(Contango|Backwardation|Flat).*at-the-money vol.*\d\s%/,
  );
  const rows = await smirk.expiryTable();
  expect(rows.length).toBeGreaterThan(8);
  await expect(page.getByRole('region', { name: 'Gaps that stand out' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Constant tenors' })).toContainText('30D');
});

test('gives the same forward vol in table, data and crosshair', async ({ page, smirk }) => {
  await smirk.open(TERM);
  const [, second = []] = await smirk.expiryTable();
  const forward = second[4] ?? '';
  expect(forward).toMatch(/^\d+\.\d$/);
  const crosshair = page.getByRole('slider', { name: 'Term structure of vol, crosshair' });
  await crosshair.focus();
  await page.keyboard.press('ArrowRight');
  await expect(crosshair).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`since the expiry before ${forward};`),
  );
  await page.keyboard.press('d');
  const data = smirk.figures.first().getByRole('table', { name: 'Term structure of vol' });
  await expect(data.getByRole('row').nth(2).getByRole('cell').nth(9)).toHaveText(forward);
});

test('keeps the chosen lines in the address, and draws no variance swap when only forward vol is wanted', async ({
  page,
  smirk,
}) => {
  await smirk.open(TERM);
  const figure = smirk.figures.first();
  await expect(figure.getByText('Variance swap')).toBeVisible();
  await page
    .getByRole('group', { name: 'Lines' })
    .getByRole('radio', { name: 'Forward vol' })
    .check({ force: true });
  await expect(figure.getByText('Variance swap')).toHaveCount(0);
  await expect.poll(() => page.url()).toContain('termLines=forward');
  await page.reload();
  await smirk.waitForPicture();
  await expect(figure.getByText('Variance swap')).toHaveCount(0);
});

test('a touch reads an expiry', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  await page.route(/^https:/, (route) => route.abort());
  await page.goto(`/${TERM}`);
  const hint = page.getByRole('button', { name: 'Got it' });
  await hint.click();
  const crosshair = page.getByRole('slider', { name: 'Term structure of vol, crosshair' });
  const box = await crosshair.boundingBox();
  if (box === null) throw new Error('the picture has no place');
  await page.touchscreen.tap(box.x + box.width * 0.5, box.y + box.height * 0.4);
  await expect(crosshair).toHaveAttribute('aria-valuetext', /at the money/);
  await context.close();
});

for (const width of [1440, 820, 390]) {
  test(`nothing overlaps and nothing scrolls sideways at ${width}`, async ({ page, smirk }) => {
    await page.setViewportSize({ width, height: 900 });
    await smirk.open(TERM);
    const hint = page.getByRole('button', { name: 'Got it' });
    if (await hint.isVisible()) await hint.click();
    expect(await sidewaysOverflow(page)).toEqual([]);
    expect(await overlappingTexts(page)).toEqual([]);
  });
}

for (const theme of ['dark', 'light']) {
  test(`axe finds nothing in the ${theme} theme`, async ({ page, smirk }) => {
    await smirk.open(`${TERM}&theme=${theme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
