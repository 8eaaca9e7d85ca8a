import { writeFileSync } from 'node:fs';
import { type TestInfo, expect, test } from '@playwright/test';
import { GalleryPage, type Sheet, type Shot } from './gallery-page.ts';
import { serveGallery } from './gallery-server.ts';
import { compare, keep, marked } from './kept-pictures.ts';

const WIDTHS = [1440, 820, 390] as const;
const THEMES = ['dark', 'light'] as const;
/** Renews what is kept: `npm run e2e -- gallery --update-snapshots`. */
const renewing = ({ config }: TestInfo): boolean =>
  config.updateSnapshots === 'all' || config.updateSnapshots === 'changed';

// One server, one browser and one page for all tests: opening the gallery takes longer than most of them.
test.use({
  trace: 'off', // of a page with a hundred charts it would take longer than the test
  launchOptions: {
    executablePath: process.env['SMIRK_BROWSER'] ?? '',
    args: ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
  },
});

let server: Awaited<ReturnType<typeof serveGallery>>;
let gallery: GalleryPage;
const broken: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  server = await serveGallery();
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  page.on('pageerror', (error) => broken.push(error.message));
  gallery = await GalleryPage.open(page, server.address);
});

test.afterAll(async () => {
  await server.close();
});

test('no story breaks, sets one text over another or lets a text leave its picture, at any width', async () => {
  test.setTimeout(120_000);
  for (const width of [352, 640, 1032]) {
    await gallery.show('light', width);
    for (const clash of await gallery.clashes()) broken.push(`at ${width}: ${clash}`);
  }
  expect(broken).toEqual([]);
});

/** Lines on how a sheet differs; when it does, the report gets it as it is and with the places framed. */
async function judge(name: string, sheet: Sheet, shot: Shot, info: TestInfo): Promise<readonly string[]> {
  const { lines, places } = compare(name, sheet, shot);
  if (lines.length > 0) {
    const pictures = { now: shot.png, differences: marked(shot.png, places) };
    for (const [kind, png] of Object.entries(pictures)) {
      const path = info.outputPath(`${name}-${kind}.png`);
      writeFileSync(path, png);
      await info.attach(`${name} ${kind}`, { path, contentType: 'image/png' });
    }
  }
  return lines;
}

for (const theme of THEMES)
  test(`every story looks in the ${theme} theme as it did, at three widths`, async () => {
    test.setTimeout(300_000);
    const info = test.info();
    const changed: string[] = [];
    for (const width of WIDTHS) {
      await gallery.show(theme, width);
      for (const sheet of await gallery.sheets()) {
        const name = `${sheet.chart}-${theme}-${width}`;
        const shot = await gallery.shoot(sheet);
        if (renewing(info)) keep(name, shot);
        else changed.push(...(await judge(name, sheet, shot, info)));
      }
    }
    expect(changed, 'if this is meant, renew: npm run e2e -- gallery --update-snapshots').toEqual([]);
  });

const story = '[data-story="term-calm"]';
/** What must not pass for the same picture, each in one story of a sheet. */
const FAULTS: Readonly<Record<string, string>> = {
  'a mark moved by three pixels': `${story} circle:nth-of-type(6) { transform: translateY(3px) }`,
  'a line moved by three pixels': `${story} path[class*="_put_"] { transform: translateY(3px) }`,
  'a line that is gone': `${story} path[class*="_call_"] { display: none }`,
  'a line of another colour': `${story} path[class*="_put_"] { stroke: var(--live) }`,
  'an expiry of another colour': `${story} { --expiry-9: var(--expiry-2) }`,
  'a label that is gone': `${story} text[class*="_label_"] { display: none }`,
  'a label without ink': `${story} text[class*="_label_"] { visibility: hidden }`,
  'a label that stands elsewhere': `${story} text[class*="_label_"] { transform: translateY(9px) }`,
};
/** What another browser's letters may do: stand a little apart, lie between pixels, be a little fatter. */
const OTHER_LETTERS = `text, p, h2, button { letter-spacing: 0.02px }
  text { transform: translate(0.4px, 0.3px); stroke: currentColor; stroke-width: 0.1px }`;

test('a fault in a picture is told from letters that are drawn a little differently', async () => {
  const info = test.info();
  test.skip(renewing(info), 'pictures are being made');
  await gallery.show('dark', 820);
  const sheet = (await gallery.sheets()).find(({ chart }) => chart === 'term')!;
  const verdict = async (css: string): Promise<readonly string[]> => {
    const undo = await gallery.change(css);
    const { lines } = compare('term-dark-820', sheet, await gallery.shoot(sheet));
    await undo();
    return lines;
  };
  for (const [fault, css] of Object.entries(FAULTS))
    expect.soft(await verdict(css), fault).toEqual([expect.stringContaining('term-calm')]);
  expect.soft(await verdict(OTHER_LETTERS)).toEqual([]);
});
