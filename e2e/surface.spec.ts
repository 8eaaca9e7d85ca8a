import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

const QUERY = '/?market=sample-still&panel=surface';

test.beforeEach(async ({ page }) => {
  await standInVenue(page, { how: { kind: 'refuse-connection' } });
});

/** Takes WebGL from the page, as a browser without a graphics card does. */
async function withoutWebgl(page: Page): Promise<void> {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
}

test('says from where to where vol runs and whether a test fails', async ({ page, smirk }) => {
  await page.goto(QUERY);
  await expect(smirk.main.getByRole('heading', { level: 1 })).toHaveText(
    /^BTC vol runs from \d+\.\d % \(.+\) to \d+\.\d % \(.+\) within its quotes; no arbitrage test fails\.$/,
  );
  await expect(smirk.main.getByRole('figure', { name: 'Volatility surface' })).toBeVisible();
  await expect(
    smirk.main.getByText(/no-arbitrage tests: none fails on \d+ × \d+ places/).first(),
  ).toBeVisible();
});

test('colours by every quantity, on every axis, and keeps both in the address', async ({ page, smirk }) => {
  await page.goto(QUERY);
  for (const name of ['Residual', 'Spread', 'Open interest', 'Density', 'Local vol']) {
    await smirk.main.getByRole('radio', { name, exact: true }).check({ force: true });
    await expect(smirk.figures.locator('svg path[style*="fill"]').nth(20)).toBeAttached();
  }
  await expect(page).toHaveURL(/surfaceColour=localVol/);
  await smirk.main.getByRole('radio', { name: 'Delta', exact: true }).check({ force: true });
  await expect(page).toHaveURL(/surfaceAxis=delta/);
  await expect(smirk.figures.getByText('25Δ').first()).toBeVisible();
});

test('keys alone read every contract’s numbers, and the table has the same ones', async ({ page, smirk }) => {
  await page.goto(QUERY);
  const crosshair = smirk.main.getByRole('slider', { name: 'Volatility surface, crosshair' });
  await crosshair.focus();
  await page.keyboard.press('ArrowDown');
  await expect(crosshair).toHaveAttribute('aria-valuetext', /fitted vol, % \d+\.\d;.*local vol, % \d+\.\d/);
  const spoken = (await crosshair.getAttribute('aria-valuetext')) ?? '';
  const vol = /fitted vol, % (\d+\.\d)/.exec(spoken)?.[1] ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/pins=/);
  await page.keyboard.press('d');
  await expect(
    smirk.figures.getByRole('table').getByRole('cell', { name: vol, exact: true }).first(),
  ).toBeAttached();
});

test('tables fixed strikes with heads that stay', async ({ page, smirk }) => {
  await page.goto(QUERY);
  const region = smirk.main.getByRole('region', { name: 'Values by strike and expiry' });
  const rows = region.getByRole('row');
  await expect(rows).toHaveCount(41);
  await smirk.main.getByRole('button', { name: /^All \d+ strikes$/ }).click();
  expect(await rows.count()).toBeGreaterThan(41);
  await region.evaluate((node) => node.scrollTo(0, 300));
  await expect(region.getByRole('columnheader', { name: 'Strike' })).toBeInViewport();
});

test('shows a landscape that keys turn and read, or says once that there is none', async ({
  page,
  smirk,
}) => {
  await page.goto(`${QUERY}&surfaceView=mesh`);
  const canvas = smirk.figures.locator('canvas');
  const note = smirk.main.getByText(/gives no WebGL/);
  await expect(canvas.or(note).first()).toBeVisible();
  const crosshair = smirk.main.getByRole('slider', { name: 'Volatility surface, crosshair' });
  await crosshair.focus();
  await expect(crosshair).toHaveAttribute('aria-valuetext', /fitted vol, %/);
  if (await note.isVisible()) return;
  const zero = smirk.figures.locator('svg text', { hasText: /^0$/ });
  const before = await zero.getAttribute('x');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(zero).not.toHaveAttribute('x', before ?? '');
  await smirk.main.getByRole('button', { name: 'Top (map)' }).click();
  await expect(smirk.main.getByRole('button', { name: 'Top (map)' })).toHaveAttribute('aria-pressed', 'true');
  await expect(canvas).toHaveAttribute('data-frames', /\d+/);
});

test('comes back after the graphics card was taken away, or turns to the map', async ({ page, smirk }) => {
  await page.goto(`${QUERY}&surfaceView=mesh`);
  const canvas = smirk.figures.locator('canvas');
  const note = smirk.main.getByText(/gives no WebGL/);
  await expect(canvas.or(note).first()).toBeVisible();
  test.skip(await note.isVisible(), 'this browser gives no WebGL');
  const lose = async (restore: boolean): Promise<void> =>
    canvas.evaluate((node, back) => {
      const lost = (node as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
      lost?.loseContext();
      if (back) setTimeout(() => lost?.restoreContext(), 50);
    }, restore);
  await expect(canvas).toHaveAttribute('data-frames', /\d+/);
  await canvas.evaluate((node) => node.setAttribute('data-old', ''));
  await lose(true);
  await expect(smirk.figures.locator('canvas:not([data-old])')).toHaveAttribute('data-frames', /\d+/);
  await lose(false);
  await expect(smirk.main.getByText(/the map stands in for the 3D picture/)).toBeVisible();
  await expect(smirk.main.getByText(/no-arbitrage tests/).first()).toBeVisible();
});

test('without WebGL the map shows the same surface, and says so once', async ({ page, smirk }) => {
  await withoutWebgl(page);
  await page.goto(`${QUERY}&surfaceView=mesh`);
  await expect(smirk.main.getByText(/gives no WebGL, so the map stands in/)).toHaveCount(1);
  await expect(smirk.figures.locator('canvas')).toHaveCount(0);
  await expect(smirk.main.getByText(/no-arbitrage tests/).first()).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [820, 1180],
  [390, 844],
] as const)
  test(`nothing overlaps at ${width} pixels, and axe finds nothing in either theme`, async ({
    page,
    smirk,
  }) => {
    await page.setViewportSize({ width, height });
    for (const theme of ['dark', 'light']) {
      await page.goto(`${QUERY}&theme=${theme}`);
      await expect(smirk.main.getByRole('region', { name: 'Values by strike and expiry' })).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      const hint = page.getByRole('button', { name: 'Got it' });
      if (await hint.isVisible()) await hint.click();
      // Rows that pass under the head that stays would count as overlapping it.
      await smirk.main
        .getByRole('region', { name: 'Values by strike and expiry' })
        .evaluate((node) => node.scrollTo(0, 0));
      expect(await sidewaysOverflow(page)).toEqual([]);
      if (width !== 820) expect(await accessibilityFaults(page)).toEqual([]);
      if (width === 1440) expect(await overlappingTexts(page)).toEqual([]);
    }
  });
