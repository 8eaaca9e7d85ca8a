import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';

const SKEW = '?market=sample-still&panel=skew';

test('answers first, in one sentence, whether skew can be told from zero', async ({ page, smirk }) => {
  await smirk.open(SKEW);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^25Δ puts are dearer than calls at \d+ of \d+ expiries after the spread; 30 days: −\d\.\d vol points \(.* to .*\)\.$/,
  );
  const verdicts = await smirk.expiryTable();
  for (const row of verdicts.filter((cells) => cells.length === 10))
    expect(row[6], row.join(' ')).toMatch(/^(yes|barely|no|not known)/);
  expect(verdicts.some((row) => row[0] === '30D')).toBe(true);
});

test('keeps delta, grid and translated expiry in the address', async ({ page, smirk }) => {
  await smirk.open(SKEW);
  await page.getByRole('group', { name: 'Delta' }).getByRole('radio', { name: '15Δ' }).check({ force: true });
  await expect(smirk.main.getByRole('figure', { name: '15Δ risk reversal by expiry' })).toBeVisible();
  await page.getByRole('group', { name: 'Shows' }).getByRole('radio', { name: 'Vol' }).check({ force: true });
  await page.getByRole('combobox', { name: 'Expiry' }).selectOption({ label: '28 AUG 26' });
  await expect(page.getByRole('region', { name: /the skew of 28 AUG/ })).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/wing=15.*grid=vol|grid=vol.*wing=15/);
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  await page.reload();
  await smirk.waitForPicture();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading ?? '');
  await expect(page.getByRole('region', { name: /the skew of 28 AUG/ })).toBeVisible();
});

test('tells every definition with formula, sign and what it is not, and agrees with itself', async ({
  page,
  smirk,
}) => {
  await smirk.open(SKEW);
  const table = page.getByRole('table', { name: /in every convention/ });
  await expect(table.getByRole('row')).toHaveCount(16);
  const valueOf = async (name: string): Promise<string> => {
    const row = table.getByRole('row', { name: new RegExp(`^${name}`) });
    return (await row.getByRole('cell').first().locator('span').first().textContent()) ?? '';
  };
  await expect.poll(async () => valueOf('Risk reversal')).toMatch(/^−\d/);
  expect((await valueOf('Put − call skew')).slice(1)).toBe((await valueOf('Risk reversal')).slice(1));
  expect(await valueOf('Put/call vol ratio')).toMatch(/^1\.\d{3}$/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save CSV: Skew of/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test('one crosshair goes through charts and grid by keys', async ({ page, smirk }) => {
  await smirk.open(SKEW);
  const grid = page.getByRole('slider', { name: 'Vol by expiry and delta, crosshair' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(grid).toHaveAttribute('aria-valuetext', /^10 JUL, .*40Δ put \d+\.\d %.*Strike/);
  const reversal = page.getByRole('slider', { name: '25Δ risk reversal by expiry, crosshair' });
  await expect(reversal).toHaveAttribute('aria-valuetext', /^10 JUL/);
  await reversal.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await expect(reversal).toHaveAttribute('aria-valuetext', /call minus put/);
  await page.keyboard.press('Enter');
  await expect(reversal).toHaveAttribute('aria-valuetext', /pinned/);
  await page.keyboard.press('Escape');
});

test('every figure shows its data under its own title', async ({ page, smirk }) => {
  await smirk.open(SKEW);
  await page.keyboard.press('d');
  await expect(smirk.figures).toHaveCount(3);
  for (const figure of await smirk.figures.all()) {
    const title = (await figure.getByRole('heading').first().textContent()) ?? '';
    await expect(figure.getByRole('table', { name: title })).toBeVisible();
  }
});

for (const width of [1440, 820, 390]) {
  test(`nothing overlaps and nothing scrolls sideways at ${width}`, async ({ page, smirk }) => {
    await page.setViewportSize({ width, height: 900 });
    await smirk.open(SKEW);
    await expect(page.getByText('Being read …')).toHaveCount(0);
    const hint = page.getByRole('button', { name: 'Got it' });
    if (await hint.isVisible()) await hint.click();
    expect(await sidewaysOverflow(page)).toEqual([]);
    expect(await overlappingTexts(page)).toEqual([]);
  });
}

for (const theme of ['dark', 'light']) {
  test(`axe finds nothing in the ${theme} theme`, async ({ page, smirk }) => {
    await smirk.open(`${SKEW}&theme=${theme}`);
    await expect(page.getByText('Being read …')).toHaveCount(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
