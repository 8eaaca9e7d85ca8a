/**
 * What a person waits for, in the real browser on the built app: usable after opening, and a snapshot's way from its
 * arrival to the painted charts. The venue is a simulated one behind intercepted requests.
 */
import { existsSync } from 'node:fs';
import { type Page, chromium } from '@playwright/test';
import { findInstalledBrowser } from '../.ci/find-browser.ts';
import { serveStatically } from '../e2e/support/static-host.ts';
import { epochMs } from '../src/base/time.ts';
import { createSampleMarket } from '../src/simulator/sample-market.ts';

const OPENINGS = 7;
const SNAPSHOTS = 12;

/** Marks when the text of a chain has arrived, and when the smile was painted afterwards. */
function watchPaints(): void {
  const marks: { arrived: number; painted: number; longest: number }[] = [];
  Object.assign(globalThis, { smirkMarks: marks });
  const ask = globalThis.fetch;
  globalThis.fetch = async (...request: Parameters<typeof fetch>) => {
    const response = await ask(...request);
    if (!response.url.includes('get_book_summary')) return response;
    const body = await response.arrayBuffer();
    marks.push({ arrived: performance.now(), painted: 0, longest: 0 });
    return new Response(body, { status: response.status, headers: response.headers });
  };
  const painted = new MessageChannel();
  painted.port1.addEventListener('message', () => {
    const mark = marks.at(-1);
    if (mark?.painted === 0) mark.painted = performance.now();
  });
  painted.port1.start();
  new MutationObserver((changes) => {
    const drawn = changes.some(
      ({ target }) => target instanceof Element && target.closest('figure') !== null,
    );
    if (drawn) requestAnimationFrame(() => painted.port2.postMessage(0));
  }).observe(document, { subtree: true, childList: true, attributes: true });
  new PerformanceObserver((list) => {
    const mark = marks.at(-1);
    for (const { duration } of list.getEntries()) if (mark) mark.longest = Math.max(mark.longest, duration);
  }).observe({ type: 'longtask' });
}

async function stand(page: Page, live: boolean): Promise<void> {
  const market = createSampleMarket({ seed: 11, startedAt: epochMs(Date.now()) });
  await page.route(/^https:/, async (route) => {
    if (!live) return route.abort();
    const body = market.respond(route.request().url(), epochMs(Date.now()));
    return route.fulfill({
      body,
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
}

async function openings(address: string, live: boolean): Promise<{ paint: number[]; usable: number[] }> {
  const times = { paint: [] as number[], usable: [] as number[] };
  for (let i = 0; i < OPENINGS; i += 1) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await stand(page, live);
    await page.goto(address, { waitUntil: 'commit' });
    await page.getByRole('figure', { name: 'Smile' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('figure path').length > 10);
    const [paint, usable] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      performance.now(),
    ]);
    times.paint.push(paint ?? Number.NaN);
    times.usable.push(usable ?? Number.NaN);
    await page.close();
  }
  return times;
}

async function snapshots(address: string): Promise<{ toPaint: number[]; longest: number[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchPaints);
  await stand(page, true);
  await page.goto(address);
  await page.waitForFunction(
    (count) => (globalThis as unknown as { smirkMarks: unknown[] }).smirkMarks.length > count,
    SNAPSHOTS + 1,
    { timeout: 240_000 },
  );
  const marks = await page.evaluate(
    () =>
      (globalThis as unknown as { smirkMarks: { arrived: number; painted: number; longest: number }[] })
        .smirkMarks,
  );
  await page.close();
  // The first two are the opening itself, the last may not have been painted yet.
  const seen = marks.slice(2, -1).filter(({ painted }) => painted > 0);
  return {
    toPaint: seen.map(({ arrived, painted }) => painted - arrived),
    longest: seen.map(({ longest }) => longest),
  };
}

function line(name: string, values: readonly number[], bar: number): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0);
  console.log(
    `${name.padEnd(46)}${at(0.5).padStart(7)}${at(0).padStart(7)}${at(1).padStart(7)}${String(bar).padStart(7)}`,
  );
}

if (!existsSync('dist/index.html')) throw new Error('dist is missing: npm run build first');
const executablePath = findInstalledBrowser();
if (executablePath === null) throw new Error('no browser: set SMIRK_BROWSER');
const host = await serveStatically('dist', '/');
const browser = await chromium.launch({ executablePath });
console.log(`\nIn the browser, ms${''.padEnd(28)} median    min    max    bar`);
const sample = await openings(host.address, false);
line('first paint', sample.paint, 1000);
line('charts drawn, venue unreachable: sample market', sample.usable, 1000);
line('charts drawn, venue answers', (await openings(host.address, true)).usable, 1000);
const live = await snapshots(host.address);
line('snapshot arrives → charts painted', live.toPaint, 50);
line('longest task after a snapshot (0 = under 50)', live.longest, 50);
await browser.close();
await host.close();
