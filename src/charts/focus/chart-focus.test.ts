import { expect, it, vi } from 'vitest';
import { type ChartFocus, createFocusChannel } from './chart-focus.ts';

const at = (pointId: string): ChartFocus => ({ expiryId: '31JUL26', x: 1, pointId });

it('tells listeners of a new place once and of the same place not at all', () => {
  const channel = createFocusChannel();
  const heard = vi.fn();
  channel.subscribe(heard);
  channel.point(at('a'));
  channel.point(at('a'));
  expect(heard).toHaveBeenCalledTimes(1);
  expect(channel.current().hover?.pointId).toBe('a');
});

it('keeps the two latest pins and unpins a place pinned again', () => {
  const channel = createFocusChannel();
  for (const id of ['a', 'b', 'c']) channel.pin(at(id));
  expect(channel.current().pins.map((pin) => pin.pointId)).toEqual(['b', 'c']);
  channel.pin(at('b'));
  expect(channel.current().pins.map((pin) => pin.pointId)).toEqual(['c']);
});

it('forgets everything when cleared and falls silent for who has left', () => {
  const channel = createFocusChannel();
  const heard = vi.fn();
  const leave = channel.subscribe(heard);
  channel.pin(at('a'));
  channel.clear();
  leave();
  channel.point(at('b'));
  expect(heard).toHaveBeenCalledTimes(2);
  expect(channel.current().pins).toEqual([]);
});

it('tells places of one expiry without quotes apart by their x', () => {
  const channel = createFocusChannel();
  channel.pin({ expiryId: 'e', x: 1, pointId: null });
  channel.pin({ expiryId: 'e', x: 2, pointId: null });
  expect(channel.current().pins).toHaveLength(2);
});
