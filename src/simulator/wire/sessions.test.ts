import { describe, expect, it } from 'vitest';
import { epochMs, type EpochMs } from '#base/time.ts';
import type { VenueId } from '#market/venue-id.ts';
import { createQuoting } from '../quoting.ts';
import type { WireSession } from './venue-wire.ts';
import { VENUE_WIRES } from './venue-wires.ts';

const start = epochMs(Date.parse('2026-11-22T14:00:00Z'));
const quoting = createQuoting(5, start);
const after = (seconds: number): EpochMs => epochMs(start + 1000 * seconds);

function open(venue: VenueId, address = 'wss://venue.example/'): WireSession {
  return VENUE_WIRES.get(venue)!.make(quoting).openSession(address, start);
}

function namesAt(venue: VenueId): readonly string[] {
  const [family] = VENUE_WIRES.get(venue)!.families;
  return quoting.listing(family!, start).map(({ name }) => name);
}

const say = (session: WireSession, message: unknown, at = start): readonly string[] =>
  session.receive(JSON.stringify(message), at);

describe('Deribit', () => {
  const beating = (): WireSession => {
    const session = open('deribit');
    say(session, { id: 1, method: 'public/set_heartbeat', params: { interval: 10 } });
    return session;
  };

  it('asks whether anyone is there, and hangs up on whoever does not answer', () => {
    const session = beating();
    expect(session.due(after(9)).frames).toEqual([]);
    expect(session.due(after(10)).frames.join()).toContain('test_request');
    expect(session.due(after(19)).close).toBeNull();
    expect(session.due(after(20)).close).not.toBeNull();
  });

  it('goes on with whoever answers', () => {
    const session = beating();
    session.due(after(10));
    say(session, { id: 2, method: 'public/test', params: {} }, after(11));
    expect(session.due(after(20))).toMatchObject({ close: null });
  });

  it('answers over the socket what it answers by HTTP, with the id of the question', () => {
    const [reply] = say(open('deribit'), {
      id: 77,
      method: 'public/get_index_price',
      params: { index_name: 'btc_usd' },
    });
    expect(JSON.parse(reply!)).toMatchObject({
      id: 77,
      result: { index_price: expect.any(Number) as number },
    });
  });
});

describe('OKX', () => {
  it('cuts a line without a word for half a minute, and leaves one with a ping alone', () => {
    const quiet = open('okx');
    expect(quiet.due(after(30)).close).toBeNull();
    expect(quiet.due(after(31)).close).not.toBeNull();
    const alive = open('okx');
    expect(alive.receive('ping', after(20))).toEqual(['pong']);
    expect(alive.due(after(31)).close).toBeNull();
  });

  it('says which channel there is none of', () => {
    const args = [{ channel: 'gossip', instId: 'BTC-USD' }];
    expect(say(open('okx'), { op: 'subscribe', args })[0]).toContain('60018');
  });
});

describe('a channel by a name that every object answers to', () => {
  it.each(['constructor', 'toString', '__proto__'])('is none of OKX’s: %s', (channel) => {
    for (const instId of ['BTC-USD', namesAt('okx')[0]])
      expect(say(open('okx'), { op: 'subscribe', args: [{ channel, instId }] })[0]).toContain('60018');
  });

  it.each(['constructor', 'toString', '__proto__'])('is none of Deribit’s: %s', (kind) => {
    const session = open('deribit');
    say(session, { id: 1, method: 'public/subscribe', params: { channels: [`${kind}.btc_usd`] } });
    expect(session.channels()).toEqual([]);
    expect(session.due(after(5)).frames).toEqual([]);
  });
});

describe('Bybit', () => {
  it('takes all of a message or nothing, and names what it does not know', () => {
    const session = open('bybit');
    const [name] = namesAt('bybit');
    const [reply] = say(session, { op: 'subscribe', args: [`tickers.${name}`, 'tickers.NOTHING'] });
    expect(JSON.parse(reply!)).toMatchObject({
      success: false,
      ret_msg: expect.stringContaining('NOTHING') as string,
    });
    expect(session.channels()).toEqual([]);
  });

  it('refuses more characters of topics than it allows', () => {
    const args = namesAt('bybit').flatMap((name) => [
      `tickers.${name}`,
      `orderbook.25.${name}`,
      `orderbook.100.${name}`,
    ]);
    expect(JSON.stringify(args).length).toBeGreaterThan(21_000);
    expect(say(open('bybit'), { op: 'subscribe', args })[0]).toContain('over the limit');
  });

  it('pushes a book once whole and then in changes numbered without a gap that rebuild it', () => {
    const session = open('bybit');
    const name = namesAt('bybit')[60]!;
    say(session, { op: 'subscribe', args: [`orderbook.25.${name}`] });
    interface Push {
      readonly type: string;
      readonly data: {
        readonly u: number;
        readonly b: readonly [string, string][];
        readonly a: readonly [string, string][];
      };
    }
    const pushes = Array.from({ length: 40 }, (_, i) => session.due(after(2 * i)).frames)
      .flat()
      .map((text) => JSON.parse(text) as Push);
    expect(pushes.map(({ type }) => type)).toEqual(['snapshot', ...pushes.slice(1).map(() => 'delta')]);
    expect(pushes.map(({ data }) => data.u - pushes[0]!.data.u)).toEqual(pushes.map((_, i) => i));
    const book = new Map<string, string>();
    for (const { data } of pushes)
      for (const [price, size] of data.b)
        if (size === '0') book.delete(price);
        else book.set(price, size);
    const again = open('bybit');
    say(again, { op: 'subscribe', args: [`orderbook.25.${name}`] });
    const { data } = JSON.parse(again.due(after(78)).frames[0]!) as Push;
    expect(book).toEqual(new Map(data.b));
  });
});

describe('Binance', () => {
  it('pushes streams named in the address, wrapped with their name', () => {
    const session = open(
      'binance',
      'wss://fstream.binance.com/market/stream?streams=btcusdt@optionMarkPrice',
    );
    expect(JSON.parse(session.due(start).frames[0]!)).toMatchObject({ stream: 'btcusdt@optionMarkPrice' });
  });

  it('is silent for good about a stream of the other path, and lives for a day', () => {
    const session = open('binance', 'wss://fstream.binance.com/public/stream');
    expect(say(session, { method: 'SUBSCRIBE', params: ['btcusdt@optionMarkPrice'], id: 1 })).toEqual([
      '{"result":null,"id":1}',
    ]);
    expect(session.due(after(5)).frames).toEqual([]);
    expect(session.due(after(24 * 3600 + 1)).close).not.toBeNull();
  });

  it('takes two hundred streams and no more', () => {
    const session = open('binance', 'wss://fstream.binance.com/public/stream');
    const params = namesAt('binance')
      .slice(0, 201)
      .map((name) => `${name.toLowerCase()}@depth10`);
    expect(say(session, { method: 'SUBSCRIBE', params, id: 1 })[0]).toContain('too many');
    expect(say(session, { method: 'SUBSCRIBE', params: params.slice(1), id: 2 })[0]).toContain('null');
  });
});

describe('Derive', () => {
  it('gives every channel a status, and refuses a question for nothing but unknown ones', () => {
    const session = open('derive');
    const channel = `ticker_slim.${namesAt('derive')[3]}.1000`;
    const [some] = say(session, {
      id: 1,
      method: 'subscribe',
      params: { channels: [channel, 'gossip.BTC'] },
    });
    expect(JSON.parse(some!)).toMatchObject({
      result: {
        status: { [channel]: 'ok', 'gossip.BTC': 'Invalid channel' },
        current_subscriptions: [channel],
      },
    });
    const [none] = say(session, { id: 2, method: 'subscribe', params: { channels: ['gossip.BTC'] } });
    expect(none).toContain('13000');
  });
});

it.each([...VENUE_WIRES.keys()])('%s answers nonsense in words of its own and goes on', (venue) => {
  const session = open(venue);
  for (const text of ['', 'nonsense', '[]', '{"op":7}', '{"method":{"a":1}}', '{"type":null}', 'null']) {
    const replies = session.receive(text, start);
    expect(replies.every((reply) => typeof reply === 'string' && reply !== '')).toBe(true);
  }
  expect(session.due(after(1)).close).toBeNull();
});
