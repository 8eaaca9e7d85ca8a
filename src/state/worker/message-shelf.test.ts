import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import { createMessageShelf } from './message-shelf.ts';

const message = (at: number, request: string, via: WireMessage['via'] = 'http'): WireMessage => ({
  at: epochMs(at),
  via,
  request,
  body: '0123456789',
});

it('lets a newer answer take the place of an older one, and keeps what was pushed', () => {
  const shelf = createMessageShelf();
  const heard = [
    message(1, 'a'),
    message(2, 'wss', 'ws'),
    message(3, 'b'),
    message(4, 'wss', 'ws'),
    message(5, 'a'),
  ];
  for (const one of heard) shelf.hear('venue', one);
  expect(shelf.newestFirst('venue').map(({ at }) => at)).toEqual([5, 4, 3, 2]);
  expect(shelf.newestFirst('another')).toEqual([]);
});

it('lets go of the oldest where there is no room, but never of the newest', () => {
  const shelf = createMessageShelf(25);
  for (const at of [1, 2, 3, 4]) shelf.hear('venue', message(at, 'wss', 'ws'));
  expect(shelf.newestFirst('venue').map(({ at }) => at)).toEqual([4, 3]);
  const small = createMessageShelf(5);
  for (const at of [1, 2]) small.hear('venue', message(at, 'wss', 'ws'));
  expect(small.newestFirst('venue').map(({ at }) => at)).toEqual([2]);
});
