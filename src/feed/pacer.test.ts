import { expect, it } from 'vitest';
import { createPacer } from './pacer.ts';

function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

it('lets other things happen during long work, and costs nothing during short work', async () => {
  const pace = createPacer();
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  await pace();
  expect(turns).toBe(0);
  for (let piece = 0; piece < 10; piece += 1) {
    work(15);
    await pace();
  }
  clearInterval(timer);
  expect(turns).toBeGreaterThanOrEqual(5);
});
