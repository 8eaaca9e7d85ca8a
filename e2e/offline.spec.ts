import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

const OFFLINE = { how: { kind: 'refuse-connection' } } as const;

test('without a network the page opens on the sample market, badged, and everything works', async ({
  page,
  smirk,
}) => {
  await standInVenue(page, OFFLINE);
  await smirk.open();
  await expect(smirk.badge).toHaveText('Sample market');
  await expect(smirk.status).toContainText('Sample market');
  await expect(page.getByText(/Deribit could not be reached/)).toBeVisible();
  await expect(smirk.retry).toBeVisible();
  await expect(smirk.figures).toHaveCount(3);
  await smirk.underlying.selectOption('ETH');
  await expect(smirk.expiryRows().first()).toBeVisible();
  await expect(page).toHaveTitle(/Sample/i);
});

test('one click tries the venue again, and the sample market gives way to it', async ({ page, smirk }) => {
  // The venue asked to be left alone for a minute, so that nothing but the click can bring it back at once.
  const venue = await standInVenue(page, {
    how: { kind: 'answer', status: 429, headers: { 'Retry-After': '60' }, body: '{}' },
  });
  await smirk.open();
  await expect(smirk.badge).toHaveText('Sample market');
  await expect(page.getByText(/Next try in \d+ s/)).toBeVisible();
  const before = venue.asked.length;
  venue.misbehave(null);
  await smirk.retry.click();
  await expect(smirk.status).toContainText('Live');
  expect(venue.asked.length).toBe(before + 1);
  await expect(smirk.badge).toHaveCount(0);
  await expect(smirk.retry).toHaveCount(0);
});

test('a venue that does not answer gets the sample market in its place until it does', async ({
  page,
  smirk,
}) => {
  const venue = await standInVenue(page, { how: { kind: 'never-answer' } });
  await page.goto('/');
  await venue.pass(3500);
  await smirk.waitForPicture();
  await expect(smirk.status).toContainText('Sample market');
  await expect(page.getByText(/Deribit has not answered yet|did not answer within/)).toBeVisible();
});

test('the sample market moves by itself, and stands still where that was asked for', async ({
  page,
  smirk,
}) => {
  const venue = await standInVenue(page, OFFLINE);
  await smirk.open('?market=sample');
  const first = await smirk.expiryTable();
  await venue.pass(60_000);
  await expect.poll(async () => smirk.expiryTable()).not.toEqual(first);
  await smirk.open('?market=sample-still');
  const still = await smirk.expiryTable();
  await venue.pass(60_000);
  await page.waitForTimeout(300);
  expect(await smirk.expiryTable()).toEqual(still);
});
