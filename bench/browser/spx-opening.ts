import type { Page } from '@playwright/test';
import { type BuiltApp, chartsDrawn, pageWithoutVenues } from './built-app.ts';
import type { Figure } from './figures.ts';
import { longestTask, traceMainThreads } from './main-thread.ts';

/** The largest file known: some 30 000 contracts. Kept outside the project. */
export const SPX = '../shared/data/cboe/_SPX-2026-08-05.json.gz';
const LEAST_EXPIRIES = 50;

interface Marks {
  chosen: number;
  drawn: number;
  words: [number, string][];
}

type Watched = typeof globalThis & { smirkOpening: Marks };

/** Notes when a file was chosen, what was said meanwhile, and when all was painted. */
function watchOpening(least: number): void {
  const marks: Marks = { chosen: 0, drawn: 0, words: [] };
  Object.assign(globalThis, { smirkOpening: marks });
  addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') marks.chosen = performance.now();
    },
    true,
  );
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

/** Opens a file as a person does, on a page that has stood for a while, and waits until it is drawn. */
export async function openFile(app: BuiltApp, file: string, least: number): Promise<Page> {
  const page = await pageWithoutVenues(app);
  await page.addInitScript(watchOpening, least);
  await page.goto(app.address);
  await chartsDrawn(page);
  // A person needs longer than this to choose a file.
  await page.waitForTimeout(1500);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /Open/ }).click();
  await (await chooser).setFiles(file);
  await page.waitForFunction(() => (globalThis as Watched).smirkOpening.drawn > 0, null, {
    timeout: 120_000,
  });
  return page;
}

/** The SPX day opened from its file. */
export async function openSpx(app: BuiltApp): Promise<Page> {
  return openFile(app, SPX, LEAST_EXPIRIES);
}

/** From the choice of the file to drawn charts, and the longest task meanwhile. */
export async function spxFigures(app: BuiltApp, rounds: number): Promise<readonly Figure[]> {
  const drawn: number[] = [];
  const longest: number[] = [];
  let words: Marks['words'] = [];
  for (let round = 0; round < rounds; round += 1) {
    const stop = await traceMainThreads(app.browser);
    const page = await openSpx(app);
    await page.waitForTimeout(1000);
    const marks = await page.evaluate(() => (globalThis as Watched).smirkOpening);
    drawn.push(marks.drawn - marks.chosen);
    ({ words } = marks);
    longest.push(longestTask(await stop()));
    await page.close();
  }
  console.log('what the page said meanwhile, ms after the choice:');
  for (const [at, said] of words) console.log(`  ${at.toFixed(0).padStart(6)}  ${said}`);
  return [
    { name: 'SPX: file chosen → charts drawn', values: drawn, bar: 3000 },
    { name: 'SPX: longest task, processor time', values: longest, bar: 100 },
  ];
}
