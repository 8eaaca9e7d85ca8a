/**
 * What a person waits for, in the real browser on the built app: usable after opening, a snapshot's way from its arrival to
 * the painted charts, script under a moving pointer, frames while the landscape turns.
 */
import { withBuiltApp } from './browser/built-app.ts';
import { printFigure, printHeading } from './browser/figures.ts';
import { hoverFigures } from './browser/hover.ts';
import { meshFigures } from './browser/mesh-turn.ts';
import { openingFigures } from './browser/openings.ts';
import { snapshotFigures } from './browser/snapshots.ts';

const short = process.env['SMIRK_BENCH'] === 'short';

await withBuiltApp(async (app) => {
  printHeading('Opening and following the market');
  (await openingFigures(app, short ? 3 : 7)).forEach(printFigure);
  (await snapshotFigures(app, short ? 5 : 12)).forEach(printFigure);
  printHeading('Script under a moving pointer, processor time a move');
  await hoverFigures(app, short ? 12 : 40, printFigure);
});
await withBuiltApp(
  async (app) => {
    printHeading('The landscape, drawn in software: no graphics card here');
    const figures = await meshFigures(app, short ? 90 : 300);
    figures.forEach(printFigure);
    if (figures.length === 0) console.log('this browser gives no WebGL: nothing to turn');
  },
  { softwareGl: true },
);
