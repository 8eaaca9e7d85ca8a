import type { EpochMs } from '#base/time.ts';
import type { MarketViews } from '#simulator/market-view.ts';
import { jsonObject, objectIn, textsIn, wordOf } from '../json-text.ts';
import { createSubscriptions, type Subscriptions } from '../subscriptions.ts';
import type { WireSession } from '../venue-wire.ts';
import { deribitAnswer } from './answers.ts';
import { deribitChannel } from './channels.ts';
import { envelopeText, refused, type RpcOutcome } from './envelope.ts';

const SHORTEST_BEAT = 10;

interface Heart {
  everyMs: number | null;
  next: number;
  unanswered: boolean;
}

/** One JSON-RPC session: every public method, subscriptions, and the heartbeat with its test that must be answered. */
export function deribitSession(views: MarketViews): WireSession {
  const subscriptions = createSubscriptions();
  const heart: Heart = { everyMs: null, next: 0, unanswered: false };
  return {
    receive: (text, now) => {
      const message = jsonObject(text);
      if (message === null) return [envelopeText(refused('invalidParams', 'not a JSON object'), now)];
      const method = wordOf(message['method']);
      const params = objectIn(message['params']);
      if (method === 'public/test') heart.unanswered = false;
      const outcome = call({ method, params, now, views, subscriptions, heart });
      return [envelopeText(outcome, now, message['id'])];
    },
    due: (now) => {
      const beats = beat(heart, now);
      if (beats === null) return { frames: [], close: { code: 1000, reason: 'heartbeat' } };
      return { frames: [...beats, ...subscriptions.due(now)], close: null };
    },
    burst: (count, now) => subscriptions.burst(count, now),
    channels: () => subscriptions.names(),
  };
}

interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly now: EpochMs;
  readonly views: MarketViews;
  readonly subscriptions: Subscriptions;
  readonly heart: Heart;
}

function call({ method, params, now, views, subscriptions, heart }: Call): RpcOutcome {
  const channels = textsIn(params['channels']);
  switch (method) {
    case 'public/subscribe':
      return subscribe(channels, { now, views, subscriptions });
    case 'public/unsubscribe':
      for (const name of channels) subscriptions.remove(name);
      return { result: channels };
    case 'public/unsubscribe_all':
      subscriptions.clear();
      return { result: 'ok' };
    case 'public/set_heartbeat': {
      const seconds = Number(params['interval']);
      if (!(seconds >= SHORTEST_BEAT)) return refused('invalidParams', 'interval');
      Object.assign(heart, { everyMs: 1000 * seconds, next: now + 1000 * seconds, unanswered: false });
      return { result: 'ok' };
    }
    case 'public/disable_heartbeat':
      heart.everyMs = null;
      return { result: 'ok' };
    default: {
      const words = Object.entries(params).map(([key, value]) => [key, wordOf(value)] as const);
      return deribitAnswer(views(now), method, new Map(words));
    }
  }
}

/** Channels that do not exist are left out of the answer, as the venue does. */
function subscribe(
  names: readonly string[],
  { now, views, subscriptions }: Pick<Call, 'now' | 'views' | 'subscriptions'>,
): RpcOutcome {
  const opened = names.filter((name) => {
    const channel = deribitChannel(name, views, views(now));
    if (channel !== null) subscriptions.add(name, channel);
    return channel !== null;
  });
  return { result: opened };
}

/** Heartbeats due; null when the last test was never answered. */
function beat(heart: Heart, now: EpochMs): readonly string[] | null {
  if (heart.everyMs === null || now < heart.next) return [];
  if (heart.unanswered) return null;
  heart.next = now + heart.everyMs;
  heart.unanswered = true;
  return ['heartbeat', 'test_request'].map((type) =>
    JSON.stringify({ jsonrpc: '2.0', method: 'heartbeat', params: { type } }),
  );
}
