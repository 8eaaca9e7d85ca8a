/**
 * The built app in the real browser while a venue shouts: a thousand messages a second on its socket for a minute, from the
 * loopback exchange. What the main thread does meanwhile, and whether memory stays flat.
 */
import { existsSync } from 'node:fs';
import { type CDPSession, type Page, chromium } from '@playwright/test';
import { findInstalledBrowser } from '../.ci/find-browser.ts';
import { startExchange } from '../e2e/exchange/exchange.ts';
import { serveStatically } from '../e2e/support/static-host.ts';
import type { VenueId } from '../src/market/venue-id.ts';
import { longestTasks, taskTimes, traceMainThreads } from './browser/main-thread.ts';

const SECONDS = Number(process.env['SMIRK_STORM_SECONDS'] ?? 60);
const PER_SECOND = 1000;
const SETTLE_MS = 5000;
const VENUE: VenueId = 'deribit';
/** Processor time of a task, in milliseconds: what others want of the processor meanwhile is not the page's doing. */
const LONGEST_TASK = 50;
/** Of memory, between the second and the last quarter, in per cent. */
const MOST_GROWTH = 10;

interface Task {
  readonly at: number;
  readonly ms: number;
}

/** Notes every task of the main thread over 50 ms, from before anything else runs. */
function watchTasks(): void {
  const tasks: Task[] = [];
  Object.assign(globalThis, { smirkTasks: tasks });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
}

async function tasksSince(page: Page, since: number): Promise<readonly Task[]> {
  const tasks = await page.evaluate(() => (globalThis as unknown as { smirkTasks: Task[] }).smirkTasks);
  return tasks.filter(({ at }) => at >= since);
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

if (!existsSync('dist/index.html')) throw new Error('dist is missing: npm run build first');
const executablePath = findInstalledBrowser();
if (executablePath === null) throw new Error('no browser: set SMIRK_BROWSER');
const host = await serveStatically('dist', '/');
const exchange = await startExchange();
const browser = await chromium.launch({
  executablePath,
  args: [
    `--host-resolver-rules=${exchange.hostRules}`,
    '--ignore-certificate-errors',
    '--enable-precise-memory-info',
  ],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ignoreHTTPSErrors: true });
const errors: string[] = [];
page.on('pageerror', (error) => errors.push(error.message));
await page.addInitScript(watchTasks);
await page.goto(host.address);
await page.getByRole('figure', { name: 'Smile' }).waitFor();
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
await pause(SETTLE_MS);

const stopTrace = await traceMainThreads(browser);
const [began, pushedBefore, busyBefore] = [
  await page.evaluate(() => performance.now()),
  exchange.pushed(VENUE),
  await metric(session, 'TaskDuration'),
];
exchange.disturb(VENUE, { stormPerSecond: PER_SECOND });
const heap: number[] = [];
for (let second = 0; second < SECONDS; second += 1) {
  await pause(1000);
  heap.push((await metric(session, 'JSHeapUsedSize')) / 1e6);
}
const took = (await page.evaluate(() => performance.now())) - began;
const pushed = exchange.pushed(VENUE) - pushedBefore;
const busy = ((await metric(session, 'TaskDuration')) - busyBefore) * 1000;
const tasks = await tasksSince(page, began);
const trace = await stopTrace();
const work = taskTimes(trace);
const quarter = Math.floor(heap.length / 4);
const [second, last] = [median(heap.slice(quarter, 2 * quarter)), median(heap.slice(-quarter))];
const status = (await page.getByRole('status').first().textContent()) ?? '';

const line = (name: string, value: string, bar = ''): void => {
  console.log(`${name.padEnd(52)}${value.padStart(10)}${bar.padStart(10)}`);
};
console.log(
  `\nA storm of ${PER_SECOND} messages a second for ${SECONDS} s${''.padEnd(18)}  measured       bar`,
);
line('messages pushed', String(pushed));
line('messages pushed a second', (pushed / (took / 1000)).toFixed(0), String(PER_SECOND));
line('main thread busy, % of the time', ((100 * busy) / took).toFixed(1));
line('tasks over 50 ms on the clock', String(tasks.length), '0');
line('longest of them, ms on the clock', Math.max(0, ...tasks.map(({ ms }) => ms)).toFixed(0), '50');
line('tasks over 50 ms of processor time', String(work.filter((ms) => ms > 50).length), '0');
line('longest of them, ms of processor time', Math.max(0, ...work).toFixed(0), '50');
line('JS heap, median of the second quarter, MB', second.toFixed(1));
line('JS heap, median of the last quarter, MB', last.toFixed(1));
line('last quarter over second, %', (100 * (last / second - 1)).toFixed(1), '± 10');
line('page errors', String(errors.length), '0');
console.log(`status: ${status}`);
for (const error of errors) console.log(error);
console.log('longest tasks, ms of processor time (on the clock):');
console.log(
  longestTasks(trace, 5)
    .map(({ wall, processor }) => `  ${processor.toFixed(0)} (${wall.toFixed(0)})`)
    .join(''),
);
const growth = 100 * (last / second - 1);
const misses = [
  Math.max(0, ...work) > LONGEST_TASK ? `a task took more than ${LONGEST_TASK} ms of processor time` : '',
  Math.abs(growth) > MOST_GROWTH ? `memory changed by ${growth.toFixed(1)} %` : '',
  errors.length > 0 ? 'the page had errors' : '',
].filter((miss) => miss !== '');
console.log(misses.length === 0 ? 'PASS' : `FAIL: ${misses.join('; ')}`);
if (misses.length > 0) process.exitCode = 1;
await browser.close();
await exchange.close();
await host.close();
