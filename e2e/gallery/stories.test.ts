import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chartFolders, chartOf, storyNames } from './chart-folders.ts';

const sourceOf = (story: string): string =>
  readFileSync(new URL(`stories/${story}.tsx`, import.meta.url), 'utf8');

it.each(chartFolders)('tells at least one story of %s', (chart) => {
  const told = storyNames.filter((story) => chartOf(story) === chart);
  expect(told.length).toBeGreaterThan(0);
  for (const story of told) expect(sourceOf(story)).toContain(`#charts/${chart}/`);
});

it('names every story after its chart', () => {
  expect(storyNames.filter((story) => chartOf(story) === null)).toEqual([]);
});
