import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

const QUERY = '/?market=sample-still&panel=density';

test.beforeEach(async ({ page }) => {
  await standInVenue(page, { how: { kind: 'refuse-connection' } });
});

test('answers with a chance, says it is no forecast, and rests it on quotes', async ({ page, smirk }) => {
  await page.goto(QUERY);
  await expect(smirk.main.getByRole('heading', { level: 1 })).toHaveText(
    /^Options of .+ \(\d+ days\) price BTC below [\d\s]+ USD at \d+\.\d %; the spread leaves/u,
  );
  await expect(smirk.main.getByText(/Risk-neutral, not a forecast/)).toBeVisible();
  for (const name of ['Risk-neutral density', 'Chance of ending below'])
    await expect(smirk.main.getByRole('figure', { name })).toBeVisible();
  for (const name of [/^Chances around [^,]*$/, 'Quantiles', 'Moments of the log return'])
    await expect(smirk.main.getByRole('region', { name, exact: true }).getByRole('row')).toHaveCount(3);
});

test('a typed level moves every chance and stays in the address', async ({ page, smirk }) => {
  await page.goto(QUERY);
  const level = smirk.main.getByRole('spinbutton', { name: 'Level, USD' });
  await level.fill('60000');
  await expect(page).toHaveURL(/level=60000/);
  await expect(smirk.main.getByRole('heading', { level: 1 })).toContainText(/below 60\s000 USD/u);
  await page.reload();
  await expect(level).toHaveValue('60000');
  await smirk.main.getByRole('button', { name: /^110 % of the forward/ }).click();
  await expect(smirk.main.getByRole('heading', { level: 1 })).toContainText('price BTC above');
});

test('keys alone move the level and read the laws strike by strike', async ({ page, smirk }) => {
  await page.goto(`${QUERY}&level=70000`);
  const handle = smirk.main.getByRole('slider', { name: 'Level, USD' });
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(handle).toHaveAttribute('aria-valuetext', /^69\s900 USD: \d+\.\d % below/u);
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/level=68900/);
  const crosshair = smirk.main.getByRole('slider', { name: 'Risk-neutral density, crosshair' });
  await crosshair.focus();
  const before = await crosshair.getAttribute('aria-valuetext');
  expect(before).toMatch(/below.*above.*lognormal/);
  await page.keyboard.press('ArrowRight');
  await expect(crosshair).not.toHaveAttribute('aria-valuetext', before ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/pins=/);
  await page.keyboard.press('ArrowRight');
  await expect(crosshair).toHaveAttribute('aria-valuetext', /\d+\.\d % between here and the pin at \d/);
});

test('every axis holds the same chances, and a table the same numbers', async ({ page, smirk }) => {
  await page.goto(QUERY);
  await expect(smirk.main.getByRole('heading', { level: 1 })).toHaveText(/^Options of/);
  const sentence = await smirk.main.getByRole('heading', { level: 1 }).textContent();
  for (const axis of ['% of fwd', 'Log return', 'Moves', 'Price']) {
    await smirk.main.getByRole('radio', { name: axis }).check({ force: true });
    await expect(smirk.main.getByRole('heading', { level: 1 })).toHaveText(sentence ?? '');
  }
  await page.keyboard.press('d');
  await expect(smirk.figures.getByRole('table')).toHaveCount(2);
});

test('nothing overlaps at any width, and axe finds nothing in either theme', async ({ page, smirk }) => {
  await page.goto(QUERY);
  await expect(smirk.main.getByRole('region', { name: 'Quantiles', exact: true })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page), colorScheme).toEqual([]);
  }
  for (const [width, height] of [
    [1440, 900],
    [820, 1180],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const picture = smirk.figures.locator('svg').first();
    await expect.poll(async () => (await picture.boundingBox())?.width ?? width).toBeLessThan(width);
    expect(await overlappingTexts(page), `${width}`).toEqual([]);
    expect(await sidewaysOverflow(page), `${width}`).toEqual([]);
  }
  expect(await accessibilityFaults(page), 'on a phone').toEqual([]);
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap reads the law under it', async ({ page, smirk }) => {
    await page.goto(QUERY);
    const figure = smirk.main.getByRole('figure', { name: 'Risk-neutral density' });
    const handle = figure.getByRole('slider', { name: 'Level, USD' });
    await expect(handle).toBeVisible();
    // Nearly 22 px off its middle a finger still has it.
    const caught = await handle.evaluate((node) => {
      if (!(node instanceof HTMLInputElement)) return false;
      node.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = node.getBoundingClientRect();
      const at = left + 22 + (Number(node.value) / Number(node.max)) * (width - 44);
      return document.elementFromPoint(at + 20, top + height / 2 + 4) === node && height >= 44;
    });
    expect(caught).toBe(true);
    const crosshair = figure.getByRole('slider', { name: 'Risk-neutral density, crosshair' });
    await crosshair.scrollIntoViewIfNeeded();
    const box = await crosshair.boundingBox();
    if (box === null) throw new Error('the picture has no place');
    await page.touchscreen.tap(box.x + box.width * 0.5, box.y + box.height * 0.6);
    await expect(crosshair).toHaveAttribute('aria-valuetext', /below.*above/);
  });
});
