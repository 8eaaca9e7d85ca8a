import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distance, seenAs, sights } from '../colour-sight.ts';
import { divergingLevels, heatLevels } from './heat-scale.ts';

const css = readFileSync(new URL('heat-ramp.css', import.meta.url), 'utf8');
const heat = [...css.matchAll(/--heat-\d+: (#[0-9a-f]{6});/g)].map(([, hex = '']) => hex);
const diverging = [...css.matchAll(/--diverge-\d+: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
  ([, light = '', dark = '']) => ({ light, dark }),
);

it('has as many colours as the scales have levels', () => {
  expect(heat).toHaveLength(heatLevels);
  expect(diverging).toHaveLength(divergingLevels);
});

describe.each(Object.entries(sights))('with %s', (_, sight) => {
  it('keeps the order of a ramp by lightness alone, in steps that can be told apart', () => {
    const colours = heat.map((hex) => seenAs(hex, sight));
    for (const [i, colour] of colours.slice(1).entries()) {
      expect(colour[0]).toBeGreaterThan(colours[i]![0] + 0.02);
      expect(distance(colour, colours[i]!)).toBeGreaterThan(0.025);
    }
  });

  it.each(['light', 'dark'] as const)(
    'tells below from above zero in the %s theme, and both from nothing',
    (theme) => {
      const colours = diverging.map((pair) => seenAs(pair[theme], sight));
      const middle = (divergingLevels - 1) / 2;
      for (let step = 2; step <= middle; step++) {
        const [below, above, nothing] = [colours[middle - step]!, colours[middle + step]!, colours[middle]!];
        expect(distance(below, above)).toBeGreaterThan(0.04);
        expect(distance(below, nothing)).toBeGreaterThan(0.05);
        expect(distance(above, nothing)).toBeGreaterThan(0.05);
      }
    },
  );
});

it.each(['light', 'dark'] as const)(
  'leaves its middle with the page and grows away from it evenly in the %s theme',
  (theme) => {
    const lightness = diverging.map((pair) => seenAs(pair[theme], sights['full colour sight']!)[0]);
    const middle = (divergingLevels - 1) / 2;
    const sign = theme === 'light' ? -1 : 1;
    for (let step = 1; step <= middle; step++) {
      const [below, above] = [lightness[middle - step]!, lightness[middle + step]!];
      expect(sign * (below - lightness[middle - step + 1]!)).toBeGreaterThan(0);
      expect(sign * (above - lightness[middle + step - 1]!)).toBeGreaterThan(0);
      expect(Math.abs(below - above)).toBeLessThan(0.08);
    }
  },
);
