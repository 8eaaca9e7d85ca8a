import { describe, expect, it } from 'vitest';
import { ADDRESS, VIEW, feedIn } from '../testing/feed-in-world.ts';
import { plainStreams } from '../testing/plain-streams.ts';

describe('connecting', () => {
  it('says hello and then subscribes to what the view wants', async () => {
    const { world, opened, health } = feedIn();
    await opened();
    expect(world.socket().address).toBe(ADDRESS);
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index']);
    expect(health().phase).toBe('connecting');
    world.socket().events.text('d index');
    await world.pass(1_000);
    expect(health()).toMatchObject({ phase: 'streaming', totals: { connects: 1, frames: 1, losses: 0 } });
  });

  it('gives up an attempt that nobody answers, and tries again after a second, two, four, up to a minute', async () => {
    const { world, health } = feedIn({ random: 0.999_9 });
    await world.pass(0);
    const startedAt: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      startedAt.push(world.now());
      const count = world.sockets.length;
      world.socket().events.closed();
      while (world.sockets.length === count) await world.pass(100);
    }
    const waits = startedAt.slice(1).map((at, place) => Math.round((at - (startedAt[place] ?? 0)) / 1_000));
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60]);
    expect(health().totals.losses).toBe(8);
    expect(health().lastLoss?.reason).toBe('not-opened');
  });

  it('waits by chance at least half as long, so that many pages do not return at once', async () => {
    const { world } = feedIn({ random: 0 });
    await world.pass(0);
    world.socket().events.closed();
    await world.pass(499);
    expect(world.sockets).toHaveLength(1);
    await world.pass(1);
    expect(world.sockets).toHaveLength(2);
  });

  it('says when the next attempt comes, and makes it at once when asked', async () => {
    const { world, feed, health } = feedIn({ random: 0.5 });
    await world.pass(0);
    world.socket().events.closed();
    expect(health()).toMatchObject({ phase: 'reconnecting', nextTryAt: world.now() + 750, attempts: 1 });
    feed.retry();
    expect(world.sockets).toHaveLength(2);
    await world.pass(5_000);
    expect(world.sockets).toHaveLength(2);
  });

  it('calls an attempt that hangs for ten seconds lost', async () => {
    const { world, health } = feedIn();
    await world.pass(9_000);
    expect(health().phase).toBe('connecting');
    await world.pass(2_000);
    expect(health().incidents.at(-1)).toMatchObject({ kind: 'lost', reason: 'not-opened' });
    expect(world.sockets[0]?.isClosed()).toBe(true);
  });
});

describe('staying alive', () => {
  it('sends the venue’s heartbeat at its interval and answers its questions at once', async () => {
    const { world, opened } = feedIn();
    await opened();
    await world.pass(10_000);
    expect(world.socket().sent.at(-1)).toBe('ping');
    world.socket().events.text('test');
    expect(world.socket().sent.at(-1)).toBe('here');
  });

  it('takes a line that looks open and says nothing for too long for dead, and connects anew', async () => {
    const { world, opened, health, resyncs } = feedIn();
    await opened();
    world.socket().events.text('d index');
    await world.pass(14_000);
    expect(health().phase).toBe('streaming');
    await world.pass(1_000);
    expect(health()).toMatchObject({ phase: 'reconnecting', lastLoss: { reason: 'half-open' } });
    expect(world.sockets[0]?.isClosed()).toBe(true);
    await world.pass(500);
    await opened();
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index']);
    expect(resyncs()).toBe(1);
  });

  it('keeps a quiet line open while the venue answers heartbeats', async () => {
    const { world, opened, health } = feedIn();
    await opened();
    for (let beat = 0; beat < 10; beat += 1) {
      await world.pass(10_000);
      world.socket().events.text('pong');
    }
    expect(world.sockets).toHaveLength(1);
    expect(health().phase).toBe('streaming');
  });

  it('connects anew after the device slept, whatever the socket says', async () => {
    const { world, opened, health } = feedIn();
    await opened();
    world.socket().events.text('d index');
    world.sleep(600_000);
    await world.pass(0);
    expect(health().lastLoss?.reason).toBe('slept');
    await world.pass(1_000);
    expect(world.sockets).toHaveLength(2);
  });

  it('renews a connection before the venue’s time limit', async () => {
    const life = 600_000;
    const heartbeat = { ...plainStreams().heartbeat, lifeMs: life, silenceMs: 2 * life };
    const { world, opened, health } = feedIn({ streams: { heartbeat } });
    await opened();
    await world.pass(life - 301_000);
    expect(world.sockets).toHaveLength(1);
    await world.pass(2_000);
    expect(world.sockets).toHaveLength(2);
    expect(health().incidents.at(-1)?.kind).toBe('renewed');
    expect(health().totals.losses).toBe(0);
  });

  it('forgets failed attempts only once a line stood for ten seconds', async () => {
    const { world, opened, health } = feedIn();
    await world.pass(0);
    for (let time = 0; time < 3; time += 1) {
      await opened();
      world.socket().events.text('d index');
      world.socket().events.closed();
      await world.pass(4_000);
    }
    expect(health().attempts).toBe(3);
    await opened();
    world.socket().events.text('d index');
    await world.pass(11_000);
    expect(health().attempts).toBe(0);
  });
});

describe('the view', () => {
  it('subscribes to what is new and lets go of what is not looked at any more, and nothing else', async () => {
    const { world, feed, opened } = feedIn({ view: { ...VIEW, books: ['a', 'b'] } });
    await opened();
    world.socket().sent.length = 0;
    feed.look({ ...VIEW, books: ['b', 'c'] });
    await world.pass(0);
    expect(world.socket().sent).toEqual(['-a', '+c']);
  });

  it('subscribes again to the view as it is now after a loss', async () => {
    const { world, feed, opened } = feedIn({ view: { ...VIEW, books: ['a'] } });
    await opened();
    world.socket().events.closed();
    feed.look({ ...VIEW, books: ['c'] });
    await world.pass(1_000);
    await opened();
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index', '+c']);
  });

  it('asks no more channels of a socket than the venue allows, and says how many are left out', async () => {
    const limits = { channelsPerSocket: 2, frameEveryMs: 0, framesPerHour: 100 };
    const { world, opened, health } = feedIn({
      streams: { limits },
      view: { ...VIEW, books: ['a', 'b', 'c'] },
    });
    await opened();
    await world.pass(1_000);
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index', '+a']);
    expect(health().channels).toEqual({ wanted: 4, subscribed: 2, refused: 0, overLimit: 2 });
  });

  it('spaces its frames as the venue asks, and holds them after a refusal for too many', async () => {
    const limits = { channelsPerSocket: 100, frameEveryMs: 500, framesPerHour: 100 };
    const { world, opened } = feedIn({ streams: { limits }, view: { ...VIEW, books: ['a', 'b'] } });
    await opened();
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index']);
    await world.pass(500);
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index', '+a']);
    world.socket().events.text('no more');
    await world.pass(9_000);
    expect(world.socket().sent).not.toContain('+b');
    await world.pass(2_000);
    expect(world.socket().sent).toContain('+b');
  });

  it('subscribes again, once the wait is over, to what was refused for coming too often', async () => {
    const { world, opened } = feedIn({ view: { ...VIEW, books: ['a', 'b'] } });
    await opened();
    const before = world.socket().sent.length;
    for (const _ of [1, 2, 3]) world.socket().events.text('no more');
    await world.pass(9_000);
    expect(
      world
        .socket()
        .sent.slice(before)
        .filter((frame) => frame.startsWith('+')),
    ).toEqual([]);
    world.socket().events.text('d index');
    await world.pass(3_000);
    expect(
      world
        .socket()
        .sent.slice(before)
        .filter((frame) => frame.startsWith('+')),
    ).toEqual(['+index', '+a', '+b']);
  });

  it('sends no more subscriptions in an hour than the venue allows', async () => {
    const limits = { channelsPerSocket: 100, frameEveryMs: 0, framesPerHour: 2 };
    const heartbeat = { ...plainStreams().heartbeat, beat: null, silenceMs: 1e9 };
    const view = { ...VIEW, books: ['a', 'b'] };
    const { world, opened } = feedIn({ streams: { limits, heartbeat }, view });
    await opened();
    await world.pass(3_500_000);
    expect(world.socket().sent).toEqual(['hello', '+index', '+a']);
    await world.pass(200_000);
    expect(world.socket().sent).toEqual(['hello', '+index', '+a', '+b']);
  });

  it('closes its sockets while the page is hidden, and asks for the chain when it is looked at again', async () => {
    const { world, feed, opened, health, resyncs } = feedIn();
    await opened();
    feed.pause();
    expect(world.socket().isClosed()).toBe(true);
    expect(health().phase).toBe('paused');
    await world.pass(60_000);
    expect(world.sockets).toHaveLength(1);
    feed.resume();
    await world.pass(0);
    expect(world.sockets).toHaveLength(2);
    expect(resyncs()).toBe(1);
  });

  it('opens nothing and tells nothing once it is closed', async () => {
    const { world, feed, opened, health } = feedIn();
    await opened();
    feed.close();
    const last = health();
    await world.pass(60_000);
    expect(world.sockets).toHaveLength(1);
    expect(world.socket().isClosed()).toBe(true);
    expect(health()).toBe(last);
  });
});

it('stays closed though an answer was still being read when it was closed', async () => {
  const call = { id: 70, frame: 'chain?', request: 'https://venue.example/chain', everyMs: null };
  const { world, feed, opened, batches } = feedIn({ readMs: 500, calls: [call] });
  await opened();
  world.socket().events.text('a 70');
  await world.pass(300);
  expect(batches).toHaveLength(1);
  feed.close();
  feed.look({ ...VIEW, books: ['late'] });
  await world.pass(60_000);
  expect(world.sockets).toHaveLength(1);
});

describe('gaps', () => {
  const numbered = async () => {
    const setting = feedIn();
    await setting.opened();
    const push = (text: string) => setting.world.socket().events.text(text);
    push('s book 1');
    push('s book 2 1');
    return { ...setting, push };
  };

  it('lets a channel begin anew after a gap, asks for the chain, and hands nothing on in between', async () => {
    const { world, push, bodies, health, resyncs } = await numbered();
    push('s book 4 3');
    push('s book 5 4');
    push('s book 9');
    await world.pass(1_000);
    expect(bodies()).toEqual(['s book 1', 's book 2 1', 's book 9']);
    expect(world.socket().sent).toEqual(expect.arrayContaining(['-book', '+book']));
    expect(health().totals.gaps).toBeGreaterThanOrEqual(1);
    expect(resyncs()).toBe(1);
  });

  it('does not hand on what it has seen already', async () => {
    const { world, push, bodies, health } = await numbered();
    push('s book 2 1');
    push('s book 1 0');
    push('s book 3 2');
    await world.pass(1_000);
    expect(bodies()).toEqual(['s book 1', 's book 2 1', 's book 3 2']);
    expect(health().totals).toMatchObject({ gaps: 0, superseded: 2 });
  });

  it('asks its questions on the socket again where no request can be answered', async () => {
    const call = { id: 70, frame: 'chain?', request: 'https://venue.example/chain', everyMs: null };
    const { world, opened, resyncs } = feedIn({ view: { ...VIEW, streamAlone: true }, calls: [call] });
    await opened();
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index', 'chain?']);
    world.socket().events.text('s book 4 3');
    expect(world.socket().sent.filter((frame) => frame === 'chain?')).toHaveLength(2);
    expect(resyncs()).toBe(0);
  });
});

describe('questions on the socket', () => {
  const chain = { id: 70, frame: 'chain?', request: 'https://venue.example/chain', everyMs: 5_000 };
  const terms = { id: 71, frame: 'terms?', request: 'https://venue.example/terms', everyMs: null };

  it('are asked as often as they say, and their answers go by the address of the question', async () => {
    const { world, opened, batches } = feedIn({ calls: [chain, terms] });
    await opened();
    world.socket().events.text('a 70');
    await world.pass(11_000);
    expect(world.socket().sent.filter((frame) => frame === 'chain?')).toHaveLength(3);
    expect(world.socket().sent.filter((frame) => frame === 'terms?')).toHaveLength(1);
    expect(batches[0]).toEqual([
      expect.objectContaining({ via: 'ws', request: chain.request, body: 'a 70' }),
    ]);
  });

  it('are asked again ten seconds after a refusal, even those that are asked once', async () => {
    const { world, opened } = feedIn({ calls: [terms] });
    await opened();
    const asked = (): number => world.socket().sent.filter((frame) => frame === 'terms?').length;
    world.socket().events.text('no more 71');
    await world.pass(9_000);
    expect(asked()).toBe(1);
    world.socket().events.text('d index');
    await world.pass(2_000);
    expect(asked()).toBe(2);
    expect(world.socket().sent.filter((frame) => frame === '+index')).toHaveLength(1);
    world.socket().events.text('a 71');
    await world.pass(60_000);
    expect(asked()).toBeLessThanOrEqual(3);
  });

  it('are worked out anew once an answer may have told of new contracts', async () => {
    const { world, opened, plans } = feedIn({ calls: [chain] });
    await opened();
    const before = plans.length;
    world.socket().events.text('a 70');
    await world.pass(300);
    expect(plans.length).toBe(before + 1);
  });

  it('are all asked again on a new connection', async () => {
    const { world, opened } = feedIn({ calls: [terms] });
    await opened();
    world.socket().events.closed();
    await world.pass(1_000);
    await opened();
    expect(world.socket().sent).toEqual(['hello', 'ping', '+index', 'terms?']);
  });
});
