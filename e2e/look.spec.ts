import { accessibilityFaults } from './support/accessibility.ts';
import { asFile, recordingText } from './support/recording-files.ts';
import { overlappingTexts, sidewaysOverflow } from './support/overlaps.ts';
import { expect, test } from './support/smirk-test.ts';
import { OPENING, standInVenue } from './support/stand-in-venue.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
] as const;
const THEMES = ['dark', 'light'] as const;

for (const size of SIZES) {
  test.describe(`at ${size.width} pixels`, () => {
    test.use({ viewport: size });

    for (const market of ['live', 'sample'] as const) {
      test(`nothing overlaps and nothing scrolls sideways on the ${market} market`, async ({
        page,
        smirk,
      }) => {
        await standInVenue(page, market === 'live' ? {} : { how: { kind: 'refuse-connection' } });
        await smirk.open(market === 'live' ? '' : '?market=sample-still');
        await page.evaluate(() => document.fonts.ready);
        expect(await sidewaysOverflow(page)).toEqual([]);
        expect(await overlappingTexts(page)).toEqual([]);
      });
    }

    test('nothing overlaps on any axis, in any coin', async ({ page, smirk }) => {
      await standInVenue(page);
      await smirk.open();
      const axes = page.getByRole('group', { name: 'Axis' });
      if (size.width === 390) await page.getByRole('button', { name: 'Controls' }).click();
      for (const underlying of ['BTC', 'ETH', 'XRP_USDC']) {
        await smirk.underlying.selectOption(underlying);
        await smirk.waitForPicture();
        const radios = await axes.getByRole('radio').all();
        expect(radios.length).toBe(5);
        for (const radio of radios) {
          await radio.check({ force: true });
          const axis = await radio.getAttribute('value');
          await expect.poll(async () => overlappingTexts(page), `${underlying} over ${axis}`).toEqual([]);
          expect(await sidewaysOverflow(page)).toEqual([]);
        }
      }
    });

    test('nothing overlaps with a fault, a notice, data open and a replay', async ({ page, smirk }) => {
      const venue = await standInVenue(page);
      await smirk.open('?axis=sideways');
      venue.misbehave({ kind: 'answer', status: 500, body: 'Internal Server Error' });
      await venue.pass(5000);
      await expect(page.getByText(/has a fault on its side/)).toBeVisible();
      await page.keyboard.press('d');
      await expect(smirk.figures.getByRole('table')).toHaveCount(3);
      expect(await overlappingTexts(page)).toEqual([]);
      const text = recordingText({ seed: 2, startedAt: OPENING, frames: 3, everyMs: 3_600_000 });
      if (size.width === 390) await page.getByRole('button', { name: 'More' }).click();
      await smirk.openFile(asFile('a-recording-with-quite-a-long-name-of-its-own.jsonl.gz', text));
      await expect(smirk.status).toContainText('Replay');
      await page.keyboard.press('Escape');
      expect(await overlappingTexts(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toEqual([]);
    });

    for (const theme of size.width === 820 ? [] : THEMES) {
      test(`axe finds nothing in the ${theme} theme`, async ({ page, smirk }) => {
        await standInVenue(page);
        await smirk.open(`?theme=${theme}`);
        await smirk.figures.first().getByRole('button', { name: 'Show data' }).click();
        expect(await accessibilityFaults(page)).toEqual([]);
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('every control is large enough for a thumb', async ({ page, smirk }) => {
    await standInVenue(page);
    await smirk.open();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, a[href], summary')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          box: element.getBoundingClientRect(),
          name: element.textContent ?? element.tagName,
        }))
        .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 24))
        .map(({ box, name }) => `${name.slice(0, 30)} ${Math.round(box.width)}×${Math.round(box.height)}`),
    );
    expect(small).toEqual([]);
  });
});

test('follows the system’s theme until told otherwise', async ({ page, smirk }) => {
  const ground = async (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('color-scheme'));
  await standInVenue(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await smirk.open();
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect
    .poll(async () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))
    .not.toBe(dark);
  await page.getByRole('button', { name: 'Switch to dark theme' }).click();
  await expect
    .poll(async () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))
    .toBe(dark);
  expect(await ground()).not.toBe('');
});

test('respects a wish for less motion', async ({ page, smirk }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await standInVenue(page);
  await smirk.open();
  const moving = await page.evaluate(
    () => document.getAnimations().filter((animation) => animation.playState === 'running').length,
  );
  expect(moving).toBe(0);
});
