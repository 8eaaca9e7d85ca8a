import { expect, it } from 'vitest';
import { openingShare, openingWords } from './opening-words.ts';

it('says how much of a file has been read, then what is done with it', () => {
  const reading = { stage: 'bytes', read: 2_345_000, total: 9_000_000 } as const;
  expect(openingWords('day.jsonl', null)).toBe('Opening day.jsonl');
  expect(openingWords('day.jsonl', reading)).toBe('Reading day.jsonl, 2.3 of 9.0 MB');
  expect(openingWords('day.jsonl', { stage: 'quotes' })).toBe('Reading the quotes in day.jsonl');
  expect(openingWords('day.jsonl', { stage: 'smiles', underlying: 'SPX' })).toBe('Fitting the SPX smiles');
});

it('tells a share only while bytes are counted', () => {
  expect(openingShare({ stage: 'bytes', read: 3, total: 4 })).toBe(0.75);
  expect(openingShare({ stage: 'quotes', share: 0.5 })).toBe(0.5);
  expect([null, { stage: 'quotes' } as const].map(openingShare)).toEqual([null, null]);
});
