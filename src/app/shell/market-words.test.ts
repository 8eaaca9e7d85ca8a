import { expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import type { LiveStatus } from '#state/market/live-status.ts';
import { marketWords, transportWord, type MarketSituation } from './market-words.ts';
import { clockText, instantText, spanText } from '#app/reading/time-words.ts';

const now = epochMs(Date.UTC(2026, 6, 8, 3, 47, 35));
const live: LiveStatus = {
  phase: 'live',
  ageMs: 400,
  fault: null,
  nextTryAt: null,
  delayMs: 300,
  skewMs: null,
  stream: null,
  byRequest: true,
};
const failing: LiveStatus = {
  phase: 'failing',
  ageMs: 23_000,
  fault: { failure: { kind: 'unreachable' }, text: 'Deribit could not be reached.', at: now, random: 0 },
  nextTryAt: epochMs(now + 4200),
  delayMs: 300,
  skewMs: null,
  stream: null,
  byRequest: true,
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

it('says that only what is on screen goes on when requests fail and the socket does not', () => {
  expect(words({ live: { ...failing, phase: 'partial', ageMs: 0 } })).toMatchObject({
    tone: 'warning',
    state: 'Partly live',
    message: 'Deribit could not be reached. Expiries on screen go on by socket; the others age.',
  });
});

it('never calls old prices live, though nothing is known to have failed', () => {
  expect(words({ live: { ...live, phase: 'stale', ageMs: 14_000 } })).toMatchObject({
    tone: 'warning',
    state: 'Stale',
  });
});

it('says of a venue with sockets alone that it is reconnecting, and what comes next', () => {
  const lost = { ...failing, byRequest: false };
  expect(words({ live: lost })).toMatchObject({ state: 'Reconnecting', countdown: 'next try in 5 s' });
  expect(words({ live: { ...lost, nextTryAt: null } }).countdown).toBe('trying again now');
});

it('tells in a word whether prices stream or are polled while the stream is down', () => {
  const line = (phase: 'streaming' | 'reconnecting' | 'connecting') =>
    transportWord({
      onScreen: { kind: 'live' },
      live: { ...live, stream: { phase, nextTryAt: null, lost: null } },
    });
  expect([line('streaming'), line('reconnecting'), line('connecting')]).toEqual([
    'streaming',
    'polling',
    null,
  ]);
  expect(transportWord({ onScreen: { kind: 'live' }, live })).toBeNull();
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
    message:
      'Deribit stamps its newest quote 15 min before it arrived here: it is late, or this device’s clock is ahead.',
  });
});

it('tells late data from a wrong clock once the venue’s clock is known', () => {
  expect(words({ live: { ...live, delayMs: 15 * 60_000, skewMs: 0 } })).toMatchObject({
    state: 'Delayed',
    message: 'Deribit stamps its newest quote 15 min before it arrived here.',
  });
  expect(words({ live: { ...live, skewMs: -180_000 } })).toMatchObject({
    state: 'Live',
    tone: 'live',
    badge: null,
    message: 'This device’s clock is 3 min ahead of Deribit’s; ages are counted from receipt.',
  });
  expect(words({ live: { ...live, skewMs: 180_000 } }).message).toContain('is 3 min behind Deribit’s');
  expect(words({ live: { ...live, skewMs: 20_000 } }).message).toBeNull();
  expect(words({ live: { ...live, delayMs: 15 * 60_000, skewMs: -180_000 } }).message).toMatch(
    /^Deribit stamps .* arrived here\. This device’s clock/,
  );
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
