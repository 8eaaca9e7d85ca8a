import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

/** The files of the typeface that the page loads: letters and figures, and the Greek of Δ and σ. */
const LOADED = ['latin', 'greek'];

const faces = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource-variable/inter/wght.css'),
  'utf8',
);

/** Which characters each file of the typeface is fetched for; one that two files list may be drawn by the rarer. */
const ranges = new Map(
  [...faces.matchAll(/\/\* inter-([\w-]+)-wght-normal \*\/[^}]*unicode-range: ([^;]+);/g)].map(
    ([, name = '', list = '']) => [
      name,
      list.split(',').map((range) => {
        const [from = '', to = from] = range.replace('U+', '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    ],
  ),
);

function filesFor(character: string): readonly string[] {
  const code = character.codePointAt(0) ?? 0;
  return [...ranges].flatMap(([name, list]) =>
    list.some(([from, to]) => code >= from && code <= to) ? [name] : [],
  );
}

/** The characters of a source file outside its comments. */
function charactersOf(source: string): readonly string[] {
  return [...new Set(source.replaceAll(/\/\*[^]*?\*\/|(?<!:)\/\/.*/g, ''))];
}

const rooms = ['app', 'charts', 'analytics', 'market', 'state', 'exchanges'];
const sources = rooms.flatMap((room) => {
  const folder = new URL(`../../${room}/`, import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|css)$/.test(name) && !name.includes('.test.'))
    .map((name) => ({ name: `${room}/${name}`, source: readFileSync(new URL(name, folder), 'utf8') }));
});

describe('the characters of the page', () => {
  it('are read from every room that writes words, and the typeface from its own list of files', () => {
    expect([...ranges.keys()]).toEqual(expect.arrayContaining([...LOADED, 'latin-ext']));
    for (const room of rooms) expect(sources.some(({ name }) => name.startsWith(room))).toBe(true);
    expect(filesFor('Δ')).toEqual(['greek']);
    expect(filesFor('†')).toContain('latin-ext');
  });

  it('make the browser fetch no further file of the typeface', () => {
    const fetched = sources.flatMap(({ name, source }) =>
      charactersOf(source).flatMap((character) => {
        const files = filesFor(character);
        return files.every((file) => LOADED.includes(file))
          ? []
          : [`${name}: ${character} of ${files.join(', ')}`];
      }),
    );
    expect(fetched).toEqual([]);
  });
});
