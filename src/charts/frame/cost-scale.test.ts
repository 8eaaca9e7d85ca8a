import { expect, it } from 'vitest';
import { costScale } from './cost-scale.ts';

it('puts every cost and a labelled zero on one scale that fills the bar', () => {
  const scale = costScale([-2, 8]);
  expect([scale.at(-2), scale.at(0), scale.at(8)]).toEqual([0, 20, 100]);
  expect(scale.ticks.find(({ zero }) => zero)).toMatchObject({ at: 20, text: '0' });
  expect(scale.ticks.at(-1)?.text).toBe('5 %');
});

it('gives ticks below one percent their decimals', () => {
  expect(costScale([0, 0.3]).ticks.map(({ text }) => text)).toEqual(['0.00', '0.10', '0.20 %']);
});

it('has no ticks where nothing costs anything', () => {
  expect(costScale(null).ticks).toEqual([]);
  expect(costScale([0, 0]).at(0)).toBe(0);
});
