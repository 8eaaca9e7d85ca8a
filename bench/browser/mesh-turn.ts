import { type BuiltApp, pageWithoutVenues } from './built-app.ts';
import type { Figure } from './figures.ts';
import { scriptPerEvent, traceMainThreads } from './main-thread.ts';

const FRAME_MS = 1000 / 60;

/** Notes the time of every frame. */
function watchFrames(): void {
  const frames: number[] = [];
  Object.assign(globalThis, { smirkFrames: frames });
  const note = (at: number): void => {
    frames.push(at);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}

/** Frame by frame while the landscape is dragged around; empty where the browser gives no WebGL. */
export async function meshFigures(app: BuiltApp, moves: number): Promise<readonly Figure[]> {
  const page = await pageWithoutVenues(app);
  await page.goto(`${app.address}?market=sample-still&panel=surface&surfaceView=mesh`);
  const canvas = page.getByRole('main').locator('figure canvas');
  const note = page.getByText(/gives no WebGL/);
  await canvas.or(note).first().waitFor();
  if (await note.isVisible()) {
    await page.close();
    return [];
  }
  await page.waitForTimeout(1500);
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('the landscape has no place on screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(watchFrames);
  const stop = await traceMainThreads(app.browser);
  for (let step = 0; step < moves; step += 1) {
    await page.mouse.move(x + 160 * Math.sin(step / 9), y + 40 * Math.sin(step / 14));
    await page.waitForTimeout(FRAME_MS);
  }
  const frames = await page.evaluate(() => (globalThis as unknown as { smirkFrames: number[] }).smirkFrames);
  const script = scriptPerEvent(await stop(), 'pointermove');
  await page.mouse.up();
  await page.close();
  const between = frames.slice(1).map((at, index) => at - (frames[index] ?? at));
  return [
    { name: '3D turned by hand, software GL: time between frames', values: between, bar: 34 },
    { name: '3D turned by hand: script a move', values: script, bar: 8 },
  ];
}
