import { readdirSync } from 'node:fs';

/** Folders of `src/charts` that charts share. */
const SHARED: ReadonlySet<string> = new Set(['figure', 'focus', 'frame', 'zoom']);

/** The folder of every chart. */
export const chartFolders: readonly string[] = readdirSync(new URL('../../src/charts', import.meta.url), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory() && !SHARED.has(entry.name))
  .map(({ name }) => name)
  .toSorted();

/** Names of all stories. */
export const storyNames: readonly string[] = readdirSync(new URL('stories', import.meta.url))
  .map((file) => file.replace(/\.tsx$/, ''))
  .toSorted();

/** The chart whose name a story begins with, or `linked` for several under one crosshair; null for any other. */
export function chartOf(story: string): string | null {
  if (story === 'linked') return story;
  const fitting = chartFolders.filter((chart) => story.startsWith(`${chart}-`));
  return fitting.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
