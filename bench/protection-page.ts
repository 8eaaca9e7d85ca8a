/**
 * What a person who changes a plan waits for, in the real browser on the built app with a chain of a thousand contracts:
 * from the change of each control to the painted bill, and to the last painted picture of what it costs elsewhere.
 */
import type { Page } from '@playwright/test';
import { pageWithoutVenues, withBuiltApp } from './browser/built-app.ts';
import { denseRecording } from './browser/dense-recording.ts';
import { quantile } from './browser/figures.ts';

const ROUNDS = process.env['SMIRK_BENCH'] === 'short' ? 4 : 12;
const TARGET_MS = 50;
/** Nothing painted for so long: the page has come to rest. */
const QUIET_MS = 250;

interface Waited {
  readonly bill: number;
  readonly all: number;
}

/** Two values for each control, taken in turn, so that each change is one. */
const CHANGES: readonly (readonly [control: string, values: readonly [string, string]])[] = [
  ['Amount', ['10', '20']],
  ['Floor', ['85', '90']],
  ['Floor unit', ['forward', 'spot']],
  ['Taker fee, %', ['0.02', '0.03']],
  ['Horizon', ['days', 'weekly']],
  ['Structure', ['collar', 'put']],
  ['Structure', ['zero-cost-collar', 'put-spread']],
];

/** Runs in the page: sets one control as a person would and tells when the bill, and when the last change, was painted. */
async function changeControl([control, value, quiet]: readonly [string, string, number]): Promise<Waited> {
  const element = document.querySelector(`[aria-label="${control}"]`);
  if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)) {
    throw new Error(`there is no control ${control}`);
  }
  const kind = element instanceof HTMLInputElement ? HTMLInputElement : HTMLSelectElement;
  const main = document.querySelector('main');
  return new Promise((resolve) => {
    let [bill, all, started] = [Number.NaN, Number.NaN, 0];
    let timer = setTimeout(() => undefined, 0);
    const painted = (then: () => void): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', then);
        channel.port1.start();
        channel.port2.postMessage(0);
      });
    };
    const watcher = new MutationObserver((changes) => {
      const touches = (selector: string): boolean =>
        changes.some(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(selector),
        );
      const [own, any] = [touches('[aria-labelledby="bill"], h1'), touches('h1, table, figure')];
      painted(() => {
        const now = performance.now() - started;
        if (own && Number.isNaN(bill)) bill = now;
        if (any) all = now;
      });
      clearTimeout(timer);
      timer = setTimeout(() => {
        watcher.disconnect();
        resolve({ bill, all });
      }, quiet);
    });
    watcher.observe(main ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    started = performance.now();
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(element, value);
    element.dispatchEvent(new Event(kind === HTMLInputElement ? 'input' : 'change', { bubbles: true }));
  });
}

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?panel=protection`);
  const file = { name: 'dense.jsonl', mimeType: 'application/jsonl', buffer: denseRecording() };
  await page.getByLabel('Recording file').setInputFiles(file);
  await page.getByText('dense.jsonl').first().waitFor();
  await page.getByRole('table', { name: 'The bill' }).waitFor();
  await page.waitForTimeout(2000);
}

function line(name: string, values: readonly number[]): void {
  const known = values.filter((value) => !Number.isNaN(value));
  const [median, late] = [quantile(known, 0.5), quantile(known, 0.95)];
  const cells = [median, late, known.length].map((value) => value.toFixed(0).padStart(8)).join('');
  console.log(`${name.padEnd(44)}${cells}${median > TARGET_MS ? '  OVER' : ''}`);
}

await withBuiltApp(async (app) => {
  const page = await pageWithoutVenues(app);
  await opened(page, app.address);
  console.log(
    `\nChange of a control → painted, ms${' '.repeat(11)}  median     p95    runs   (target ${TARGET_MS})`,
  );
  const [bills, alls]: [number[], number[]] = [[], []];
  for (const [control, values] of CHANGES) {
    const waits: Waited[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const value = values[round % 2] ?? values[0];
      waits.push(await page.evaluate(changeControl, [control, value, QUIET_MS] as const));
    }
    const kept = waits.slice(1);
    bills.push(...kept.map(({ bill }) => bill));
    alls.push(...kept.map(({ all }) => all));
    line(
      `${control}: bill`,
      kept.map(({ bill }) => bill),
    );
    line(
      `${control}: every picture`,
      kept.map(({ all }) => all),
    );
  }
  line('all controls: bill', bills);
  line('all controls: every picture', alls);
  await page.close();
});
