import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { divergingLevels, heatLevels } from './heat-scale.ts';

const css = readFileSync(new URL('heat-ramp.css', import.meta.url), 'utf8');
type Colour = readonly [number, number, number];

function linear(hex: string): Colour {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear light. */
const sights: Readonly<Record<string, readonly Colour[]>> = {
  'full colour sight': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Colour, sight: readonly Colour[]): Colour {
  const [r = 0, g = 0, b = 0] = sight.map((row) =>
    Math.min(1, Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2])),
  );
  return [r, g, b];
}

/** Oklab: lightness and two opponent axes. */
function oklab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const distance = (a: Colour, b: Colour): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

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
    const colours = heat.map((hex) => oklab(seen(linear(hex), sight)));
    for (const [i, colour] of colours.slice(1).entries()) {
      expect(colour[0]).toBeGreaterThan(colours[i]![0] + 0.02);
      expect(distance(colour, colours[i]!)).toBeGreaterThan(0.025);
    }
  });

  it.each(['light', 'dark'] as const)(
    'tells below from above zero in the %s theme, and both from nothing',
    (theme) => {
      const colours = diverging.map((pair) => oklab(seen(linear(pair[theme]), sight)));
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
    const lightness = diverging.map((pair) => oklab(linear(pair[theme]))[0]);
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
