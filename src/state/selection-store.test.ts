import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { chooseUnderlying, createSelectionStore, toggleExpiry } from './selection-store.ts';
import { DEFAULT_SELECTION } from './selection.ts';

const day = (n: number) => epochMs(n * 86_400_000);

it('starts from the expiries on screen when the user had chosen none', () => {
  const store = createSelectionStore();
  toggleExpiry(store, day(9), [day(1), day(2)]);
  expect(store.getState().expiries).toEqual([day(1), day(2), day(9)]);
  toggleExpiry(store, day(1), [day(1), day(2), day(9)]);
  expect(store.getState().expiries).toEqual([day(2), day(9)]);
});

it('never leaves the picture without a curve', () => {
  const store = createSelectionStore();
  toggleExpiry(store, day(1), [day(1)]);
  expect(store.getState().expiries).toBeNull();
});

it('makes room for a seventh expiry by dropping the first', () => {
  const store = createSelectionStore();
  toggleExpiry(store, day(7), [1, 2, 3, 4, 5, 6].map(day));
  expect(store.getState().expiries).toEqual([2, 3, 4, 5, 6, 7].map(day));
});

it('lets go of expiries and pins when the market changes, and of nothing else', () => {
  const store = createSelectionStore({
    ...DEFAULT_SELECTION,
    axis: 'strike',
    expiries: [day(1)],
    pins: [{ expiry: day(1), strike: 5 }],
  });
  chooseUnderlying(store, { underlying: 'ETH' });
  expect(store.getState()).toEqual({ ...DEFAULT_SELECTION, axis: 'strike', underlying: 'ETH' });
});
