import { existsSync } from 'node:fs';
import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

/** The largest file known: some 30 000 contracts. Kept outside the project. */
const SPX = '../shared/data/cboe/_SPX-2026-08-05.json.gz';

test.skip(!existsSync(SPX), `an SPX day is looked for at ${SPX}, which is not there`);

test('a file of 30 000 contracts tells how far it has come, then shows every expiry', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver(() => {
      const words = document.querySelector('[aria-label="Opening a file"] p')?.textContent ?? '';
      if (words !== '' && words !== heard.at(-1)) heard.push(words);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await smirk.openFile(SPX);
  await expect(smirk.status).toContainText('Replay · _SPX');
  await expect(smirk.underlying).toHaveValue('SPX');
  await expect.poll(async () => smirk.expiryRows().count()).toBeGreaterThanOrEqual(55);
  await expect(page.getByRole('region', { name: 'Opening a file' })).toHaveCount(0);
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard.join(' ')).toContain('Fitting the SPX smiles');
  await expect(smirk.main).not.toContainText('NaN');
});

test('a file can be let go of while it is read, and the market on screen stays', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open();
  await smirk.openFile(SPX);
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await expect(cancel).toHaveCount(0);
  await expect(smirk.status).toContainText('Live');
  // Long enough for the file to have been opened after all.
  await page.waitForTimeout(6000);
  await expect(smirk.status).toContainText('Live');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
