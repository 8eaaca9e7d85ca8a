/**
 * The largest file a person opens, in the real browser on the built app: the SPX day with some 30 000 contracts, from the
 * choice of the file to drawn charts, then every panel with it open; the sample market's panels; a step of a recording.
 */
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type BuiltApp, chartsDrawn, pageWithoutVenues, withBuiltApp } from './browser/built-app.ts';
import { printFigure, printHeading } from './browser/figures.ts';
import { printPanelTasks } from './browser/panel-tasks.ts';
import { CRASH_DAYS, replayStepFigure } from './browser/replay-steps.ts';
import { openSpx, SPX, spxFigures } from './browser/spx-opening.ts';

const short = process.env['SMIRK_BENCH'] === 'short';

const rounds = short ? 3 : 5;

async function stillSample(app: BuiltApp): Promise<Page> {
  const page = await pageWithoutVenues(app);
  await page.goto(`${app.address}?market=sample-still`);
  await chartsDrawn(page);
  return page;
}

await withBuiltApp(async (app) => {
  if (existsSync(SPX)) {
    const figures = await spxFigures(app, short ? 3 : 7);
    printHeading('SPX with 30 000 contracts');
    figures.forEach(printFigure);
    printHeading('Panels of SPX, processor time');
    await printPanelTasks(app, { name: 'SPX,', open: async () => openSpx(app), bar: 100, rounds });
  } else console.log(`${SPX} is not there: no SPX day to open`);
  printHeading('Panels of the sample market, processor time');
  await printPanelTasks(app, { name: 'sample,', open: async () => stillSample(app), bar: 50, rounds });
  printHeading('A recording');
  if (existsSync(CRASH_DAYS)) printFigure(await replayStepFigure(app, short ? 6 : 12));
  else console.log(`${CRASH_DAYS} is not there: no recording to step through`);
});
