import type { BuiltApp } from './built-app.ts';
import type { Figure } from './figures.ts';
import { standIn } from './openings.ts';

interface Mark {
  readonly arrived: number;
  readonly painted: number;
  readonly longest: number;
}

type Watched = typeof globalThis & { smirkMarks: Mark[] };

/** Marks when the text of a chain has arrived, and when the smile was painted afterwards. */
function watchPaints(): void {
  const marks: { arrived: number; painted: number; longest: number }[] = [];
  Object.assign(globalThis, { smirkMarks: marks });
  const ask = globalThis.fetch;
  globalThis.fetch = async (...request: Parameters<typeof fetch>) => {
    const response = await ask(...request);
    if (!response.url.includes('get_book_summary')) return response;
    const body = await response.arrayBuffer();
    marks.push({ arrived: performance.now(), painted: 0, longest: 0 });
    return new Response(body, { status: response.status, headers: response.headers });
  };
  const painted = new MessageChannel();
  painted.port1.addEventListener('message', () => {
    const mark = marks.at(-1);
    if (mark?.painted === 0) mark.painted = performance.now();
  });
  painted.port1.start();
  new MutationObserver((changes) => {
    const drawn = changes.some(
      ({ target }) => target instanceof Element && target.closest('figure') !== null,
    );
    if (drawn) requestAnimationFrame(() => painted.port2.postMessage(0));
  }).observe(document, { subtree: true, childList: true, attributes: true });
  new PerformanceObserver((list) => {
    const mark = marks.at(-1);
    for (const { duration } of list.getEntries()) if (mark) mark.longest = Math.max(mark.longest, duration);
  }).observe({ type: 'longtask' });
}

/** A snapshot's way from its arrival to the painted charts, and what it asks of the main thread. */
export async function snapshotFigures(
  { browser, address }: BuiltApp,
  snapshots: number,
): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watchPaints);
  await standIn(page, true);
  await page.goto(address);
  await page.waitForFunction((count) => (globalThis as Watched).smirkMarks.length > count, snapshots + 1, {
    timeout: 240_000,
  });
  const marks = await page.evaluate(() => (globalThis as Watched).smirkMarks);
  await page.close();
  // The first two are the opening itself, the last may not have been painted yet.
  const seen = marks.slice(2, -1).filter(({ painted }) => painted > 0);
  return [
    {
      name: 'snapshot arrives → charts painted',
      values: seen.map(({ arrived, painted }) => painted - arrived),
      bar: 50,
    },
    {
      name: 'longest task after a snapshot, on the clock (0: under 50)',
      values: seen.map(({ longest }) => longest),
      bar: 50,
    },
  ];
}
