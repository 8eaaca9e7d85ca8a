import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';
import type { SmirkPage } from './support/smirk-page.ts';
import { standInVenue } from './support/stand-in-venue.ts';

async function openPlan(smirk: SmirkPage, query = ''): Promise<void> {
  await smirk.page.goto(`/?market=sample-still&panel=protection${query}`);
  await expect(smirk.main.getByRole('heading', { level: 1 })).toContainText(/costs|cannot be had|brings in/);
}

/** The column of the bill by its heading, part by part. */
async function column(smirk: SmirkPage, heading: string): Promise<readonly number[]> {
  const table = smirk.main.getByRole('table', { name: 'The bill' });
  return table.evaluate((element, wanted) => {
    const place = [...element.querySelectorAll('thead th')].findIndex((cell) => cell.textContent === wanted);
    return [...element.querySelectorAll('tbody tr')].map((row) =>
      Number((row.children[place]?.textContent ?? '').replaceAll(/[\s\u202f%]/g, '').replace('−', '-')),
    );
  }, heading);
}

test('the parts of the bill add up to what it costs, in every unit', async ({ page, smirk }) => {
  await standInVenue(page);
  await openPlan(smirk);
  for (const [heading, slack] of [
    ['USD per BTC', 3],
    ['USD in all', 5],
    ['vol points', 0.05],
    ['BTC', 0.0005],
  ] as const) {
    const cells = await column(smirk, heading);
    const total = cells.at(-1) ?? Number.NaN;
    const sum = cells.slice(0, -1).reduce((all, cell) => all + cell, 0);
    expect(Math.abs(sum - total), heading).toBeLessThan(slack);
    expect(total).toBeGreaterThan(0);
  }
  await expect(smirk.main.getByRole('figure', { name: 'What the cost is made of' })).toBeVisible();
});

test('a plan is changed by keyboard alone and reopens from the link', async ({ page, smirk }) => {
  await standInVenue(page);
  await openPlan(smirk);
  const plan = smirk.main.getByRole('group', { name: 'Plan' });
  await plan.getByRole('textbox', { name: 'Floor' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('90');
  await expect(smirk.main.getByRole('heading', { level: 1 })).toContainText('A floor at 90 % of spot');
  await plan.getByRole('combobox', { name: 'Structure' }).selectOption('zero-cost-collar');
  const sentence = smirk.main.getByRole('heading', { level: 1 });
  await expect(sentence).toContainText('zero-cost collar');
  await plan.getByRole('combobox', { name: 'Horizon' }).selectOption({ label: 'to 25 SEP 26' });
  await expect(sentence).toContainText('25 SEP 26');
  const words = await sentence.textContent();
  const link = page.url();
  expect(link).toContain('plan=10~spot~90~25SEP26~zero-cost-collar');
  await page.goto('/robots.txt');
  await page.goto(link);
  await expect(sentence).toHaveText(words ?? '');
});

test('what cannot be had is said with its reason, never priced', async ({ page, smirk }) => {
  await standInVenue(page);
  await openPlan(smirk, '&plan=10~spot~85~5000d~put');
  await expect(smirk.main.getByRole('heading', { level: 1 })).toHaveText(
    'A floor at 85 % of spot cannot be had: the last listed expiry is earlier.',
  );
  await expect(smirk.main.getByRole('table', { name: 'The bill' })).toHaveCount(0);
});

test('each number tells how it came about, and the bill leaves as a document', async ({ page, smirk }) => {
  await standInVenue(page);
  await openPlan(smirk);
  await smirk.main.getByText('Why these numbers').click();
  await expect(smirk.main.getByText('Halfway between the vols', { exact: false }).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await smirk.main.getByRole('button', { name: 'Save bill as JSON' }).click();
  const saved = await download;
  const parts: Buffer[] = [];
  for await (const part of await saved.createReadStream()) parts.push(part as Buffer);
  const document = JSON.parse(Buffer.concat(parts).toString()) as {
    readonly format: string;
    readonly words: string;
    readonly bill: { readonly total: { readonly quote: number } };
  };
  expect(document).toMatchObject({ format: 'smirk-protection', words: '10 floor 85% 30d', venue: 'deribit' });
  const shown = (await column(smirk, 'USD in all')).at(-1);
  expect(Math.round(document.bill.total.quote)).toBe(shown);
});

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing in the ${theme} theme, and nothing overlaps at any width`, async ({
    page,
    smirk,
  }) => {
    await standInVenue(page);
    await openPlan(smirk, `&theme=${theme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    for (const [width, height] of [
      [1440, 900],
      [820, 1100],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await sidewaysOverflow(page)).toEqual([]);
      expect(await overlappingTexts(page)).toEqual([]);
    }
  });
}
