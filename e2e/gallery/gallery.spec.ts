import { type Page, expect, test } from '@playwright/test';
import { type ViteDevServer, createServer } from 'vite';

// The gallery is a development page, no part of the build: it is served here by the development server.
let server: ViteDevServer;
let address = '';

test.beforeAll(async () => {
  server = await createServer({
    server: { host: '127.0.0.1', port: 0, hmr: false, fs: { strict: false } },
    cacheDir: 'node_modules/.vite-gallery',
    logLevel: 'error',
  });
  await server.listen();
  address = `${server.resolvedUrls?.local[0] ?? ''}e2e/gallery/index.html`;
});

test.afterAll(async () => {
  await server.close();
});

const widths = [320, 640, 1000];

/** Changes story and width in place: a load for each would take most of the test's time. */
async function show(page: Page, story: string, width: number): Promise<void> {
  await page.getByLabel('width').fill(String(width));
  await page.getByLabel('story').selectOption(story);
  // The picture measures its width anew: one frame for the observer, one for what it draws.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Pairs of texts in one picture that touch, and texts that leave their picture, by the browser's own measure. */
async function clashes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll('figure svg')) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((node) => ({
        words: node.textContent,
        box: node.getBoundingClientRect(),
      }));
      for (const [i, { words, box }] of texts.entries()) {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
          found.push(`"${words}" leaves the picture`);
        for (const other of texts.slice(i + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 0.5 && down > 2) found.push(`"${words}" over "${other.words}"`);
        }
      }
    }
    return found;
  });
}

test('no story breaks, sets one text over another or lets a text leave its picture, at any width', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(`${address}?theme=light&width=640`);
  await page.getByRole('slider').first().waitFor();
  await page.evaluate(async () => document.fonts.ready);
  const stories = await page
    .getByLabel('story')
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
  expect(stories.length).toBeGreaterThan(20);
  for (const story of stories)
    for (const width of widths) {
      await show(page, story, width);
      for (const clash of await clashes(page)) broken.push(`${story} at ${width}: ${clash}`);
    }
  expect(broken).toEqual([]);
});
