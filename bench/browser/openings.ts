import type { Page } from '@playwright/test';
import { epochMs } from '../../src/base/time.ts';
import { createSampleMarket } from '../../src/simulator/sample-market.ts';
import { type BuiltApp, chartsDrawn } from './built-app.ts';
import type { Figure } from './figures.ts';
import { longestTask, traceMainThreads } from './main-thread.ts';

/** Plays Deribit behind intercepted requests, or lets nothing be reached. */
export async function standIn(page: Page, live: boolean): Promise<void> {
  const market = createSampleMarket({ seed: 11, startedAt: epochMs(Date.now()) });
  await page.route(/^https:/, async (route) => {
    if (!live) return route.abort();
    const body = market.respond(route.request().url(), epochMs(Date.now()));
    return route.fulfill({
      body,
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
}

interface Opening {
  readonly paint: number;
  readonly usable: number;
  readonly longest: number;
}

async function opening({ browser, address }: BuiltApp, live: boolean): Promise<Opening> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await standIn(page, live);
  const stop = await traceMainThreads(browser);
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('figure', { name: 'Smile' }).waitFor();
  await chartsDrawn(page);
  const { paint, usable } = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    usable: performance.now(),
  }));
  // What is fetched after the first picture is part of the start as well.
  await page.waitForTimeout(1000);
  const longest = longestTask(await stop());
  await page.close();
  return { paint, usable, longest };
}

/** First paint, charts drawn, and the longest task of the start. */
export async function openingFigures(app: BuiltApp, rounds: number): Promise<readonly Figure[]> {
  const sample: Opening[] = [];
  const live: Opening[] = [];
  for (let round = 0; round < rounds; round += 1) {
    sample.push(await opening(app, false));
    live.push(await opening(app, true));
  }
  return [
    { name: 'first paint', values: sample.map(({ paint }) => paint), bar: 1000 },
    {
      name: 'usable, no venue: the sample market’s charts drawn',
      values: sample.map(({ usable }) => usable),
      bar: 1000,
    },
    {
      name: 'usable, the venue answers: its charts drawn',
      values: live.map(({ usable }) => usable),
      bar: 1000,
    },
    {
      name: 'longest task of the start, processor time',
      values: sample.map(({ longest }) => longest),
      bar: 50,
    },
  ];
}
