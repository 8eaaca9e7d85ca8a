import { expect, it } from 'vitest';
import { oncePer } from './once-per.ts';

it('works once for each object, even where nothing comes of it', () => {
  const asked: number[][] = [];
  const least = oncePer((values: number[]) => {
    asked.push(values);
    return values.length === 0 ? undefined : Math.min(...values);
  });
  const [some, none] = [[3, 1, 2], []];
  expect([least(some), least(none), least(some), least(none)]).toEqual([1, undefined, 1, undefined]);
  expect(least([3, 1, 2])).toBe(1);
  expect(asked).toEqual([[3, 1, 2], [], [3, 1, 2]]);
});
