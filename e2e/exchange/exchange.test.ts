import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, control, listen, type Listener } from './client.ts';
import { type ControlDoor, openControlDoor } from './control-door.ts';
import { type Exchange, startExchange } from './exchange.ts';
import { createFrameFaults } from './frame-faults.ts';

const CHAIN = 'https://www.deribit.com/api/v2/public/get_book_summary_by_currency?currency=BTC&kind=option';
const SOCKET = 'wss://www.deribit.com/ws/api/v2';

let exchange: Exchange;
let door: ControlDoor;
const open: Listener[] = [];

beforeAll(async () => {
  exchange = await startExchange();
  door = await openControlDoor(exchange, 0);
});
afterAll(async () => {
  door.close();
  await exchange.close();
});
afterEach(() => {
  exchange.restore();
  for (const { socket } of open.splice(0)) socket.terminate();
});

async function subscribed(...channels: readonly string[]): Promise<Listener> {
  const listener = await listen(exchange.port, SOCKET);
  open.push(listener);
  const params = { channels };
  listener.socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'public/subscribe', params }));
  await listener.until((text) => text.includes('"id":1'));
  return listener;
}

/** Until what was under way is there: nothing new between two looks. */
async function arrived({ heard }: Listener): Promise<void> {
  let seen = -1;
  const same = (): boolean => {
    const before = seen;
    seen = heard.length;
    return before === seen;
  };
  await expect.poll(same, { interval: 300, timeout: 10_000 }).toBe(true);
}

interface Row {
  readonly instrument_name: string;
  readonly bid_price: number | null;
  readonly ask_price: number | null;
}
const chain = async (): Promise<readonly Row[]> =>
  (JSON.parse((await ask(exchange.port, CHAIN)).body) as { result: readonly Row[] }).result;
const someName = (): string => exchange.contractNames('deribit', 'BTC')[40]!;
const isPush = (text: string): boolean => text.includes('"subscription"');

describe('by HTTP', () => {
  it('answers under the host name of the venue, readable across origins, and under no other name', async () => {
    const { status, headers } = await ask(exchange.port, CHAIN);
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
    expect((await ask(exchange.port, 'https://example.org/')).status).toBe(421);
    expect(exchange.asked.at(-1)).toMatchObject({ venue: 'deribit', url: CHAIN.slice(23) });
  });

  it.each([['5'], [undefined]])('refuses with 429, Retry-After %s', async (retryAfter) => {
    exchange.disturb('deribit', {
      http: { kind: 'status', status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) },
    });
    const { status, headers } = await ask(exchange.port, CHAIN);
    expect([status, headers['retry-after']]).toEqual([429, retryAfter]);
  });

  it('fails as a gate in front of the venue fails: without permission to read the failure', async () => {
    exchange.disturb('deribit', { http: { kind: 'status', status: 502, readable: false } });
    const { status, headers } = await ask(exchange.port, CHAIN);
    expect([status, headers['access-control-allow-origin']]).toEqual([502, undefined]);
  });

  it('disturbs only the questions that the fault is about', async () => {
    exchange.disturb('deribit', { http: { kind: 'status', status: 500, on: 'get_instruments' } });
    expect((await ask(exchange.port, CHAIN)).status).toBe(200);
    const terms = 'https://www.deribit.com/api/v2/public/get_instruments?currency=BTC&kind=option';
    expect((await ask(exchange.port, terms)).status).toBe(500);
  });

  it('answers late', async () => {
    exchange.disturb('deribit', { http: { kind: 'slow', ms: 300 } });
    const before = performance.now();
    expect((await ask(exchange.port, CHAIN)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(290);
  });

  it('breaks off in the middle of the body, or never begins', async () => {
    exchange.disturb('deribit', { http: { kind: 'truncated' } });
    await expect(ask(exchange.port, CHAIN)).rejects.toThrow(/aborted|hang up|reset/);
    exchange.disturb('deribit', { http: { kind: 'reset' } });
    await expect(ask(exchange.port, CHAIN)).rejects.toThrow(/hang up|reset/);
  });

  it('delivers half a document, a page of HTML, or a proper answer that no page may read', async () => {
    exchange.disturb('deribit', { http: { kind: 'malformed' } });
    const half = await ask(exchange.port, CHAIN);
    expect(() => JSON.parse(half.body) as unknown).toThrow(SyntaxError);
    exchange.disturb('deribit', { http: { kind: 'html' } });
    expect((await ask(exchange.port, CHAIN)).headers['content-type']).toBe('text/html');
    exchange.disturb('deribit', { http: { kind: 'no-cors' } });
    const closed = await ask(exchange.port, CHAIN);
    expect(closed.headers['access-control-allow-origin']).toBeUndefined();
    expect(JSON.parse(closed.body)).toHaveProperty('result');
  });

  it('shows crossed and locked books among proper ones', async () => {
    const both = (rows: readonly Row[]): readonly (readonly [number, number])[] =>
      rows.flatMap(({ bid_price: bid, ask_price: offer }) =>
        bid !== null && offer !== null ? [[bid, offer]] : [],
      );
    exchange.disturb('deribit', { books: 'crossed' });
    const crossed = both(await chain());
    expect(crossed.filter(([bid, offer]) => bid > offer).length).toBeGreaterThan(crossed.length / 10);
    expect(crossed.filter(([bid, offer]) => bid < offer).length).toBeGreaterThan(crossed.length / 2);
    exchange.disturb('deribit', { books: 'locked' });
    expect(both(await chain()).filter(([bid, offer]) => bid === offer).length).toBeGreaterThan(10);
    exchange.restore();
    expect(both(await chain()).every(([bid, offer]) => bid < offer)).toBe(true);
  });

  it('stamps with a wrong clock', async () => {
    exchange.disturb('deribit', { clockOffsetMs: -90_000 });
    const { usOut } = JSON.parse((await ask(exchange.port, CHAIN)).body) as { usOut: number };
    expect(Math.abs(usOut / 1000 - (Date.now() - 90_000))).toBeLessThan(5000);
  });

  it('lists and expires contracts under way', async () => {
    const name = someName();
    const listed = async (): Promise<boolean> =>
      (await chain()).some(({ instrument_name: one }) => one === name);
    expect(await listed()).toBe(true);
    exchange.disturb('deribit', { unlisted: [name] });
    expect(await listed()).toBe(false);
    exchange.disturb('deribit', { unlisted: [] });
    expect(await listed()).toBe(true);
  });
});

describe('over a socket', () => {
  it('pushes what was subscribed, and stops where that was asked for', async () => {
    const channel = `ticker.${someName()}.agg2`;
    const listener = await subscribed(channel, 'markprice.options.btc_usd', 'no.such.channel');
    expect(listener.heard[0]).toContain(JSON.stringify([channel, 'markprice.options.btc_usd']));
    await listener.until((text) => isPush(text) && text.includes(channel));
    await listener.until((text) => isPush(text) && text.includes('markprice'));
    expect(exchange.sockets('deribit')).toMatchObject([
      { address: SOCKET, channels: [channel, 'markprice.options.btc_usd'] },
    ]);
    const params = { channels: [channel, 'markprice.options.btc_usd'] };
    listener.socket.send(JSON.stringify({ id: 2, method: 'public/unsubscribe', params }));
    await listener.until((text) => text.includes('"id":2'));
    const after = listener.heard.length;
    await new Promise((resolve) => {
      setTimeout(resolve, 1200);
    });
    expect(listener.heard.slice(after)).toEqual([]);
  });

  it('stays half open: takes everything, says nothing, does not hang up', async () => {
    const listener = await subscribed('deribit_price_index.btc_usd');
    exchange.disturb('deribit', { socket: { kind: 'silent' } });
    await arrived(listener);
    const after = listener.heard.length;
    listener.socket.send(JSON.stringify({ id: 3, method: 'public/test', params: {} }));
    await new Promise((resolve) => {
      setTimeout(resolve, 1300);
    });
    expect(listener.heard.length).toBe(after);
    expect(listener.socket.readyState).toBe(listener.socket.OPEN);
  });

  it('says everything twice', async () => {
    exchange.disturb('deribit', { socket: { kind: 'duplicates' } });
    const listener = await subscribed('deribit_price_index.btc_usd');
    await listener.until(isPush);
    await expect.poll(() => listener.heard.filter(isPush).length).toBeGreaterThanOrEqual(2);
    const [first, second] = listener.heard.filter(isPush);
    expect(second).toBe(first);
  });

  it('lets newer pushes overtake older ones', async () => {
    exchange.disturb('deribit', { socket: { kind: 'out-of-order', lateMs: 1500 } });
    const listener = await subscribed('deribit_price_index.btc_usd');
    const stamps = (): readonly number[] =>
      listener.heard.filter(isPush).map((text) => Number(/"timestamp":(\d+)/.exec(text)![1]));
    await expect
      .poll(() => stamps().some((stamp, i) => i > 0 && stamp < stamps()[i - 1]!), { timeout: 8000 })
      .toBe(true);
  });

  it.each([['malformed'], ['html']] as const)('mixes in %s frames', async (kind) => {
    exchange.disturb('deribit', { socket: { kind } });
    const listener = await subscribed(
      ...exchange
        .contractNames('deribit', 'BTC')
        .slice(0, 9)
        .map((one) => `ticker.${one}.agg2`),
    );
    await expect.poll(() => listener.heard.length).toBeGreaterThan(6);
    const broken = listener.heard.slice(1).filter((text) => !text.endsWith('}'));
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.length).toBeLessThan(listener.heard.length - 1);
  });

  it('hangs up properly, drops the line, or dies in the middle of a message', async () => {
    const [proper, dropped] = [await subscribed('deribit_price_index.btc_usd'), 1006];
    exchange.cut('deribit', 'close');
    expect(await proper.closed).toBe(1001);
    const second = await subscribed('deribit_price_index.btc_usd');
    exchange.cut('deribit', 'drop');
    expect(await second.closed).toBe(dropped);
    const third = await subscribed('deribit_price_index.btc_usd');
    exchange.cut('deribit', 'mid-message');
    expect(await third.closed).toBe(dropped);
    expect(exchange.sockets('deribit')).toEqual([]);
  });

  it('refuses the handshake', async () => {
    exchange.disturb('deribit', { socket: { kind: 'refused', status: 403 } });
    await expect(listen(exchange.port, SOCKET)).rejects.toThrow('403');
  });

  it('storms: a thousand messages a second where single contracts are subscribed', async () => {
    const names = exchange.contractNames('deribit', 'BTC').slice(0, 60);
    const listener = await subscribed(...names.map((name) => `ticker.${name}.agg2`));
    exchange.disturb('deribit', { stormPerSecond: 1000 });
    const before = listener.heard.length;
    await expect.poll(() => listener.heard.length - before, { timeout: 20_000 }).toBeGreaterThan(1500);
    exchange.disturb('deribit', { stormPerSecond: 0 });
    const stormed = listener.heard.slice(before);
    expect(new Set(stormed.map((text) => /ticker\.([^"]+)\.agg2/.exec(text)?.[1])).size).toBe(60);
  });

  it('gives every span of a storm its share of messages, and loses none between two', () => {
    const faults = createFrameFaults();
    expect(faults.stormShare(1000, 40)).toBe(40);
    const spans = Array.from({ length: 1000 }, (_, span) => 1 + ((span * 7) % 13) / 10);
    const shares = spans.map((ms) => faults.stormShare(1000, ms));
    const whole = spans.reduce((sum, ms) => sum + ms, 0);
    expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - whole)).toBeLessThan(2);
    expect(Math.max(...shares)).toBeLessThanOrEqual(3);
  });

  it('says which contracts came and went', async () => {
    const listener = await subscribed('instrument.state.option.BTC');
    const name = someName();
    exchange.disturb('deribit', { unlisted: [name] });
    await listener.until((text) => text.includes(name) && text.includes('closed'));
    exchange.restore();
    await listener.until((text) => text.includes(name) && text.includes('created'));
  });
});

describe('the control door', () => {
  it('tells the state, sets faults, and takes them back', async () => {
    await control(`${door.address}/deribit`, 'POST', '{"stormPerSecond":5,"http":{"kind":"html"}}');
    expect(exchange.faultsOf('deribit')).toMatchObject({ stormPerSecond: 5, http: { kind: 'html' } });
    const state = JSON.parse((await control(door.address, 'GET')).body) as Record<string, unknown>;
    expect(state['deribit']).toMatchObject({ faults: { stormPerSecond: 5 } });
    await control(door.address, 'DELETE');
    expect(exchange.faultsOf('deribit')).toMatchObject({ stormPerSecond: 0, http: null });
  });

  it('says what it does not understand', async () => {
    for (const body of ['{"http":{"kind":"gremlins"}}', '{"storm":1}', 'nonsense']) {
      const answer = await control(`${door.address}/deribit`, 'POST', body);
      expect([body, answer.status]).toEqual([body, 400]);
    }
    expect((await control(`${door.address}/nyse`, 'GET')).status).toBe(404);
  });

  it('cuts sockets', async () => {
    const listener = await subscribed('deribit_price_index.btc_usd');
    await control(`${door.address}/deribit/cut?how=close`, 'POST');
    expect(await listener.closed).toBe(1001);
  });
});
