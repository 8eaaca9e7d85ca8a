import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

test('a copied link reopens the same view', async ({ page, smirk, context }) => {
  await standInVenue(page);
  await smirk.open();
  await smirk.underlying.selectOption('ETH');
  await page.getByRole('radio', { name: 'Strike' }).check();
  await page.getByRole('combobox', { name: 'Delta convention' }).selectOption('premium-adjusted');
  await page.getByRole('combobox', { name: 'At-the-money convention' }).selectOption('straddle');
  await page.getByRole('button', { name: /Switch to (light|dark) theme/ }).click();
  const chips = page.getByRole('group', { name: 'Expiries' }).getByRole('button');
  await chips.nth(5).click();
  const pressed = async (of = chips): Promise<readonly string[]> =>
    of.evaluateAll((all) => all.map((chip) => chip.getAttribute('aria-pressed') ?? ''));
  const chosen = await pressed();
  const table = await smirk.expiryTable();
  await expect.poll(() => page.url()).toContain('premium-adjusted');
  const link = page.url();

  const other = await context.newPage();
  await standInVenue(other);
  await other.goto(link);
  await expect(other.getByRole('combobox', { name: 'Underlying' })).toHaveValue('ETH');
  await expect(other.getByRole('radio', { name: 'Strike' })).toBeChecked();
  await expect(other.getByRole('combobox', { name: 'Delta convention' })).toHaveValue('premium-adjusted');
  await expect(other.getByRole('combobox', { name: 'At-the-money convention' })).toHaveValue('straddle');
  const theme = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await other.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(theme);
  const same = other.getByRole('group', { name: 'Expiries' }).getByRole('button');
  await expect.poll(async () => pressed(same)).toEqual(chosen);
  expect(other.url()).toBe(link);
  expect(table.length).toBeGreaterThan(5);
  await other.close();
});

test('what equals the default stays out of the link', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  expect(new URL(page.url()).search).toBe('');
});

test('broken values fall back to the defaults with a note, never to a blank page', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open('?axis=sideways&theme=plaid&underlying=%3Cscript%3E&expiries=20261301-0800&delta=&zoom=9');
  const note = page
    .getByRole('note')
    .or(page.getByRole('alert'))
    .filter({ hasText: /sideways/ });
  await expect(note.first()).toBeVisible();
  for (const word of ['plaid', '20261301-0800', 'zoom'])
    await expect(page.getByText(word).first()).toBeVisible();
  await expect(smirk.figures).toHaveCount(3);
  await expect(smirk.underlying).toHaveValue('BTC');
  await expect(smirk.status).toContainText('Live');
});

test('an underlying that the venue does not list is refused in words, and nothing passes for it', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open('?underlying=DOGE');
  await expect(page.getByText(/Deribit reports an error: Invalid params/)).toBeVisible();
  await expect(smirk.badge).toHaveText('Sample market');
  await expect(page.getByText('They have no DOGE: this is BTC.')).toBeVisible();
  await expect(smirk.underlying).toHaveValue('BTC');
});

test('an expiry in the link that is no longer listed does no harm', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open('?expiries=20200327-0800.20261225-0800');
  await expect(smirk.figures).toHaveCount(3);
});

test('the back button undoes a change of market', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  await smirk.underlying.selectOption('ETH');
  await expect.poll(() => page.url()).toContain('ETH');
  await page.goBack();
  await expect(smirk.underlying).toHaveValue('BTC');
  await smirk.waitForPicture();
});
