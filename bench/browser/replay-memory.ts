import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { recordingText } from '../../e2e/support/recording-files.ts';
import { epochMs } from '../../src/base/time.ts';
import { LONGEST_PAUSE_MS } from '../../src/state/replay-pace.ts';
import type { BuiltApp } from './built-app.ts';
import { type Figure, quantile } from './figures.ts';
import { type Heaps, watchHeaps } from './heaps.ts';
import { openFile } from './spx-opening.ts';

const FRAMES = 120;
/** The longest pause that a replay sits through in full. */
const EVERY_MS = LONGEST_PAUSE_MS;
const LOOK_EVERY_MS = 100;
const SAMPLES = 16;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function quarters(name: string, heaps: readonly number[]): Figure {
  const quarter = Math.floor(heaps.length / 4);
  const second = quantile(heaps.slice(quarter, 2 * quarter), 0.5);
  const last = quantile(heaps.slice(-quarter), 0.5);
  console.log(
    `${name}: ${second.toFixed(1)} MB in the second quarter, ${last.toFixed(1)} MB in the last (${(100 * (last / second - 1)).toFixed(1)} %)`,
  );
  return {
    name: `${name}, last quarter over second`,
    values: [100 * Math.abs(last / second - 1)],
    bar: 10,
    unit: '%',
  };
}

/** Heaps after a forced collection while a recording plays at 50 times its pace, from its start again whenever it ends. */
export async function replayMemoryFigures(app: BuiltApp, seconds: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'smirk-bench-'));
  const file = join(folder, 'replayed.jsonl.gz');
  const startedAt = epochMs(Date.UTC(2026, 6, 8, 12));
  writeFileSync(file, gzipSync(recordingText({ seed: 11, startedAt, frames: FRAMES, everyMs: EVERY_MS })));
  const page = await openFile(app, file, 5);
  rmSync(folder, { recursive: true });
  const heapsOf = await watchHeaps(page);
  await page.getByRole('radio', { name: '50×' }).check({ force: true });
  const play = page.getByRole('button', { name: 'Play', exact: true });
  const heaps: Heaps[] = [];
  const until = performance.now() + seconds * 1000;
  const every = (seconds * 1000) / SAMPLES;
  let next = performance.now() + every;
  while (performance.now() < until) {
    if (await play.isVisible()) await play.click();
    await pause(Math.min(LOOK_EVERY_MS, every));
    if (performance.now() < next) continue;
    heaps.push(await heapsOf());
    next += every;
  }
  await page.close();
  return [
    quarters(
      'JS heap of the page',
      heaps.map((heap) => heap.page),
    ),
    quarters(
      'JS heap of the worker',
      heaps.map((heap) => heap.workers),
    ),
  ];
}
