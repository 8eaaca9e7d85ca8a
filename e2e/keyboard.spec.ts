import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

test('every figure shows its data as a table with its own title', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  const count = await smirk.figures.count();
  expect(count).toBe(3);
  for (let i = 0; i < count; i++) {
    const figure = smirk.figures.nth(i);
    const title = (await figure.getByRole('heading').first().textContent()) ?? '';
    expect(title.length).toBeGreaterThan(3);
    await expect(smirk.main.getByRole('figure', { name: title })).toBeVisible();
    await figure.getByRole('button', { name: 'Show data' }).click();
    const table = figure.getByRole('table', { name: title });
    await expect(table).toBeVisible();
    expect(await table.getByRole('row').count()).toBeGreaterThan(3);
    await figure.getByRole('button', { name: 'Hide data' }).click();
    await expect(table).toHaveCount(0);
  }
});

test('D shows and hides the data of the charts', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  await page.keyboard.press('d');
  await expect(smirk.figures.first().getByRole('table')).toBeVisible();
  await page.keyboard.press('d');
  await expect(smirk.figures.first().getByRole('table')).toHaveCount(0);
});

test('the arrows move a crosshair that is read aloud, Enter pins, Escape clears', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  const smile = smirk.figures.first();
  const crosshair = smile
    .getByRole('slider')
    .or(smile.getByRole('application'))
    .or(smile.locator('[tabindex="0"]'));
  await crosshair.first().focus();
  const readout = async (): Promise<string> =>
    smile.evaluate((element) =>
      [...element.querySelectorAll('[aria-live], [aria-valuetext], output')]
        .map((one) => one.getAttribute('aria-valuetext') ?? one.textContent)
        .join(' '),
    );
  await page.keyboard.press('ArrowRight');
  await expect.poll(readout).toMatch(/\d/);
  const first = await readout();
  await page.keyboard.press('ArrowRight');
  await expect.poll(readout).not.toBe(first);
  const second = await readout();
  await page.keyboard.press('ArrowUp');
  await expect.poll(readout).not.toBe(second);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('pins=');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('pins=');
});

test('? opens the list of keys, Escape closes it', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('everything that can be clicked can be reached with Tab, with a visible mark', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open();
  const unmarked: string[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
        return null;
      const style = getComputedStyle(element);
      const around = element.closest('label, span, div');
      const marks = [style, around === null ? style : getComputedStyle(around)].some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      );
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return { name: `${element.tagName} ${name.slice(0, 40)}`, marks };
    });
    if (at === null) break;
    seen.add(at.name);
    if (!at.marks) unmarked.push(at.name);
  }
  expect(seen.size).toBeGreaterThan(15);
  expect(unmarked).toEqual([]);
});
