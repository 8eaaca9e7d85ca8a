import type { VenueId } from '#market/venue-id.ts';
import type { Exchange } from './exchange/exchange.ts';
import { expect, test } from './support/exchange-test.ts';
import { saveRecording } from './support/saved-recording.ts';
import { openStreaming } from './support/outage.ts';
import { SmirkPage } from './support/smirk-page.ts';
import { statusSamples, watchStatus } from './support/status-watch.ts';

test.setTimeout(90_000);

const streaming = async ({ page }: SmirkPage, venue: VenueId = 'deribit'): Promise<void> =>
  openStreaming(page, venue);
const channelsAt = (exchange: Exchange, venue: VenueId): readonly string[] =>
  exchange
    .sockets(venue)
    .flatMap(({ channels }) => channels)
    .toSorted();

for (const how of ['close', 'mid-message'] as const) {
  test(`a socket that ends by ${how} is opened again within seconds, with all it had subscribed`, async ({
    page,
    exchange,
    smirk,
  }) => {
    await streaming(smirk);
    await watchStatus(page);
    const [opened, channels] = [exchange.opened('deribit'), channelsAt(exchange, 'deribit')];
    exchange.cut('deribit', how);
    const since = Date.now();
    await expect.poll(() => exchange.opened('deribit')).toBe(opened + 1);
    await expect.poll(() => channelsAt(exchange, 'deribit')).toEqual(channels);
    console.log(`  after ${how}: everything subscribed again after ${Date.now() - since} ms`);
    await expect(smirk.status).toContainText(/^Live · .*streaming/);
    const samples = await statusSamples(page);
    expect(samples.filter(({ ageS }) => ageS === null || ageS > 10)).toEqual([]);
    expect((await smirk.expiryTable()).length).toBeGreaterThan(6);
  });
}

test('a line that is half open is found out and replaced, though nobody hung up', async ({
  exchange,
  smirk,
}) => {
  await streaming(smirk, 'okx');
  const [opened, channels] = [exchange.opened('okx'), channelsAt(exchange, 'okx')];
  exchange.disturb('okx', { socket: { kind: 'silent' } });
  const since = Date.now();
  await expect.poll(() => exchange.opened('okx'), { timeout: 25_000 }).toBeGreaterThan(opened);
  console.log(`  half open: replaced after ${Date.now() - since} ms`);
  // Prices asked for by request go on meanwhile, and are not passed for pushed ones.
  await expect(smirk.status).not.toContainText('streaming');
  exchange.restore('okx');
  await expect.poll(() => channelsAt(exchange, 'okx'), { timeout: 25_000 }).toEqual(channels);
  await expect(smirk.status).toContainText(/^Live · .*streaming/);
});

test('duplicates and late pushes leave the picture as it would be without them', async ({
  context,
  exchange,
  smirk,
}) => {
  await streaming(smirk);
  exchange.disturb('deribit', { socket: { kind: 'duplicates' } });
  await expect.poll(() => exchange.pushed('deribit')).toBeGreaterThan(500);
  exchange.disturb('deribit', { socket: { kind: 'out-of-order', lateMs: 2500 } });
  const before = exchange.pushed('deribit');
  await expect.poll(() => exchange.pushed('deribit') - before, { timeout: 15_000 }).toBeGreaterThan(500);
  await expect(smirk.status).toContainText(/^Live · .*streaming/);
  const other = new SmirkPage(await context.newPage());
  await streaming(other);
  const vols = async (of: SmirkPage): Promise<readonly number[]> =>
    (await of.expiryTable()).slice(2).map((row) => Number(row[5]));
  await expect
    .poll(async () => {
      const [a, b] = [await vols(smirk), await vols(other)];
      return Math.max(...a.map((vol, i) => Math.abs(vol - (b[i] ?? Number.NaN))));
    })
    .toBeLessThan(0.3);
});

test('frames that cannot be read are left out, and the others are used', async ({ exchange, smirk }) => {
  await streaming(smirk);
  for (const kind of ['malformed', 'html'] as const) {
    exchange.disturb('deribit', { socket: { kind } });
    const before = exchange.pushed('deribit');
    await expect.poll(() => exchange.pushed('deribit') - before).toBeGreaterThan(200);
    const table = await smirk.expiryTable();
    await expect.poll(async () => smirk.expiryTable()).not.toEqual(table);
    await expect(smirk.status).toContainText(/^Live/);
  }
});

test('a venue whose clock is behind is said to be delayed, one ahead ages no picture', async ({
  exchange,
  smirk,
}) => {
  exchange.disturb('deribit', { clockOffsetMs: -120_000 });
  await smirk.open();
  await expect(smirk.status).toContainText(/Delayed · Deribit/);
  expect(await smirk.age()).toBeLessThan(8);
  exchange.disturb('deribit', { clockOffsetMs: 120_000 });
  await expect(smirk.status).toContainText(/^Live · /, { timeout: 15_000 });
  expect(await smirk.age()).toBeLessThan(8);
});

test('contracts that expire and are listed under way leave and enter the picture', async ({
  exchange,
  smirk,
}) => {
  await streaming(smirk);
  const table = await smirk.expiryTable();
  const names = exchange.contractNames('deribit', 'BTC');
  const date = names[0]!.split('-')[1]!;
  exchange.disturb('deribit', { unlisted: names.filter((name) => name.includes(`-${date}-`)) });
  await expect
    .poll(async () => (await smirk.expiryTable()).length, { timeout: 15_000 })
    .toBe(table.length - 1);
  expect((await smirk.expiryTable())[0]![0]).toBe(table[1]![0]);
  exchange.restore();
  await expect.poll(async () => (await smirk.expiryTable()).length, { timeout: 15_000 }).toBe(table.length);
});

test('crossed and locked books are told and not fitted', async ({ exchange, smirk, page }) => {
  const used = async (): Promise<number> =>
    Number(/(\d+) of \d+ quotes used/.exec((await smirk.status.textContent()) ?? '')?.[1]);
  await streaming(smirk);
  await expect(smirk.status).toContainText(/quotes used/);
  const proper = await used();
  exchange.disturb('deribit', { books: 'crossed' });
  await expect.poll(used, { timeout: 15_000 }).toBeLessThan(proper * 0.9);
  expect((await smirk.expiryTable()).length).toBeGreaterThan(6);
  exchange.disturb('deribit', { books: 'locked' });
  await page.waitForTimeout(6000);
  expect((await smirk.expiryTable()).length).toBeGreaterThan(6);
  exchange.restore();
  await expect.poll(used, { timeout: 15_000 }).toBeGreaterThan(proper * 0.9);
});

test('through a storm, a lost line and an outage nothing recorded is lost, and the recording is replayed', async ({
  exchange,
  page,
  smirk,
}) => {
  const before = exchange.pushed('deribit');
  await streaming(smirk);
  exchange.disturb('deribit', { stormPerSecond: 1000 });
  await expect.poll(() => exchange.pushed('deribit') - before, { timeout: 20_000 }).toBeGreaterThan(5000);
  await expect(smirk.status).toContainText(/^Live · .*streaming/);
  exchange.disturb('deribit', { stormPerSecond: 0, http: { kind: 'status', status: 503 } });
  exchange.cut('deribit', 'mid-message');
  await expect.poll(() => exchange.sockets('deribit').length).toBe(1);
  await expect(smirk.status).toContainText('streaming');
  exchange.restore();
  exchange.disturb('deribit', { socket: { kind: 'silent' } });
  await page.waitForTimeout(1000);
  const pushed = exchange.pushed('deribit') - before;
  const { file, messages } = await saveRecording(page);
  const pushes = messages.filter(({ body }) => body.includes('"method":"subscription"'));
  expect(pushes.length).toBeGreaterThanOrEqual(pushed - 60);
  expect(messages.some(({ via }) => via === 'http')).toBe(true);
  expect(messages.every(({ at }, i) => i === 0 || at >= messages[i - 1]!.at)).toBe(true);
  await smirk.openFile(file);
  await expect(smirk.badge).toContainText('Replay');
  await smirk.waitForPicture();
  expect((await smirk.expiryTable()).length).toBeGreaterThan(6);
});
