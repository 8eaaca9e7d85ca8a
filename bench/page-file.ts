/**
 * The largest file a person opens, in the real browser on the built app: the SPX day with some 30 000 contracts, from the
 * choice of the file to drawn charts, and what it asks of the main thread. Then the same for a step of a recording.
 */
import { existsSync } from 'node:fs';
import { type Page, chromium } from '@playwright/test';
import { findInstalledBrowser } from '../.ci/find-browser.ts';
import { serveStatically } from '../e2e/support/static-host.ts';

const FILE = '../shared/data/cboe/_SPX-2026-08-05.json.gz';
const RECORDING = '../shared/data/recordings/deribit-2026-02-crash-days.jsonl.gz';
const OPENINGS = 7;
const STEPS = 12;
const LEAST_EXPIRIES = 50;

interface Marks {
  chosen: number;
  drawn: number;
  /** Longest task of the main thread and all of its tasks over 50 ms together, since the file was chosen. */
  longest: number;
  busy: number;
  words: [number, string][];
}

type Watched = typeof globalThis & { smirkOpening: Marks };

/** Notes when a file was chosen, what was said meanwhile, the main thread's long tasks, and when all was painted. */
function watchOpening(least: number): void {
  const marks: Marks = { chosen: 0, drawn: 0, longest: 0, busy: 0, words: [] };
  Object.assign(globalThis, { smirkOpening: marks });
  addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') marks.chosen = performance.now();
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      if (marks.chosen === 0 || startTime < marks.chosen) continue;
      marks.longest = Math.max(marks.longest, duration);
      marks.busy += duration;
    }
  }).observe({ type: 'longtask' });
  const painted = new MessageChannel();
  painted.port1.addEventListener('message', () => (marks.drawn ||= performance.now()));
  painted.port1.start();
  const look = (): void => {
    requestAnimationFrame(look);
    if (marks.chosen === 0 || marks.drawn > 0) return;
    const words = document.querySelector('[aria-label="Opening a file"] p')?.textContent ?? '';
    if (words !== (marks.words.at(-1)?.[1] ?? ''))
      marks.words.push([performance.now() - marks.chosen, words]);
    const rows = document.querySelectorAll('main tbody tr').length;
    const status = document.querySelector('output, [role="status"]')?.textContent ?? '';
    const drawn = document.querySelectorAll('main figure path').length > 10;
    if (status.includes('Replay') && rows >= least && drawn) painted.port2.postMessage(0);
  };
  requestAnimationFrame(look);
}

async function pageOf(least: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route(/^https:/, async (route) => route.abort());
  await page.addInitScript(watchOpening, least);
  await page.goto(host.address);
  await page.waitForFunction(() => document.querySelectorAll('figure path').length > 10);
  // A person needs longer than this to choose a file.
  await page.waitForTimeout(1500);
  return page;
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Open/ }).click();
  await (await chooser).setFiles(file);
}

async function opened(file: string, least: number): Promise<Page> {
  const page = await pageOf(least);
  await choose(page, file);
  await page.waitForFunction(() => (globalThis as Watched).smirkOpening.drawn > 0, null, {
    timeout: 120_000,
  });
  await page.waitForTimeout(500);
  return page;
}

async function marksOf(page: Page): Promise<Marks> {
  return page.evaluate(() => (globalThis as Watched).smirkOpening);
}

async function openings(file: string): Promise<readonly Marks[]> {
  const all: Marks[] = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    const page = await opened(file, LEAST_EXPIRIES);
    all.push(await marksOf(page));
    await page.close();
  }
  return all;
}

async function steps(file: string): Promise<readonly Marks[]> {
  const page = await opened(file, 5);
  const all: Marks[] = [];
  for (let i = 0; i < STEPS; i += 1) {
    await page.evaluate(() => Object.assign((globalThis as Watched).smirkOpening, { longest: 0, busy: 0 }));
    await page.getByRole('button', { name: 'Next snapshot' }).click();
    await page.waitForTimeout(800);
    all.push(await marksOf(page));
  }
  await page.close();
  return all;
}

function longestOf(all: readonly Marks[]): readonly number[] {
  return all.map(({ longest }) => longest);
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
if (existsSync(FILE)) {
  const all = await openings(FILE);
  const drawn = all.map((marks) => marks.drawn - marks.chosen);
  line('SPX: file chosen → charts drawn', drawn, 3000);
  line('SPX: longest task of the main thread', longestOf(all), 300);
  for (const [at, words] of all.at(-1)?.words ?? []) console.log(`  ${at.toFixed(0).padStart(6)}  ${words}`);
} else console.log(`${FILE} is not there: no SPX day to open`);
if (existsSync(RECORDING))
  line('replay step: longest task (0 = under 50)', longestOf(await steps(RECORDING)), 50);
else console.log(`${RECORDING} is not there: no recording to step through`);
await browser.close();
await host.close();
