import { epochMs } from '#base/time.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { asFile, recordingText } from './support/recording-files.ts';
import { expect, test } from './support/smirk-test.ts';
import type { SmirkPage } from './support/smirk-page.ts';
import { standInVenue } from './support/stand-in-venue.ts';

async function openPlan(smirk: SmirkPage, query = ''): Promise<void> {
  await smirk.page.goto(`/?market=sample-still&panel=protection${query}`);
  await expect(smirk.main.getByRole('heading', { level: 1 })).toContainText(/costs|cannot be had|brings in/);
}

/** Some tens of markets are made and analysed, one after another. */
const ROLLED = { timeout: 30_000 };

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

const PICTURES = [
  'Same protection, every expiry',
  'Payoff with and without the hedge',
  'Cost of every floor at every expiry',
  'Structures side by side',
  'Cost against size',
  'If spot gaps today',
];

test('a plan is changed by keyboard alone, its pictures with it, and reopens from the link', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await openPlan(smirk);
  const plan = smirk.main.getByRole('group', { name: 'Plan' });
  const sentence = smirk.main.getByRole('heading', { level: 1 });
  const walked = smirk.main.getByText(/Size walked through the order book\.$/);
  await plan.getByRole('textbox', { name: 'Floor' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('90');
  await expect(sentence).toContainText('A floor at 90 % of spot');
  await plan.getByRole('combobox', { name: 'Structure' }).selectOption('zero-cost-collar');
  await expect(sentence).toContainText('zero-cost collar');
  await plan.getByRole('combobox', { name: 'Horizon' }).selectOption({ label: 'to 25 SEP 26' });
  await expect(sentence).toContainText('25 SEP 26');
  for (const name of PICTURES) {
    await expect(smirk.main.getByRole('figure', { name, exact: true })).toBeVisible();
  }
  const moves = smirk.main.getByRole('table', { name: 'If spot gaps today, in figures' });
  await expect(moves.getByRole('row', { name: /^−30 %/ })).toBeVisible();
  await smirk.main.getByRole('group', { name: 'Cost in' }).getByRole('radio', { name: 'Per day' }).focus();
  await page.keyboard.press('ArrowLeft');
  const costs = smirk.main.getByRole('figure', { name: 'Same protection, every expiry' });
  await expect(costs).toContainText('% of holding a year');
  const crosshair = costs.getByRole('slider');
  await crosshair.focus();
  await page.keyboard.press('ArrowRight');
  await expect(crosshair).toHaveAttribute('aria-valuetext', /% of holding a year/);
  await page.keyboard.press('Escape');
  // The books of all legs change the bill once more.
  await expect(walked).toBeVisible();
  const words = await sentence.textContent();
  const link = page.url();
  expect(link).toContain('plan=10~spot~90~25SEP26~zero-cost-collar');
  expect(link).toContain('costUnit=year');
  await page.goto('/robots.txt');
  await page.goto(link);
  await expect(walked).toBeVisible();
  await expect(sentence).toHaveText(words ?? '');
  await expect(costs).toContainText('% of holding a year');
});

test('what cannot be had is said with its reason, never priced', async ({ page, smirk }) => {
  await standInVenue(page);
  await openPlan(smirk, '&plan=10~spot~85~5000d~put');
  const sentence = smirk.main.getByRole('heading', { level: 1 });
  await expect(sentence).toHaveText(
    'A floor at 85 % of spot cannot be had: the last listed expiry is earlier.',
  );
  const bill = smirk.main.getByRole('table', { name: 'The bill' });
  await expect(bill).toHaveCount(0);
  await expect(smirk.main.getByRole('figure', { name: PICTURES[1] ?? '' })).toContainText('no bill');
  const plan = smirk.main.getByRole('group', { name: 'Plan' });
  await plan.getByRole('textbox', { name: 'Days' }).fill('30');
  await expect(bill).toBeVisible();
  await plan.getByRole('textbox', { name: 'Amount' }).fill('500000');
  await expect(sentence).toHaveText(/cannot be had: (the book does not hold|the size goes deeper)/);
  await expect(bill).toHaveCount(0);
  await plan.getByRole('textbox', { name: 'Amount' }).fill('10');
  await plan.getByRole('combobox', { name: 'Structure' }).selectOption('future');
  await expect(sentence).toContainText('A short future');
  const across = smirk.main.getByRole('region', { name: 'The same floor at another venue', exact: true });
  await expect(across).toContainText('venues can be compared on a live market');
});

test('each number tells how it came about, and the bill leaves as a document', async ({ page, smirk }) => {
  await standInVenue(page);
  await openPlan(smirk);
  await smirk.main.getByText('Why these numbers').click();
  await expect(smirk.main.getByText('Halfway between the vols', { exact: false }).first()).toBeVisible();
  await expect(smirk.main.getByRole('button', { name: 'Roll it through the simulator' })).toBeVisible();
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

test('a floor is rolled through the simulator, read by keyboard, and reopens from its link', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await openPlan(smirk, '&plan=10~spot~90~weekly14~put');
  const section = smirk.main.getByRole('region', { name: 'Rolling programme' });
  const sentence = section.getByText(/^Rolled weekly through a /);
  await expect(sentence).toContainText(
    /through a simulated sell-off, a floor at 90 % of spot cost \d+\.\d % of the holding in 14 days and paid back \d+\.\d %/,
    ROLLED,
  );
  const crosshair = section.getByRole('slider');
  await crosshair.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(crosshair).toHaveAttribute('aria-valuetext', /^Weekly, day \d+; paid \d/);
  await section.getByRole('radio', { name: /sell-off/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(sentence).toContainText('through a simulated crash');
  await expect(section.getByRole('row', { name: /^Simulated crash, weekly 2 / })).toBeVisible();
  await section.getByText('Every weekly roll: 2 rows').click();
  await expect(section.getByRole('table', { name: 'Every weekly roll' }).locator('tbody tr')).toHaveCount(2);
  const words = await sentence.textContent();
  expect(page.url()).toContain('rolledOn=crash');
  await page.reload();
  await expect(sentence).toHaveText(words ?? '', ROLLED);
});

test('a recording too short for any roll says so and offers the simulator', async ({ page, smirk }) => {
  await standInVenue(page);
  await openPlan(smirk, '&plan=10~spot~90~weekly14~put');
  const startedAt = epochMs(Date.UTC(2026, 6, 8, 12));
  const text = recordingText({ seed: 3, startedAt, frames: 3, everyMs: 3_600_000 });
  await smirk.openFile(asFile('short.jsonl', text));
  const section = smirk.main.getByRole('region', { name: 'Rolling programme' });
  await expect(section).toContainText(
    'This recording spans 2.0 h: no weekly, monthly or quarterly roll of a floor at 90 % of spot ends within it.',
    ROLLED,
  );
  await section.getByRole('radio', { name: /crash/ }).check();
  await expect(section).toContainText('Rolled weekly through a simulated crash', ROLLED);
});

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing in the ${theme} theme, and nothing overlaps at any width`, async ({
    page,
    smirk,
  }) => {
    await standInVenue(page);
    await openPlan(smirk, `&theme=${theme}&plan=10~spot~85~weekly14~put`);
    const programme = smirk.main.getByRole('figure', {
      name: 'Rolled again and again: cost, paid back, net',
    });
    await expect(programme).toBeVisible(ROLLED);
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap reads a picture and a plan is changed in the sheet', async ({ page, smirk }) => {
    await standInVenue(page);
    await openPlan(smirk);
    const crosshair = smirk.main.getByRole('slider', { name: 'If spot gaps today, crosshair' });
    await crosshair.scrollIntoViewIfNeeded();
    const box = await crosshair.boundingBox();
    if (box === null) throw new Error('the picture has no place');
    await page.touchscreen.tap(box.x + box.width * 0.3, box.y + box.height * 0.5);
    await expect(crosshair).toHaveAttribute('aria-valuetext', /with it, sold out then/);
    await page.getByRole('button', { name: 'Controls' }).tap();
    const floor = page.getByRole('textbox', { name: 'Floor', exact: true });
    await floor.fill('90');
    await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toContainText(
      'A floor at 90 % of spot',
    );
  });
});
