import { array, assert, integer, option, property, record, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { type Domain, type HeldAxes, widenAxes } from './held-axes.ts';

type Names = 'vol' | 'residual';

const domain = tuple(integer({ min: -500, max: 500 }), integer({ min: 0, max: 300 })).map(
  ([lo, span]): Domain => [lo, lo + span],
);
const instant = record({ vol: option(domain), residual: option(domain) });

it('never narrows from one instant of a replay to the next, and holds all that was needed', () => {
  assert(
    property(array(instant, { minLength: 1, maxLength: 8 }), (instants) => {
      let held: HeldAxes<Names> | null = null;
      for (const needed of instants) {
        const before: HeldAxes<Names> | null = held;
        held = widenAxes<Names>(before, 'all', needed);
        for (const name of ['vol', 'residual'] as const) {
          const axis = held.domains[name];
          for (const inside of [needed[name], before?.domains[name] ?? null]) {
            if (inside === null) continue;
            expect(axis?.[0]).toBeLessThanOrEqual(inside[0]);
            expect(axis?.[1]).toBeGreaterThanOrEqual(inside[1]);
          }
        }
      }
    }),
  );
});

it('is the very same while nothing widens, so that a page does not draw again for it', () => {
  const held = widenAxes<Names>(null, 'all', { vol: [30, 60], residual: null });
  expect(widenAxes(held, 'all', { vol: [35, 60], residual: null })).toBe(held);
  expect(widenAxes(held, 'all', { vol: [35, 61], residual: null })).not.toBe(held);
});

it('keeps an axis through an instant that has no value for it', () => {
  const held = widenAxes<Names>(null, 'all', { vol: [30, 60], residual: [-2, 2] });
  expect(widenAxes(held, 'all', { vol: [30, 60], residual: null }).domains.residual).toEqual([-2, 2]);
});

it('begins anew where another choice is on screen', () => {
  const held = widenAxes<Names>(null, 'vol points', { vol: [30, 60], residual: [-20, 20] });
  const other = widenAxes(held, 'half-spreads', { vol: [40, 50], residual: [-1, 1] });
  expect(other.domains).toEqual({ vol: [40, 50], residual: [-1, 1] });
});
