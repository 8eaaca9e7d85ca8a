import type { Locator, Page } from '@playwright/test';
import type { BuiltApp } from './built-app.ts';
import { type Figure, printFigure } from './figures.ts';
import { longestTask, scriptPerEvent, traceMainThreads } from './main-thread.ts';

const PANELS = ['Smile', 'Skew', 'Term', 'Surface', 'Density', 'Protection', 'Data', 'Overview'] as const;
const POINTER_BAR_MS = 8;
/** Studies answer a while after a panel is there, and say so. */
const SETTLED_MS = 1000;
const AWAITED = 'main [aria-busy="true"], main progress';

interface Walk {
  /** Whose panels, at the head of every line. */
  readonly name: string;
  /** A page that stands still, as a person finds it. */
  readonly open: () => Promise<Page>;
  /** For the longest task of each deed, ms of processor time. */
  readonly bar: number;
  readonly rounds: number;
}

/** The longest task of a click, which comes from outside the page: a search for its place would be a task of the page too. */
async function longestOfClick(app: BuiltApp, page: Page, target: Locator): Promise<number> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('what is to be clicked has no place on screen');
  await page.waitForTimeout(300);
  const stop = await traceMainThreads(app.browser);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(SETTLED_MS);
  await page.waitForFunction((awaited) => document.querySelector(awaited) === null, AWAITED);
  await page.waitForTimeout(SETTLED_MS / 2);
  return longestTask(await stop());
}

async function scriptUnderPointer(app: BuiltApp, page: Page, picture: Locator): Promise<readonly number[]> {
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  if (box === null) return [];
  const stop = await traceMainThreads(app.browser);
  for (let step = 0; step <= 24; step += 1) {
    await page.mouse.move(box.x + box.width * (0.08 + 0.034 * step), box.y + box.height * 0.5);
    await page.waitForTimeout(40);
  }
  return scriptPerEvent(await stop(), 'pointermove');
}

/** What a person does on a panel beside looking at it: each, where it is there. */
function deedsOn(page: Page): Readonly<Record<string, Locator>> {
  const main = page.getByRole('main');
  return {
    'an expiry chosen': main.getByRole('group', { name: 'Expiries' }).getByRole('button').nth(7),
    'all strikes shown': main.getByRole('button', { name: /^All .* strikes$/ }),
    'contracts sorted': main.getByRole('columnheader').getByRole('button', { name: 'Open interest' }),
  };
}

/** One walk over all panels of a page; `note` takes a value of the line named. */
async function walk(app: BuiltApp, page: Page, note: (line: string, ...values: number[]) => void) {
  for (const panel of PANELS) {
    const link = page.getByRole('navigation').getByRole('link', { name: panel, exact: true });
    note(`to ${panel}`, await longestOfClick(app, page, link));
    for (const [deed, target] of Object.entries(deedsOn(page)))
      if ((await target.count()) > 0) note(`${panel}, ${deed}`, await longestOfClick(app, page, target));
    const picture = page.getByRole('main').getByRole('figure').first().locator('figcaption + div');
    if ((await picture.count()) > 0)
      note(`${panel}, script a pointer move`, ...(await scriptUnderPointer(app, page, picture)));
  }
}

/** The longest task, in processor time, of changing to each panel and of what is done there; and script under the pointer. */
export async function printPanelTasks(app: BuiltApp, { name, open, bar, rounds }: Walk): Promise<void> {
  const lines = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    const page = await open();
    await page.waitForTimeout(SETTLED_MS);
    await walk(app, page, (line, ...values) => lines.set(line, [...(lines.get(line) ?? []), ...values]));
    await page.close();
  }
  for (const [line, values] of lines) {
    const pointer = line.endsWith('move');
    const figure: Figure = { name: `${name} ${line}`, values, bar: pointer ? POINTER_BAR_MS : bar };
    printFigure(pointer ? figure : { ...figure, name: `${figure.name}: longest task` });
  }
}
