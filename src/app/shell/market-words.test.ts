import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { LiveStatus } from '#state/market/live-status.ts';
import { marketWords, type MarketSituation } from './market-words.ts';
import { clockText, instantText, spanText } from '#app/reading/time-words.ts';

const now = epochMs(Date.UTC(2026, 6, 8, 3, 47, 35));
const live: LiveStatus = { phase: 'live', ageMs: 400, fault: null, nextTryAt: null, delayMs: 300 };
const failing: LiveStatus = {
  phase: 'failing',
  ageMs: 23_000,
  fault: { failure: { kind: 'unreachable' }, text: 'Deribit could not be reached.', at: now, random: 0 },
  nextTryAt: epochMs(now + 4200),
  delayMs: 300,
};
const words = (change: Partial<MarketSituation>) =>
  marketWords({ onScreen: { kind: 'live' }, live, venue: 'Deribit', file: null, now, ...change });

it('has little to say while all is well', () => {
  expect(words({})).toEqual({
    tone: 'live',
    state: 'Live',
    badge: null,
    message: null,
    countdown: null,
    remedy: null,
  });
});

it('says what failed, that the last prices stay, and when it will try again', () => {
  expect(words({ live: failing })).toMatchObject({
    tone: 'warning',
    state: 'Not updating',
    message: 'Deribit could not be reached. The last prices stay on screen and age.',
    countdown: 'next try in 5 s',
    remedy: 'retry',
  });
});

it('puts a large badge over made-up prices and says why they are there', () => {
  expect(words({ onScreen: { kind: 'sample', why: 'fallback' }, live: failing })).toMatchObject({
    badge: 'Sample market',
    message: 'Deribit could not be reached. Made-up prices stand in.',
    remedy: 'retry',
  });
  expect(words({ onScreen: { kind: 'sample', why: 'chosen' } })).toMatchObject({
    badge: 'Sample market',
    message: 'Made-up prices from a model, not a market.',
    countdown: null,
    remedy: 'go-live',
  });
});

it('says which underlying stands in for one that the sample market does not have', () => {
  const substitute = { asked: 'DOGE', shown: 'BTC' };
  const { message } = words({ onScreen: { kind: 'sample', why: 'fallback' }, live: failing, substitute });
  expect(message).toBe(
    'Deribit could not be reached. Made-up prices stand in. They have no DOGE: this is BTC.',
  );
});

it('calls a recorded sample market what it is', () => {
  const file = { name: 'sample.jsonl', sample: true };
  expect(words({ onScreen: { kind: 'replay' }, file }).badge).toBe('Sample market · replay');
  expect(words({ onScreen: { kind: 'replay' }, file: { ...file, sample: false } }).badge).toBe('Replay');
});

it('calls quotes delayed that are old on arrival', () => {
  expect(words({ live: { ...live, delayMs: 15 * 60_000 } })).toMatchObject({
    badge: 'Delayed',
    message: 'Deribit stamps its newest quote 15 min before it arrived here.',
  });
});

it('shows no number while it waits, and says for what', () => {
  const waiting: LiveStatus = { ...live, phase: 'waiting', ageMs: null, delayMs: null };
  expect(words({ onScreen: { kind: 'none' }, live: waiting })).toMatchObject({ state: 'Asking Deribit' });
  expect(words({ onScreen: { kind: 'none' }, live: { ...failing, ageMs: null } })).toMatchObject({
    state: 'No prices',
    remedy: 'retry',
  });
});

it('words spans and instants', () => {
  expect([0, 59_999, 119_000, 121_000, 3 * 3_600_000, 5 * 86_400_000].map(spanText)).toEqual([
    '0 s',
    '59 s',
    '119 s',
    '2 min',
    '3 h',
    '5 days',
  ]);
  expect([clockText(now), instantText(now)]).toEqual(['03:47:35 UTC', '2026-07-08 03:47:35 UTC']);
});
