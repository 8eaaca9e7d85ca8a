import { expect, it } from 'vitest';
import { eachLatestWins, latestWins } from './latest-wins.ts';

/** A job whose end the test decides. */
function heldJobs() {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const run = (name: string): Promise<string> => {
    started.push(name);
    return new Promise((resolve, reject) => {
      ends.push(() => (name === 'bad' ? reject(new Error(name)) : resolve(`${name} done`)));
    });
  };
  return { started, ends, run };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('runs one job, keeps the newest waiting and tells the older ones that they were overtaken', async () => {
  const { started, ends, run } = heldJobs();
  const ask = latestWins(run);
  const answers = ['a', 'b', 'c', 'd'].map((name) => ask(name));
  expect(started).toEqual(['a']);
  expect(await answers[1]).toEqual({ overtaken: true });
  expect(await answers[2]).toEqual({ overtaken: true });
  ends[0]!();
  expect(await answers[0]).toBe('a done');
  await settled();
  expect(started).toEqual(['a', 'd']);
  ends[1]!();
  expect(await answers[3]).toBe('d done');
});

it('goes on after a job that failed', async () => {
  const { started, ends, run } = heldJobs();
  const ask = latestWins(run);
  const bad = ask('bad');
  const good = ask('good');
  ends[0]!();
  await expect(bad).rejects.toThrow('bad');
  await settled();
  expect(started).toEqual(['bad', 'good']);
  ends[1]!();
  expect(await good).toBe('good done');
});

it('is idle again when all is done', async () => {
  const { started, ends, run } = heldJobs();
  const ask = latestWins(run);
  const first = ask('first');
  ends[0]!();
  await first;
  await settled();
  void ask('second');
  expect(started).toEqual(['first', 'second']);
});

it('lets no question overtake one of another kind', async () => {
  const { started, ends, run } = heldJobs();
  const ask = eachLatestWins(run, (name) => name[0]!);
  const answers = ['a1', 'b1', 'a2', 'a3', 'b2'].map((name) => ask(name));
  expect(started).toEqual(['a1', 'b1']);
  expect(await answers[2]).toEqual({ overtaken: true });
  for (const end of ends) end();
  await Promise.all([answers[0], answers[1]]);
  await settled();
  expect(started).toEqual(['a1', 'b1', 'a3', 'b2']);
});
