import type { Page } from '@playwright/test';

/** A second that takes longer than this looks to the page like a device that slept. */
const STEP_MS = 4000;

/** Lets time pass on the page without waiting for it; its clock must have been installed before it was opened. */
export async function passTime(page: Page, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) await page.clock.fastForward(Math.min(left, STEP_MS));
}

/** Lets the wait that the page announces pass; returns how long it was, zero where none is announced. */
export async function passAnnouncedWait(page: Page): Promise<number> {
  const notice = page.getByRole('region', { name: 'Where the numbers come from' });
  const words = (await notice.allTextContents()).join(' ');
  const ms = 1000 * Number(/next try in (\d+) s/i.exec(words)?.[1] ?? 0);
  await passTime(page, ms);
  return ms;
}

/** The time on the page's clock. */
export async function timeOn(page: Page): Promise<number> {
  return page.evaluate(() => Date.now());
}
