import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import type { SmirkPage } from './support/smirk-page.ts';
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
  await expect(crosshair).toHaveAttribute('aria-valuetext', /^17 JUL, 9 days, chosen;/);
  await page.keyboard.press('ArrowDown');
  await expect(crosshair).toHaveAttribute('aria-valuetext', /fitted vol, % \d+\.\d;.*local vol, % \d+\.\d/);
  const spoken = (await crosshair.getAttribute('aria-valuetext')) ?? '';
  const vol = /fitted vol, % (\d+\.\d)/.exec(spoken)?.[1] ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/pins=/);
  await page.keyboard.press('ArrowRight');
  await expect(crosshair).toHaveAttribute(
    'aria-valuetext',
    /fitted vol, %: [+−]\d+\.\d from pinned 24 JUL \d/,
  );
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

/** Whether this browser draws the landscape; where it gives no WebGL, the map must stand in and say so. */
async function drawsLandscape({ main, figures }: SmirkPage): Promise<boolean> {
  const canvas = figures.locator('canvas');
  const note = main.getByText(/gives no WebGL, so the map stands in/);
  await expect(canvas.or(note).first()).toBeVisible();
  if (await note.isVisible()) {
    await expect(canvas).toHaveCount(0);
    return false;
  }
  await expect(canvas).toHaveAttribute('data-frames', /\d+/);
  return true;
}

/** Share of a saved picture's pixels that are neither grey nor nearly so. */
async function colouredShare(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [0] };
    let coloured = 0;
    for (let i = 0; i < data.length; i += 4) {
      const channels = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
      if (Math.max(...channels) - Math.min(...channels) > 40) coloured++;
    }
    return coloured / (data.length / 4);
  }, png.toString('base64'));
}

async function savedPng(smirk: SmirkPage): Promise<Buffer> {
  const download = smirk.page.waitForEvent('download');
  await smirk.main.getByRole('button', { name: 'Save Volatility surface' }).click();
  await smirk.main.getByRole('button', { name: 'Save PNG' }).click();
  const parts: Buffer[] = [];
  for await (const part of await (await download).createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

test('shows a landscape that keys turn and read and a file holds, or the map in its place', async ({
  page,
  smirk,
}) => {
  await page.goto(`${QUERY}&surfaceView=mesh`);
  const landscape = await drawsLandscape(smirk);
  const crosshair = smirk.main.getByRole('slider', { name: 'Volatility surface, crosshair' });
  await crosshair.focus();
  if (!landscape) await page.keyboard.press('ArrowDown');
  await expect(crosshair).toHaveAttribute('aria-valuetext', /fitted vol, %/);
  await expect(smirk.figures.getByText(/no-arbitrage tests/).first()).toBeAttached();
  expect(await colouredShare(page, await savedPng(smirk))).toBeGreaterThan(0.05);
  if (!landscape) return;
  const zero = smirk.figures.locator('svg text', { hasText: /^0$/ });
  const before = await zero.getAttribute('x');
  await crosshair.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(zero).not.toHaveAttribute('x', before ?? '');
  await smirk.main.getByRole('button', { name: 'Top (map)' }).click();
  await expect(smirk.main.getByRole('button', { name: 'Top (map)' })).toHaveAttribute('aria-pressed', 'true');
});

test('comes back after the graphics card was taken away, and else turns to the map', async ({
  page,
  smirk,
}) => {
  await page.goto(`${QUERY}&surfaceView=mesh`);
  if (await drawsLandscape(smirk)) {
    const canvas = smirk.figures.locator('canvas');
    const lose = async (restore: boolean): Promise<void> =>
      canvas.evaluate((node, back) => {
        const lost = (node as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
        lost?.loseContext();
        if (back) setTimeout(() => lost?.restoreContext(), 50);
      }, restore);
    await canvas.evaluate((node) => node.setAttribute('data-old', ''));
    await lose(true);
    await expect(smirk.figures.locator('canvas:not([data-old])')).toHaveAttribute('data-frames', /\d+/);
    await lose(false);
  }
  await expect(smirk.main.getByText(/the map stands in for the 3D picture/)).toBeVisible();
  await expect(smirk.figures.locator('canvas')).toHaveCount(0);
  await expect(smirk.main.getByText(/no-arbitrage tests/).first()).toBeVisible();
});

test('without WebGL the map shows the same surface, and says so once', async ({ page, smirk }) => {
  await withoutWebgl(page);
  await page.goto(`${QUERY}&surfaceView=mesh`);
  await expect(smirk.main.getByText(/gives no WebGL, so the map stands in/)).toHaveCount(1);
  await expect(smirk.figures.locator('canvas')).toHaveCount(0);
  await expect(smirk.main.getByText(/no-arbitrage tests/).first()).toBeVisible();
});

test('nothing overlaps at any width as a map or a landscape, and axe finds nothing in either theme', async ({
  page,
  smirk,
}) => {
  await page.goto(QUERY);
  const strikes = smirk.main.getByRole('region', { name: 'Values by strike and expiry' });
  await expect(strikes).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  for (const view of ['Map', '3D']) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await smirk.main.getByRole('radio', { name: view, exact: true }).check({ force: true });
    if (view === '3D') await drawsLandscape(smirk);
    // Rows that pass under the head that stays would count as overlapping it.
    await strikes.evaluate((node) => node.scrollTo(0, 0));
    for (const [width, height] of [
      [1440, 900],
      [820, 1180],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const picture = smirk.figures.locator('svg').first();
      await expect.poll(async () => (await picture.boundingBox())?.width ?? width).toBeLessThan(width);
      expect(await sidewaysOverflow(page), `${view} at ${width}`).toEqual([]);
      expect(await overlappingTexts(page), `${view} at ${width}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: view === 'Map' ? 'light' : 'dark' });
    expect(await accessibilityFaults(page), `${view} on a phone`).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page), colorScheme).toEqual([]);
  }
});
