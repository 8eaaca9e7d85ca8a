import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { feedIn } from '../testing/feed-in-world.ts';

describe('handing over', () => {
  it('hands over at most four times a second, however much arrives', async () => {
    const { world, opened, batches, bodies } = feedIn();
    await opened();
    for (let step = 0; step < 400; step += 1) {
      world.socket().events.text(`c x${step}`);
      await world.pass(5);
    }
    await world.pass(1_000);
    expect(bodies()).toHaveLength(400);
    expect(batches.length).toBeGreaterThan(4);
    expect(batches.length).toBeLessThanOrEqual(10);
  });

  it('never hands over a second batch before the first was read', async () => {
    const { world, opened, batches, bodies } = feedIn({ readMs: 3_000 });
    await opened();
    for (let step = 0; step < 50; step += 1) {
      world.socket().events.text(`c x${step}`);
      await world.pass(50);
    }
    expect(batches).toHaveLength(1);
    await world.pass(10_000);
    expect(batches).toHaveLength(2);
    expect(bodies()).toHaveLength(50);
  });

  it('lets newer states take the place of older ones in a crowd, counts them, and records them all', async () => {
    const { world, opened, bodies, recorded, health } = feedIn({ readMs: 5_000 });
    await opened();
    for (let step = 0; step < 3_000; step += 1) world.socket().events.text(`d ch${step % 500} ${step}`);
    await world.pass(6_000);
    const { superseded } = health().totals;
    expect(superseded).toBeGreaterThan(2_000);
    expect(bodies().length + superseded).toBe(3_000);
    expect(bodies().at(-1)).toBe('d ch499 2999');
    expect(recorded).toHaveLength(3_000);
    const newest = new Map(bodies().map((body) => [body.split(' ')[1], Number(body.split(' ')[2])]));
    expect([...newest.values()].every((step) => step >= 2_500)).toBe(true);
  });

  it('throws the oldest away rather than grow without bound, counts them, and asks for the chain', async () => {
    const { world, opened, health, resyncs } = feedIn({ readMs: 60_000 });
    await opened();
    for (let step = 0; step < 21_000; step += 1) world.socket().events.text(`c x${step}`);
    await world.pass(1_000);
    expect(health().totals.overflowed).toBe(1_000);
    expect(health().incidents.some(({ kind }) => kind === 'left-out')).toBe(true);
    expect(resyncs()).toBe(1);
  });
});

describe('what is told of it', () => {
  it('tells the venue’s clock by the quickest of its answers, with the error that the trip leaves', async () => {
    const { world, opened, health } = feedIn();
    await opened();
    const { sent } = world.socket();
    for (const trip of [80, 20, 200]) {
      while (sent.at(-1) !== 'ping') await world.pass(10);
      sent.length = 0;
      const asked = world.now();
      world.sleep(trip);
      world.socket().events.text(`pong ${asked + trip / 2 + 1_500}`);
    }
    await world.pass(1_000);
    const { clock } = health();
    expect(clock?.samples).toBe(3);
    expect(clock?.marginMs).toBe(10);
    expect(Math.abs((clock?.skewMs ?? 0) - 1_500)).toBeLessThanOrEqual(10);
  });

  it('tells the median delay of stamped messages', async () => {
    const { world, opened, health } = feedIn();
    await opened();
    for (const delay of [40, 50, 900]) {
      await world.pass(100);
      world.socket().events.text(`d x @${world.now() - delay}`);
    }
    await world.pass(1_000);
    expect(health().delayMs).toBe(50);
  });

  it('tells the rate of the last ten seconds, and each minute of the last hour', async () => {
    const { world, opened, health } = feedIn();
    await opened();
    for (let second = 0; second < 120; second += 1) {
      world.socket().events.text('c x');
      world.socket().events.text('c y');
      await world.pass(1_000);
    }
    expect(health().framesPerSecond).toBeCloseTo(2, 5);
    const whole = health().minutes.filter(({ frames }) => frames === 120);
    expect(whole.length).toBeGreaterThanOrEqual(1);
    expect(health().minutes.reduce((sum, { frames }) => sum + frames, 0)).toBe(240);
  });

  it('forgets after an hour, and stays bounded when a venue comes and goes all day', async () => {
    const { world, health } = feedIn({ random: 0 });
    await world.pass(0);
    for (let time = 0; time < 150; time += 1) {
      world.socket().events.closed();
      await world.pass(30_100);
    }
    expect(health().totals.losses).toBeGreaterThanOrEqual(150);
    const { incidents, minutes } = health();
    expect(incidents.length).toBeLessThanOrEqual(500);
    expect(Math.min(...incidents.map(({ at }) => at))).toBeGreaterThan(epochMs(world.now() - 3_600_000));
    expect(minutes.length).toBeLessThanOrEqual(61);
  });

  it('says offline where the device knows it', async () => {
    const { world, health } = feedIn();
    await world.pass(0);
    world.setOnline(false);
    world.socket().events.closed();
    expect(health().lastLoss?.reason).toBe('offline');
  });
});
