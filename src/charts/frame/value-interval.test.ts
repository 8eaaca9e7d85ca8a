import { expect, it } from 'vitest';
import { barWidth, intervalDomain, placeInterval } from './value-interval.ts';

const y = (value: number): number => 100 - value;

it('cuts an interval at the axis and says on which side', () => {
  expect(placeInterval([-5, 30], y, [0, 20])).toEqual({
    top: 80,
    bottom: 100,
    cutAbove: true,
    cutBelow: true,
  });
  expect(placeInterval([5, 10], y, [0, 20])).toEqual({
    top: 90,
    bottom: 95,
    cutAbove: false,
    cutBelow: false,
  });
});

it('shows nothing of an interval that lies wholly outside', () => {
  expect(placeInterval([30, 40], y, [0, 20])).toBeNull();
});

it('gives values their share of the height however wide their intervals', () => {
  const [lo, hi] = intervalDomain([10, 20], [[-500, 500]], { leastSpan: 2, valueShare: 0.5 }) ?? [0, 0];
  expect(10 / (hi - lo)).toBeCloseTo(0.5, 9);
});

it('ends at the intervals where they are modest', () => {
  expect(intervalDomain([10, 20], [[9, 21]], { leastSpan: 2, valueShare: 0.5 })).toEqual([9, 21]);
});

it('does not blow up a difference smaller than the least span', () => {
  expect(intervalDomain([10], [], { leastSpan: 4, valueShare: 0.5 })).toEqual([8, 12]);
  expect(intervalDomain([], [], { leastSpan: 4, valueShare: 0.5 })).toBeNull();
});

it('draws bars thin enough to stand apart', () => {
  expect(barWidth([10, 15, 100])).toBe(2);
  expect(barWidth([10, 60])).toBe(6);
  expect(barWidth([10])).toBe(6);
});
