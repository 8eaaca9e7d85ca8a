import type { Locator, Page } from '@playwright/test';
import type { BuiltApp } from './built-app.ts';
import type { Figure } from './figures.ts';
import { longestTask, scriptPerEvent, traceMainThreads } from './main-thread.ts';
import { openSpx } from './spx-opening.ts';

const PANELS = ['Smile', 'Skew', 'Term', 'Surface', 'Density', 'Protection', 'Data', 'Overview'] as const;
const TASK_BAR_MS = 100;

async function longestDuring(app: BuiltApp, page: Page, deed: () => Promise<void>): Promise<number> {
  const stop = await traceMainThreads(app.browser);
  await deed();
  // Studies answer a while after a panel is there.
  await page.waitForTimeout(1000);
  return longestTask(await stop());
}

async function sweepAll(page: Page, picture: Locator): Promise<void> {
  const box = await picture.boundingBox();
  if (box === null) return;
  for (let step = 0; step <= 24; step += 1) {
    await page.mouse.move(box.x + box.width * (0.08 + 0.034 * step), box.y + box.height * 0.5);
    await page.waitForTimeout(40);
  }
}

/** With SPX open: the longest task of changing to each panel and of choosing an expiry there, and script under the pointer. */
export async function spxPanelFigures(app: BuiltApp, print: (figure: Figure) => void): Promise<void> {
  const page = await openSpx(app);
  await page.waitForTimeout(1500);
  for (const panel of PANELS) {
    const link = page.getByRole('navigation').getByRole('link', { name: panel, exact: true });
    const changed = await longestDuring(app, page, async () => link.click());
    print({ name: `SPX, to ${panel}: longest task, processor time`, values: [changed], bar: TASK_BAR_MS });
    const chip = page.getByRole('main').getByRole('group', { name: 'Expiries' }).getByRole('button').nth(20);
    if ((await chip.count()) > 0) {
      const chosen = await longestDuring(app, page, async () => chip.click());
      print({ name: `SPX, ${panel}: an expiry chosen, longest task`, values: [chosen], bar: TASK_BAR_MS });
      await chip.click();
    }
    const picture = page.getByRole('main').getByRole('figure').first().locator('figcaption + div');
    if ((await picture.count()) === 0) continue;
    const stop = await traceMainThreads(app.browser);
    await sweepAll(page, picture);
    print({
      name: `SPX, ${panel}: script a pointer move`,
      values: scriptPerEvent(await stop(), 'pointermove'),
      bar: 8,
    });
  }
  await page.close();
}
