import { environmentManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { err, ok } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { FeedFailure } from '#feed/feed-failure.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { liveMarket, type MarketQuestions } from '../market/live-market.ts';
import { liveStatus } from '../market/live-status.ts';
import { MarketFaultError } from '../market/market-fault.ts';
import { chainQuery } from './chain-query.ts';

const chain: OptionChain = {
  venue: 'deribit',
  underlying: 'BTC',
  asOf: epochMs(0),
  version: 1,
  indexPrice: null,
  volatilityIndex: null,
  expiries: [],
  rejected: [],
};

/** A venue that answers as it is told, one answer a question; the last one for ever after. */
function scripted(...answers: (FeedFailure | 'chain')[]) {
  const askedAt: EpochMs[] = [];
  const now = (): EpochMs => epochMs(Date.now());
  const unasked = (): never => {
    throw new Error('only chains are asked for here');
  };
  const source: MarketQuestions = {
    adapter: { id: 'deribit', label: 'Deribit', knownUnderlyings: ['BTC'] },
    fetchChain: () => {
      const answer = answers[Math.min(askedAt.length, answers.length - 1)] ?? 'chain';
      askedAt.push(now());
      const listed = { chain, listing: 'listed', leftOut: [], underlyings: ['BTC'] } as const;
      return Promise.resolve(answer === 'chain' ? ok(listed) : err(answer));
    },
    fetchTerms: unasked,
    fetchIndex: unasked,
  };
  return { market: liveMarket(source, { now, random: () => 0 }), askedAt };
}

function watch(...answers: Parameters<typeof scripted>) {
  const { market, askedAt } = scripted(...answers);
  const client = new QueryClient();
  const observer = new QueryObserver(client, chainQuery(market, 'BTC'));
  const stop = observer.subscribe(() => {});
  const status = () => {
    const { data, failureCount, failureReason } = observer.getCurrentResult();
    const fault = failureReason instanceof MarketFaultError ? failureReason.fault : null;
    return liveStatus({ data, failureCount, fault }, epochMs(Date.now()));
  };
  return { askedAt, status, stop, seconds: () => askedAt.map((at) => (at - epochMs(start)) / 1000) };
}

const start = Date.UTC(2026, 6, 8, 12);
// The test stands for a page, where queries have timers.
environmentManager.setIsServer(() => false);
beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks for the chain every five seconds while all is well', async () => {
  const venue = watch('chain');
  await vi.advanceTimersByTimeAsync(11_000);
  expect(venue.seconds()).toEqual([0, 5, 10]);
  expect(venue.status()).toMatchObject({ phase: 'live', ageMs: 1000, fault: null });
  venue.stop();
});

it('keeps the last good chain through a fault, lets it age, and backs off', async () => {
  const venue = watch('chain', { kind: 'unreachable' });
  await vi.advanceTimersByTimeAsync(12_000);
  expect(venue.seconds()).toEqual([0, 5, 5.5, 6.5, 8.5]);
  const status = venue.status();
  expect(status).toMatchObject({ phase: 'failing', ageMs: 12_000 });
  expect(status.fault?.failure.kind).toBe('unreachable');
  expect(status.nextTryAt).toBe(start + 12_500);
  await vi.advanceTimersByTimeAsync(600);
  expect(venue.seconds().at(-1)).toBe(12.5);
  venue.stop();
});

it('is live again with the first answer after a fault', async () => {
  const venue = watch({ kind: 'server-error', status: 500 }, 'chain');
  await vi.advanceTimersByTimeAsync(100);
  expect(venue.status()).toMatchObject({ phase: 'failing', ageMs: null });
  await vi.advanceTimersByTimeAsync(900);
  expect(venue.status()).toMatchObject({ phase: 'live', fault: null, nextTryAt: null });
  venue.stop();
});

it('stays away for as long as the venue asked', async () => {
  const venue = watch({ kind: 'rate-limited', retryAfterMs: 12_000 }, 'chain');
  await vi.advanceTimersByTimeAsync(11_900);
  expect(venue.seconds()).toEqual([0]);
  await vi.advanceTimersByTimeAsync(200);
  expect(venue.seconds()).toEqual([0, 12]);
  venue.stop();
});

it('does not go on asking a venue that refuses this region', async () => {
  const venue = watch('chain', { kind: 'region-blocked', status: 403 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(venue.seconds()).toEqual([0, 5]);
  expect(venue.status()).toMatchObject({ phase: 'failing', ageMs: 60_000, nextTryAt: null });
  venue.stop();
});

it('asks nothing more once nobody looks', async () => {
  const venue = watch('chain');
  await vi.advanceTimersByTimeAsync(100);
  venue.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(venue.seconds()).toEqual([0]);
});
