import type { Locator, Page } from '@playwright/test';
import { type BuiltApp, chartsDrawn, pageWithoutVenues } from './built-app.ts';
import type { Figure } from './figures.ts';
import { scriptPerEvent, traceMainThreads } from './main-thread.ts';

const PANELS = ['overview', 'smile', 'skew', 'term', 'surface', 'density'] as const;
const BAR_MS = 8;
/** Long enough for a frame and for what a hover starts in it. */
const BETWEEN_MOVES_MS = 40;

/** Sweeps the pointer over a picture from edge to edge, up and down meanwhile. */
async function sweep(page: Page, picture: Locator, moves: number): Promise<void> {
  const box = await picture.boundingBox();
  if (box === null) throw new Error('a picture to sweep over has no place on screen');
  for (let step = 0; step <= moves; step += 1) {
    const share = step / moves;
    await page.mouse.move(
      box.x + box.width * (0.06 + 0.86 * share),
      box.y + box.height * (0.5 + 0.3 * Math.sin(9 * share)),
    );
    await page.waitForTimeout(BETWEEN_MOVES_MS);
  }
}

/** Processor time of script that one move of the pointer asks for, on every chart of a panel that stands still. */
async function hoverOn(app: BuiltApp, panel: string, moves: number): Promise<readonly Figure[]> {
  const page = await pageWithoutVenues(app);
  await page.goto(`${app.address}?market=sample-still&panel=${panel}`);
  await chartsDrawn(page);
  // What comes after the first picture, such as studies, is no part of a hover.
  await page.waitForTimeout(1500);
  const figures: Figure[] = [];
  for (const figure of await page.getByRole('main').getByRole('figure').all()) {
    const picture = figure.locator('figcaption + div');
    await picture.scrollIntoViewIfNeeded();
    await sweep(page, picture, 4);
    const stop = await traceMainThreads(app.browser);
    await sweep(page, picture, moves);
    const name = `${panel}: ${(await figure.getByRole('heading').first().textContent()) ?? ''}`;
    figures.push({ name, values: scriptPerEvent(await stop(), 'pointermove'), bar: BAR_MS });
  }
  await page.close();
  return figures;
}

/** Script per pointer move, a figure each chart. */
export async function hoverFigures(
  app: BuiltApp,
  moves: number,
  print: (figure: Figure) => void,
): Promise<void> {
  for (const panel of PANELS) for (const figure of await hoverOn(app, panel, moves)) print(figure);
}
