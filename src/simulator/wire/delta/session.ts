import type { EpochMs } from '#base/time.ts';
import { contractState } from '#simulator/contract-state.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView, MarketViews } from '#simulator/market-view.ts';
import { contractChannel } from '../contract-channel.ts';
import { jsonObject, objectIn, textsIn, wordOf } from '../json-text.ts';
import { createSubscriptions, type PushChannel } from '../subscriptions.ts';
import type { WireSession } from '../venue-wire.ts';
import { expirySymbol, pushedBook, pushedFullTicker, pushedTicker } from './rows.ts';

const BEAT_MS = 30_000;
const LONGEST_SILENCE = 60_000;
const LEVELS = 15;

/** One session: channels with symbols, a symbol such as `BTC-200426` standing for an expiry; heartbeats where asked for. */
export function deltaSession(views: MarketViews, openedAt: EpochMs): WireSession {
  const subscriptions = createSubscriptions();
  let nextBeat: number | null = null;
  let lastWord = openedAt;

  function subscribe(op: string, payload: Readonly<Record<string, unknown>>, now: EpochMs): string {
    const asked = Array.isArray(payload['channels']) ? payload['channels'].map(objectIn) : [];
    const channels = asked.map((one) => {
      const name = wordOf(one['name']);
      const symbols = textsIn(one['symbols']).filter((symbol) => {
        const contracts = standsFor(symbol, views(now));
        for (const contract of contracts) {
          const key = `${name}:${contract.name}`;
          const channel = channelOf(name, contract.name, views, views(now));
          if (op === 'unsubscribe') subscriptions.remove(key);
          else if (channel !== null) subscriptions.add(key, channel);
        }
        return contracts.length > 0;
      });
      return symbols.length > 0 ? { name, symbols } : { name, error: 'invalid_symbol' };
    });
    return JSON.stringify({ type: op === 'unsubscribe' ? 'unsubscribed' : 'subscriptions', channels });
  }

  return {
    receive: (text, now) => {
      lastWord = now;
      const message = jsonObject(text) ?? {};
      const type = wordOf(message['type']);
      switch (type) {
        case 'subscribe':
        case 'unsubscribe':
          return [subscribe(type, objectIn(message['payload']), now)];
        case 'enable_heartbeat':
          nextBeat = now + BEAT_MS;
          return ['{"type":"success","message":"heartbeat enabled"}'];
        case 'disable_heartbeat':
          nextBeat = null;
          return ['{"type":"success","message":"heartbeat disabled"}'];
        case 'ping':
          return ['{"type":"pong"}'];
        default:
          return ['{"type":"error","message":"invalid message"}'];
      }
    },
    due: (now) => {
      const beats: string[] = [];
      if (nextBeat !== null && now >= nextBeat) {
        nextBeat = now + BEAT_MS;
        beats.push('{"type":"heartbeat"}');
      }
      const frames = [...beats, ...subscriptions.due(now)];
      if (frames.length > 0) lastWord = now;
      const idle = now - lastWord > LONGEST_SILENCE;
      return { frames, close: idle ? { code: 1000, reason: 'idle' } : null };
    },
    burst: (count, now) => subscriptions.burst(count, now),
    channels: () => subscriptions.names(),
  };
}

/** The contracts of a symbol: one, those of a category or of a coin's expiry, or none. */
function standsFor(symbol: string, view: MarketView): readonly ListedContract[] {
  const one = view.find(symbol);
  if (one !== null) return [one];
  const all = view.families.flatMap((family) => view.contracts(family));
  if (symbol === 'call_options') return all.filter(({ right }) => right === 'call');
  if (symbol === 'put_options') return all.filter(({ right }) => right === 'put');
  return all.filter((contract) => expirySymbol(contract) === symbol);
}

function channelOf(channel: string, name: string, views: MarketViews, now: MarketView): PushChannel | null {
  if (channel === 'ticker')
    return contractChannel(name, views, now, (contract, view) =>
      JSON.stringify(pushedTicker(contractState(contract, view), view.now)),
    );
  if (channel === 'v2/ticker')
    return contractChannel(name, views, now, (contract, view) =>
      JSON.stringify(pushedFullTicker(contractState(contract, view), view.now)),
    );
  if (channel === 'ob_l2')
    return contractChannel(name, views, now, (contract, view) =>
      JSON.stringify(pushedBook(contract, view, LEVELS)),
    );
  return null;
}
