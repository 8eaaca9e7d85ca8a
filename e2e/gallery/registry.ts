import type { Story } from './story.ts';

const modules = import.meta.glob<{ readonly story: Story }>('./stories/*.tsx', { eager: true });

/** Every story by its file name. */
export const stories: ReadonlyMap<string, Story> = new Map(
  Object.entries(modules).map(([path, { story }]) => [path.replace(/^\.\/stories\/|\.tsx$/g, ''), story]),
);
