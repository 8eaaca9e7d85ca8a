import type { EpochMs } from '#base/time.ts';
import { contractBook, contractState } from '#simulator/contract-state.ts';
import type { ListedContract } from '#simulator/listing.ts';
import type { MarketView, MarketViews } from '#simulator/market-view.ts';
import { contractChannel } from '../contract-channel.ts';
import { jsonObject, textsIn, wordOf } from '../json-text.ts';
import { createSubscriptions, type PushChannel } from '../subscriptions.ts';
import type { WireSession } from '../venue-wire.ts';
import { bookSides, pushedTicker } from './rows.ts';

const MOST_CHARACTERS = 21_000;
const MOST_TOPICS = 2000;
const CONNECTION = { conn_id: 'loopback' };

/** One session: topics subscribed by name, all or nothing of a message; books as a snapshot and numbered changes. */
export function bybitSession(views: MarketViews): WireSession {
  const subscriptions = createSubscriptions();

  function subscribe(topics: readonly string[], request: object, now: EpochMs): string {
    const channels = topics.map((topic) => [topic, channelOf(topic, views, views(now))] as const);
    const unknown = channels.filter(([, channel]) => channel === null).map(([topic]) => topic);
    const tooMany = subscriptions.names().length + topics.length > MOST_TOPICS;
    const tooLong = JSON.stringify(topics).length > MOST_CHARACTERS;
    if (tooMany || tooLong || unknown.length > 0) {
      const ret_msg =
        unknown.length > 0 ? `error:handler not found,topic:${unknown.join(',')}` : 'args over the limit';
      return JSON.stringify({ success: false, ret_msg, ...CONNECTION, ...request, op: 'subscribe' });
    }
    for (const [topic, channel] of channels) if (channel !== null) subscriptions.add(topic, channel);
    const data = { failTopics: [], successTopics: topics };
    return JSON.stringify({ success: true, ...CONNECTION, data, type: 'COMMAND_RESP' });
  }

  return {
    receive: (text, now) => {
      const message = jsonObject(text) ?? {};
      const request = message['req_id'] === undefined ? {} : { req_id: wordOf(message['req_id']) };
      const topics = textsIn(message['args']);
      switch (wordOf(message['op'])) {
        case 'ping':
          return [JSON.stringify({ args: [String(now)], op: 'pong' })];
        case 'subscribe':
          return [subscribe(topics, request, now)];
        case 'unsubscribe':
          for (const topic of topics) subscriptions.remove(topic);
          return [
            JSON.stringify({ success: true, ret_msg: '', ...CONNECTION, ...request, op: 'unsubscribe' }),
          ];
        default:
          return [
            JSON.stringify({ success: false, ret_msg: 'Request not supported', ...CONNECTION, op: '' }),
          ];
      }
    },
    due: (now) => ({ frames: subscriptions.due(now), close: null }),
    burst: (count, now) => subscriptions.burst(count, now),
    channels: () => subscriptions.names(),
  };
}

function channelOf(topic: string, views: MarketViews, now: MarketView): PushChannel | null {
  const [kind = '', subject = ''] = /^(tickers|orderbook\.(?:25|100))\.(.+)$/.exec(topic)?.slice(1) ?? [];
  if (kind === 'tickers')
    return contractChannel(subject, views, now, (contract, view) =>
      JSON.stringify({
        id: `${topic}-${Math.floor(view.now / 100)}-${view.now}`,
        topic,
        ts: view.now,
        type: 'snapshot',
        data: pushedTicker(contractState(contract, view)),
      }),
    );
  if (kind === '') return null;
  return contractChannel(subject, views, now, bookPushes(topic, Number(kind.split('.')[1])));
}

type Side = readonly (readonly [string, string])[];

/** The first push is the whole book, later ones what changed, numbered without a gap. */
function bookPushes(topic: string, depth: number): (contract: ListedContract, view: MarketView) => string {
  let sent: { readonly b: Side; readonly a: Side; readonly u: number } | null = null;
  return (contract, view) => {
    const sides = bookSides(contractBook(contract, view, depth));
    const u = sent === null ? Math.floor(view.now / 100) : sent.u + 1;
    const content = sent === null ? sides : { b: changes(sent.b, sides.b), a: changes(sent.a, sides.a) };
    const type = sent === null ? 'snapshot' : 'delta';
    sent = { ...sides, u };
    const data = { s: contract.name, ...content, u, seq: u };
    return JSON.stringify({ topic, type, ts: view.now, data, cts: view.now });
  };
}

/** Levels that are new or of another size, and those gone with size 0. */
function changes(before: Side, after: Side): Side {
  const known = new Map(before);
  const still = new Set(after.map(([price]) => price));
  const gone = before.filter(([price]) => !still.has(price)).map(([price]) => [price, '0'] as const);
  return [...after.filter(([price, size]) => known.get(price) !== size), ...gone];
}
