/** Memory while a recording plays at 50 times its pace: a minute, or `npm run bench -- page-memory --minutes 30`. */
import { withBuiltApp } from './browser/built-app.ts';
import { printFigure, printHeading } from './browser/figures.ts';
import { replayMemoryFigures } from './browser/replay-memory.ts';

const asked = process.argv.indexOf('--minutes');
const minutes =
  asked === -1 ? (process.env['SMIRK_BENCH'] === 'short' ? 0.5 : 1) : Number(process.argv[asked + 1]);
if (!(minutes > 0)) throw new Error('--minutes takes a number above 0');

await withBuiltApp(async (app) => {
  const figures = await replayMemoryFigures(app, minutes * 60);
  printHeading(`A recording played at 50 times its pace for ${minutes} min`);
  figures.forEach(printFigure);
});
