import type { EpochMs } from '#base/time.ts';
import { contractState } from '#simulator/contract-state.ts';
import type { MarketView, MarketViews } from '#simulator/market-view.ts';
import { contractChannel, marketChannel } from '../contract-channel.ts';
import { jsonObject, objectIn, wordOf } from '../json-text.ts';
import { createSubscriptions, type PushChannel } from '../subscriptions.ts';
import type { WireSession } from '../venue-wire.ts';
import { bookRow, indexRow, interestRow, markRow, summaryRow, tickerRow } from './rows.ts';

const LONGEST_SILENCE = 30_000;
const LONGEST_MESSAGE = 64 * 1024;
/** Lists of quotes by contract. */
const ROWS: ReadonlyMap<string, typeof tickerRow | typeof markRow | typeof interestRow> = new Map([
  ['tickers', tickerRow],
  ['mark-price', markRow],
  ['open-interest', interestRow],
]);

const BOOK_DEPTHS: ReadonlyMap<string, number> = new Map([
  ['books5', 5],
  ['bbo-tbt', 1],
]);

/** One session: arguments subscribed by object, `ping` answered with `pong`, cut after half a minute without a word. */
export function okxSession(views: MarketViews, openedAt: EpochMs): WireSession {
  const subscriptions = createSubscriptions();
  let lastWord = openedAt;
  const argue = (op: string, value: unknown, now: EpochMs): string => {
    const arg = objectIn(value);
    const channel = wordOf(arg['channel']);
    const subject = wordOf(arg['instFamily']) || wordOf(arg['instId']);
    const name = `${channel}:${subject}`;
    if (op === 'unsubscribe') subscriptions.remove(name);
    else {
      const push = channelOf(channel, subject, views, views(now));
      if (push === null) return refusal('60018', `Wrong URL or ${channel} doesn't exist.`);
      subscriptions.add(name, push);
    }
    return JSON.stringify({ event: op, arg, connId: 'loopback' });
  };
  return {
    receive: (text, now) => {
      lastWord = now;
      if (text === 'ping') return ['pong'];
      const message = text.length > LONGEST_MESSAGE ? null : jsonObject(text);
      const op = wordOf(message?.['op']);
      const args: unknown = message?.['args'];
      if (!Array.isArray(args) || (op !== 'subscribe' && op !== 'unsubscribe'))
        return [refusal('60012', 'Illegal request.')];
      return args.map((arg: unknown) => argue(op, arg, now));
    },
    due: (now) => {
      const frames = subscriptions.due(now);
      if (frames.length > 0) lastWord = now;
      const idle = now - lastWord > LONGEST_SILENCE;
      return { frames, close: idle ? { code: 4004, reason: 'No data received in 30s.' } : null };
    },
    burst: (count, now) => subscriptions.burst(count, now),
    channels: () => subscriptions.names(),
  };
}

function refusal(code: string, msg: string): string {
  return JSON.stringify({ event: 'error', code, msg, connId: 'loopback' });
}

const pushed = (arg: Readonly<Record<string, string>>, data: readonly unknown[]): string =>
  JSON.stringify({ arg, data });

function channelOf(
  channel: string,
  subject: string,
  views: MarketViews,
  now: MarketView,
): PushChannel | null {
  const family = now.families.find(({ indexName }) => indexName === subject);
  if (channel === 'index-tickers' && family !== undefined)
    return marketChannel(views, (view) => [pushed({ channel, instId: subject }, [indexRow(family, view)])]);
  if (channel === 'opt-summary' && family !== undefined)
    return marketChannel(views, (view) => summaries(view, subject));
  const depth = BOOK_DEPTHS.get(channel);
  if (depth !== undefined)
    return contractChannel(subject, views, now, (contract, view) => {
      const book = { ...bookRow(contract, view, depth), instId: subject, seqId: Math.floor(view.now / 10) };
      return pushed({ channel, instId: subject }, [book]);
    });
  const row = ROWS.get(channel);
  return row === undefined
    ? null
    : contractChannel(subject, views, now, (contract, view) =>
        pushed({ channel, instId: subject }, [row(contractState(contract, view), view.now)]),
      );
}

/** The rows of a family, an expiry a push. */
function summaries(view: MarketView, instFamily: string): readonly string[] {
  const family = view.families.find(({ indexName }) => indexName === instFamily);
  const contracts = family === undefined ? [] : view.contracts(family);
  const expiries = [...new Set(contracts.map(({ listing }) => listing.expiry))];
  return expiries.map((expiry) => {
    const rows = contracts
      .filter(({ listing }) => listing.expiry === expiry)
      .map((contract) => summaryRow(contractState(contract, view), view.now));
    return pushed({ channel: 'opt-summary', instFamily }, rows);
  });
}
