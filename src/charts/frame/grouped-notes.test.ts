import { expect, test } from 'vitest';
import { groupedNotes } from './grouped-notes.ts';

const entries = (notes: readonly (string | null)[]): { label: string; note: string | null }[] =>
  notes.map((note, i) => ({ label: `E${i + 1}`, note }));

test('tells each reason once, with the expiries it holds for', () => {
  expect(groupedNotes(entries(['no bids', null, 'expired', 'no bids']), 'every expiry')).toEqual([
    'E1, E4: no bids',
    'E3: expired',
  ]);
  expect(groupedNotes(entries([null, null]), 'every expiry')).toEqual([]);
});

test('says so where it holds for all, and counts those it has no room to name', () => {
  expect(groupedNotes(entries(Array.from({ length: 12 }, () => 'no bids')), 'every expiry')).toEqual([
    'every expiry: no bids',
  ]);
  const many = entries([...Array.from({ length: 9 }, () => 'no bids'), null]);
  expect(groupedNotes(many, 'every expiry')).toEqual(['E1, E2, E3, E4 and 5 more: no bids']);
  expect(groupedNotes(entries(['no bids']), 'every expiry')).toEqual(['E1: no bids']);
});
