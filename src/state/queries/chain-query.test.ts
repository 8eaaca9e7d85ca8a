import { environmentManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { err, ok } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { Transport, TransportFailure } from '#feed/transport.ts';
import { deskMarket } from '../market/desk-market.ts';
import { liveStatus } from '../market/live-status.ts';
import { MarketFaultError } from '../market/market-fault.ts';
import { createMarketDesk } from '../worker/market-desk.ts';
import type { Desk } from '../worker/start-desk.ts';
import { chainQuery } from './chain-query.ts';

const row = {
  instrument_name: 'BTC-31JUL26-60000-P',
  base_currency: 'BTC',
  quote_currency: 'BTC',
  bid_price: 0.02,
  ask_price: 0.021,
  mark_price: 0.0205,
  mark_iv: 40.1,
  underlying_price: 62_000,
  underlying_index: 'BTC-31JUL26',
  creation_timestamp: Date.UTC(2026, 6, 8),
};
const body = JSON.stringify({ jsonrpc: '2.0', result: [row] });

/** The worker's own desk, without a worker around it. */
function deskInPlace(): Desk {
  const handlers = createMarketDesk();
  const job = { signal: new AbortController().signal, report: () => {} };
  return { call: async (name, argument) => ok(await handlers[name]?.(argument as never, job)) as never };
}

/** A venue that answers as it is told, one answer a question; the last one for ever after. */
function scripted(...answers: (TransportFailure | string)[]) {
  const askedAt: EpochMs[] = [];
  const now = (): EpochMs => epochMs(Date.now());
  const transport: Transport = {
    get: ({ url }) => {
      const answer = answers[Math.min(askedAt.length, answers.length - 1)] ?? body;
      askedAt.push(now());
      const message = { at: now(), via: 'http', request: url } as const;
      return Promise.resolve(typeof answer === 'string' ? ok({ ...message, body: answer }) : err(answer));
    },
  };
  const recorded: string[] = [];
  const market = deskMarket(
    { venue: 'deribit', label: 'Deribit', knownUnderlyings: ['BTC'], restFromPage: 'yes', stream: null },
    {
      desk: deskInPlace(),
      transport,
      now,
      random: () => 0,
      onMessage: (message) => recorded.push(message.body),
    },
  );
  return { market, askedAt, recorded };
}

function watch(...answers: Parameters<typeof scripted>) {
  const { market, askedAt, recorded } = scripted(...answers);
  const client = new QueryClient();
  const observer = new QueryObserver(client, chainQuery(market, 'BTC'));
  const stop = observer.subscribe(() => {});
  const status = () => {
    const { data, failureCount, failureReason } = observer.getCurrentResult();
    const fault = failureReason instanceof MarketFaultError ? failureReason.fault : null;
    return liveStatus({ data, failureCount, fault }, epochMs(Date.now()));
  };
  return { recorded, status, stop, seconds: () => askedAt.map((at) => (at - epochMs(start)) / 1000) };
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
  const venue = watch(body);
  await vi.advanceTimersByTimeAsync(11_000);
  expect(venue.seconds()).toEqual([0, 5, 10]);
  expect(venue.status()).toMatchObject({ phase: 'live', ageMs: 1000, fault: null });
  venue.stop();
});

it('keeps the last good chain through a fault, lets it age, and backs off', async () => {
  const venue = watch(body, { kind: 'unreachable' });
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
  const venue = watch({ kind: 'server-error', status: 500 }, body);
  await vi.advanceTimersByTimeAsync(100);
  expect(venue.status()).toMatchObject({ phase: 'failing', ageMs: null });
  await vi.advanceTimersByTimeAsync(900);
  expect(venue.status()).toMatchObject({ phase: 'live', fault: null, nextTryAt: null });
  venue.stop();
});

it('stays away for as long as the venue asked', async () => {
  const venue = watch({ kind: 'rate-limited', retryAfterMs: 12_000 }, body);
  await vi.advanceTimersByTimeAsync(11_900);
  expect(venue.seconds()).toEqual([0]);
  await vi.advanceTimersByTimeAsync(200);
  expect(venue.seconds()).toEqual([0, 12]);
  venue.stop();
});

it('does not go on asking a venue that refuses this region', async () => {
  const venue = watch(body, { kind: 'region-blocked', status: 403 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(venue.seconds()).toEqual([0, 5]);
  expect(venue.status()).toMatchObject({ phase: 'failing', ageMs: 60_000, nextTryAt: null });
  venue.stop();
});

it('asks nothing more once nobody looks', async () => {
  const venue = watch(body);
  await vi.advanceTimersByTimeAsync(100);
  venue.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(venue.seconds()).toEqual([0]);
});

it('calls an answer that cannot be read a fault, and records it all the same', async () => {
  const venue = watch(body, '<html>maintenance</html>', body);
  await vi.advanceTimersByTimeAsync(5100);
  expect(venue.status()).toMatchObject({ phase: 'failing', ageMs: 5100 });
  expect(venue.status().fault?.text).toBe(
    'The answer of Deribit could not be read: the answer is a web page, not data.',
  );
  await vi.advanceTimersByTimeAsync(1000);
  expect(venue.status().phase).toBe('live');
  expect(venue.recorded).toEqual([body, '<html>maintenance</html>', body]);
  venue.stop();
});
