import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { distance, seenAs, sights } from './colour-sight.ts';
import { expiryColour, expiryRampSteps } from './expiry-colour.ts';

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);
const ramp = Array.from({ length: expiryRampSteps }, (_, step) => tokens.get(`expiry-${step}`)!);
const themes = ['light', 'dark'] as const;
/** As many expiries as a picture names at the ends of their lines. */
const MOST_DRAWN = 6;

it('gives the nearest expiry the first colour of the ramp and the farthest the last', () => {
  expect([expiryColour(0, 11), expiryColour(10, 11)]).toEqual(['var(--expiry-0)', 'var(--expiry-15)']);
  expect(expiryColour(0, 1)).toBe('var(--expiry-8)');
});

it('keeps the expiries of a long list in ramp order', () => {
  const steps = Array.from({ length: 55 }, (_, rank) => Number(/\d+/.exec(expiryColour(rank, 55))?.[0]));
  expect(steps.every((step, rank) => rank === 0 || step >= (steps[rank - 1] ?? 0))).toBe(true);
});

describe.each(Object.entries(sights))('with %s', (_, sight) => {
  it.each(themes)('tells any two of up to six expiries apart in the %s theme', (theme) => {
    for (let count = 2; count <= MOST_DRAWN; count++) {
      const drawn = Array.from({ length: count }, (__, rank) => {
        const step = Number(/\d+/.exec(expiryColour(rank, count))?.[0]);
        return seenAs(ramp[step]![theme], sight);
      });
      for (const [i, a] of drawn.entries())
        for (const b of drawn.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(0.045);
    }
  });

  it.each(themes)(
    'changes from each step of the ramp to the next, away from the first, in the %s theme',
    (theme) => {
      const colours = ramp.map((pair) => seenAs(pair[theme], sight));
      for (const [i, colour] of colours.slice(1).entries()) {
        expect(distance(colour, colours[i]!)).toBeGreaterThan(0.01);
        expect(distance(colour, colours[0]!)).toBeGreaterThan(distance(colours[i]!, colours[0]!) - 0.01);
      }
    },
  );

  it.each(themes)('tells puts from calls and from the text in the %s theme', (theme) => {
    const [put, call, text] = ['put', 'call', 'text'].map((name) => seenAs(tokens.get(name)![theme], sight));
    expect(distance(put!, call!)).toBeGreaterThan(0.15);
    expect(distance(put!, text!)).toBeGreaterThan(0.15);
    expect(distance(call!, text!)).toBeGreaterThan(0.15);
  });
});

it.each(themes)('lets the ramp grow darker from near to far in the %s theme', (theme) => {
  const lightness = ramp.map((pair) => seenAs(pair[theme], sights['full colour sight']!)[0]);
  expect(lightness).toEqual(lightness.toSorted((a, b) => b - a));
});
