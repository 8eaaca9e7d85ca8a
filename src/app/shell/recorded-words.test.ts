import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { recordedWords } from './recorded-words.ts';

const START = epochMs(Date.UTC(2026, 6, 8, 12));
const after = (minutes: number) => epochMs(START + minutes * 60_000);
const held = {
  messages: 820,
  size: 12_000_000,
  received: 156_000_000,
  largest: 240_000_000,
  longest: 4_000_000_000,
  most: 4_000_000,
  startedAt: START,
  fullSince: null,
};

it('says how much is held, of how much, and for how long there is room at the pace so far', () => {
  expect(recordedWords(held, after(40))).toEqual({
    figure: '12.0 MB',
    title: '820 messages held, 12.0 MB of at most 240 MB; at this pace room for 12 h more',
    full: false,
  });
});

it('counts with the bound that is reached first', () => {
  const words = [
    recordedWords({ ...held, received: 2_000_000_000 }, after(60)),
    recordedWords({ ...held, messages: 2_000_000 }, after(60)),
  ].map(({ title }) => title.split('; ')[1]);
  expect(words).toEqual(['at this pace room for 60 min more', 'at this pace room for 60 min more']);
});

it('promises nothing before a minute was heard, and says since when nothing fits', () => {
  expect(recordedWords(held, after(0.5)).title).toBe('820 messages held, 12.0 MB of at most 240 MB');
  expect(recordedWords({ ...held, fullSince: after(750) }, after(800))).toMatchObject({
    figure: '12.0 MB full, nothing since 00:30:00 UTC',
    full: true,
  });
});
