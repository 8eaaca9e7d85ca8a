import type { EpochMs } from '#base/time.ts';
import { contractState } from '#simulator/contract-state.ts';
import type { MarketView, MarketViews } from '#simulator/market-view.ts';
import { contractChannel, marketChannel } from '../contract-channel.ts';
import { decimalText } from '../decimal-text.ts';
import { jsonObject, textsIn, wordOf } from '../json-text.ts';
import { createSubscriptions, type PushChannel } from '../subscriptions.ts';
import type { WireSession } from '../venue-wire.ts';
import { wireAddress } from '../wire-address.ts';
import { bookSides, pushedMark } from './rows.ts';

const LIFE_MS = 24 * 3_600_000;
const MOST_STREAMS = 200;

/** One session: streams named in the address or subscribed by message, combined ones in a wrapping; a day of life. */
export function binanceSession(address: string, views: MarketViews, openedAt: EpochMs): WireSession {
  const subscriptions = createSubscriptions();
  const { path, params } = wireAddress(address);
  const single = /(?:^|\/)ws\/(.+)$/.exec(path)?.[1];
  const door = /^(market|public)\//.exec(path)?.[1] ?? null;
  const named = single === undefined ? (params.get('streams') ?? '').split('/') : [single];
  const add = (names: readonly string[], now: EpochMs): boolean => {
    const channels = names.map(
      (name) =>
        [name, served(door, name) ? channelOf(name, views, views(now), single === undefined) : null] as const,
    );
    const good = subscriptions.names().length + names.length <= MOST_STREAMS;
    if (!good) return false;
    // A name that is no stream is taken without complaint and never pushed.
    for (const [name, channel] of channels) if (channel !== null) subscriptions.add(name, channel);
    return true;
  };
  add(
    named.filter((name) => name !== ''),
    openedAt,
  );
  return {
    receive: (text, now) => {
      const message = jsonObject(text);
      const id = message?.['id'] ?? null;
      const names = textsIn(message?.['params']);
      switch (wordOf(message?.['method'])) {
        case 'SUBSCRIBE':
          return [
            add(names, now)
              ? JSON.stringify({ result: null, id })
              : JSON.stringify({ error: { code: 2, msg: 'too many streams' }, id }),
          ];
        case 'UNSUBSCRIBE':
          for (const name of names) subscriptions.remove(name);
          return [JSON.stringify({ result: null, id })];
        case 'LIST_SUBSCRIPTIONS':
          return [JSON.stringify({ result: subscriptions.names(), id })];
        default:
          return [JSON.stringify({ error: { code: 0, msg: 'Unknown property' }, id })];
      }
    },
    due: (now) => ({
      frames: subscriptions.due(now),
      close: now - openedAt > LIFE_MS ? { code: 1008, reason: 'disconnected' } : null,
    }),
    burst: (count, now) => subscriptions.burst(count, now),
    channels: () => subscriptions.names(),
  };
}

/** Lists and indices are pushed on one path, books on the other; neither where the path names none. */
function served(door: string | null, stream: string): boolean {
  const book = /@(?:depth|bookTicker)/.test(stream);
  return door === null || (door === 'public') === book;
}

function channelOf(
  stream: string,
  views: MarketViews,
  now: MarketView,
  combined: boolean,
): PushChannel | null {
  const wrap = (data: unknown): string => JSON.stringify(combined ? { stream, data } : data);
  if (stream === '!index@arr') return marketChannel(views, (view) => [wrap(indices(view))]);
  const [subject = '', topic = ''] = stream.split('@');
  if (topic === 'optionMarkPrice') {
    const family = now.families.find(({ indexName }) => indexName === subject.toUpperCase());
    if (family === undefined) return null;
    const rows = (view: MarketView): unknown =>
      view.contracts(family).map((contract) => pushedMark(contractState(contract, view), view));
    return marketChannel(views, (view) => [wrap(rows(view))]);
  }
  const name = subject.toUpperCase();
  if (topic === 'bookTicker')
    return contractChannel(name, views, now, (contract, view) => {
      const { bids, asks } = bookSides(contract, view, 1);
      const [[b, B] = ['0.000', '0.0000']] = bids as readonly (readonly [string, string])[];
      const [[a, A] = ['0.000', '0.0000']] = asks as readonly (readonly [string, string])[];
      return wrap({ e: 'bookTicker', E: view.now, T: view.now, u: view.now, s: name, b, B, a, A });
    });
  const depth = Number(/^depth(\d{1,3})$/.exec(topic)?.[1] ?? 0);
  if (depth === 0) return null;
  return contractChannel(name, views, now, (contract, view) => {
    const { bids: b, asks: a } = bookSides(contract, view, depth);
    const u = Math.floor(view.now / 100);
    return wrap({ e: 'depthUpdate', E: view.now, T: view.now, s: name, U: u, u, pu: u - 1, b, a });
  });
}

function indices(view: MarketView): unknown {
  return view.families.map((family) => ({
    e: 'indexPrice',
    E: view.now,
    s: family.indexName,
    p: decimalText(view.spot(family), family.profile.priceDecimals),
  }));
}
