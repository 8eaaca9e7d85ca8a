import type { EpochMs } from '#base/time.ts';
import { contractState } from '#simulator/contract-state.ts';
import type { MarketView, MarketViews } from '#simulator/market-view.ts';
import { contractChannel, marketChannel } from '../contract-channel.ts';
import { decimalText } from '../decimal-text.ts';
import { jsonObject, objectIn, textsIn, wordOf } from '../json-text.ts';
import { createSubscriptions, type PushChannel, type Subscriptions } from '../subscriptions.ts';
import type { WireSession } from '../venue-wire.ts';
import { answerText, deriveAnswer, refused, type RpcOutcome } from './answers.ts';
import { book, slimTicker } from './rows.ts';

/** One JSON-RPC session: public methods, and channels with a status for each. */
export function deriveSession(views: MarketViews): WireSession {
  const subscriptions = createSubscriptions();
  return {
    receive: (text, now) => {
      const message = jsonObject(text);
      if (message === null) return [answerText(refused(-32_700, 'Parse error'), null)];
      const params = objectIn(message['params']);
      const outcome = call(wordOf(message['method']), params, { views, now, subscriptions });
      return [answerText(outcome, message['id'])];
    },
    due: (now) => ({ frames: subscriptions.due(now), close: null }),
    burst: (count, now) => subscriptions.burst(count, now),
    channels: () => subscriptions.names(),
  };
}

interface Session {
  readonly views: MarketViews;
  readonly now: EpochMs;
  readonly subscriptions: Subscriptions;
}

function call(
  method: string,
  params: Readonly<Record<string, unknown>>,
  { views, now, subscriptions }: Session,
): RpcOutcome {
  const names = textsIn(params['channels']);
  switch (method) {
    case 'subscribe': {
      const status = names.map((name) => {
        const channel = channelOf(name, views, views(now));
        if (channel !== null) subscriptions.add(name, channel);
        return [name, channel === null ? 'Invalid channel' : 'ok'] as const;
      });
      if (status.every(([, word]) => word !== 'ok')) return refused(13_000, 'Invalid channels', names);
      return {
        result: { status: Object.fromEntries(status), current_subscriptions: subscriptions.names() },
      };
    }
    case 'unsubscribe': {
      if (names.length === 0) subscriptions.clear();
      for (const name of names) subscriptions.remove(name);
      const status = Object.fromEntries(names.map((name) => [name, 'ok']));
      return { result: { status, remaining_subscriptions: subscriptions.names() } };
    }
    default:
      return deriveAnswer(views(now), method, params);
  }
}

function channelOf(channel: string, views: MarketViews, now: MarketView): PushChannel | null {
  const push = (data: unknown): string =>
    JSON.stringify({ method: 'subscription', params: { channel, data } });
  const [kind = '', subject = '', ...rest] = channel.split('.');
  switch (kind) {
    case 'ticker_slim':
      if (rest[0] !== '100' && rest[0] !== '1000') return null;
      return contractChannel(subject, views, now, (contract, view) =>
        push({ timestamp: view.now, instrument_ticker: slimTicker(contractState(contract, view), view) }),
      );
    case 'orderbook':
      return contractChannel(subject, views, now, (contract, view) =>
        push(book(contract, view, Number(rest[1] ?? 10))),
      );
    case 'spot_feed': {
      const family = now.families.find(({ profile }) => profile.coin === subject);
      if (family === undefined) return null;
      return marketChannel(views, (view) => {
        const price = decimalText(view.spot(family), family.profile.priceDecimals);
        const feed = { price, confidence: '1', price_prev_daily: price, timestamp: view.now };
        return [push({ timestamp: view.now, feeds: { [subject]: feed } })];
      });
    }
    default:
      return null;
  }
}
