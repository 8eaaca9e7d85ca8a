/**
 * The largest file a person opens, in the real browser on the built app: the SPX day with some 30 000 contracts, from the
 * choice of the file to drawn charts, then every panel with it open. Then the same for a step of a recording.
 */
import { existsSync } from 'node:fs';
import { withBuiltApp } from './browser/built-app.ts';
import { printFigure, printHeading } from './browser/figures.ts';
import { CRASH_DAYS, replayStepFigure } from './browser/replay-steps.ts';
import { SPX, spxFigures } from './browser/spx-opening.ts';
import { spxPanelFigures } from './browser/spx-panels.ts';

const short = process.env['SMIRK_BENCH'] === 'short';

await withBuiltApp(async (app) => {
  if (existsSync(SPX)) {
    const figures = await spxFigures(app, short ? 3 : 7);
    printHeading('SPX with 30 000 contracts');
    figures.forEach(printFigure);
    await spxPanelFigures(app, printFigure);
  } else console.log(`${SPX} is not there: no SPX day to open`);
  printHeading('A recording');
  if (existsSync(CRASH_DAYS)) printFigure(await replayStepFigure(app, short ? 6 : 12));
  else console.log(`${CRASH_DAYS} is not there: no recording to step through`);
});
