import type { BuiltApp } from './built-app.ts';
import type { Figure } from './figures.ts';
import { longestTask, traceMainThreads } from './main-thread.ts';
import { openFile } from './spx-opening.ts';

/** Real market days, kept outside the project. */
export const CRASH_DAYS = '../shared/data/recordings/deribit-2026-02-crash-days.jsonl.gz';

/** The longest task of each step through a recording. */
export async function replayStepFigure(app: BuiltApp, steps: number): Promise<Figure> {
  const page = await openFile(app, CRASH_DAYS, 5);
  await page.waitForTimeout(1000);
  const values: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const stop = await traceMainThreads(app.browser);
    await page.getByRole('button', { name: 'Next snapshot' }).click();
    await page.waitForTimeout(800);
    values.push(longestTask(await stop()));
  }
  await page.close();
  return { name: 'replay step: longest task, processor time', values, bar: 50 };
}
