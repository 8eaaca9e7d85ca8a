import type { Page } from '@playwright/test';
import type { VenueId } from '#market/venue-id.ts';
import type { Exchange } from './exchange/exchange.ts';
import { expect, test } from './support/exchange-test.ts';
import { type SavedRecording, saveRecording } from './support/saved-recording.ts';
import { openStreaming } from './support/outage.ts';
import { passTime, timeOn } from './support/page-time.ts';
import { SmirkPage } from './support/smirk-page.ts';
import { statusSamples, watchStatus } from './support/status-watch.ts';

test.setTimeout(150_000);

/** What has to travel from the exchange to the screen of a busy machine. */
const ARRIVAL = { timeout: 25_000 };

const streaming = async ({ page }: SmirkPage, venue: VenueId = 'deribit'): Promise<void> =>
  openStreaming(page, venue);
const channelsAt = (exchange: Exchange, venue: VenueId): readonly string[] =>
  exchange
    .sockets(venue)
    .flatMap(({ channels }) => channels)
    .toSorted();

/** Waits until so many more messages were pushed. */
async function pushes(exchange: Exchange, venue: VenueId, more: number): Promise<void> {
  const before = exchange.pushed(venue);
  await expect.poll(() => exchange.pushed(venue) - before, ARRIVAL).toBeGreaterThan(more);
}

/** A question asked again and again while the page's clock runs ahead, so that what it does every few seconds is not waited for. */
const hurried =
  <T>(page: Page, ask: () => T | Promise<T>, ms = 2000) =>
  async (): Promise<T> => {
    await passTime(page, ms);
    return ask();
  };

test('a socket that ends, properly or in the middle of a message, is opened again within seconds with all it had subscribed', async ({
  page,
  exchange,
  smirk,
}) => {
  await streaming(smirk);
  await watchStatus(page);
  for (const how of ['close', 'mid-message'] as const) {
    const [opened, channels] = [exchange.opened('deribit'), channelsAt(exchange, 'deribit')];
    exchange.cut('deribit', how);
    const since = Date.now();
    await expect.poll(() => exchange.opened('deribit'), ARRIVAL).toBe(opened + 1);
    await expect.poll(() => channelsAt(exchange, 'deribit'), ARRIVAL).toEqual(channels);
    console.log(`  after ${how}: everything subscribed again after ${Date.now() - since} ms`);
    await expect(smirk.status).toContainText(/^Live · .*streaming/);
  }
  const samples = await statusSamples(page);
  expect(samples.filter(({ ageS }) => ageS === null || ageS > 15)).toEqual([]);
  expect((await smirk.expiryTable()).length).toBeGreaterThan(6);
});

test('a line that is half open is found out and replaced, though nobody hung up', async ({
  exchange,
  page,
  smirk,
}) => {
  await streaming(smirk, 'okx');
  const [opened, channels] = [exchange.opened('okx'), channelsAt(exchange, 'okx')];
  exchange.disturb('okx', { socket: { kind: 'silent' } });
  const since = await timeOn(page);
  const openedNow = hurried(page, () => exchange.opened('okx'));
  await expect.poll(openedNow, ARRIVAL).toBeGreaterThan(opened);
  const took = (await timeOn(page)) - since;
  console.log(`  half open: replaced after ${took} ms of the page's time`);
  expect(took).toBeGreaterThan(10_000);
  // Prices asked for by request go on meanwhile, and are not passed for pushed ones.
  await expect(smirk.status).not.toContainText('streaming');
  exchange.restore('okx');
  await expect
    .poll(
      hurried(page, () => channelsAt(exchange, 'okx')),
      ARRIVAL,
    )
    .toEqual(channels);
  await expect(smirk.status).toContainText(/^Live · .*streaming/, ARRIVAL);
});

test('duplicates, late pushes and frames that cannot be read leave the picture as it would be without them', async ({
  newContext,
  exchange,
  smirk,
}) => {
  await streaming(smirk);
  for (const socket of [
    { kind: 'duplicates' },
    { kind: 'malformed' },
    { kind: 'html' },
    { kind: 'out-of-order', lateMs: 2500 },
  ] as const) {
    const table = await smirk.expiryTable();
    exchange.disturb('deribit', { socket });
    await pushes(exchange, 'deribit', 300);
    await expect.poll(async () => smirk.expiryTable(), ARRIVAL).not.toEqual(table);
    await expect(smirk.status).toContainText(/^Live · .*streaming/);
  }
  const other = new SmirkPage(await (await newContext()).newPage());
  await streaming(other);
  const vols = async (of: SmirkPage): Promise<readonly number[]> =>
    (await of.expiryFigures()).slice(2).map((row) => Number(row['25Δ call']));
  await expect
    .poll(async () => {
      const [a, b] = await Promise.all([vols(smirk), vols(other)]);
      return Math.max(...a.map((vol, i) => Math.abs(vol - (b[i] ?? Number.NaN))));
    }, ARRIVAL)
    .toBeLessThan(0.3);
});

test('a clock that differs is told from data that is late, and ages no picture', async ({
  exchange,
  page,
  smirk,
}) => {
  exchange.disturb('deribit', { clockOffsetMs: -120_000 });
  exchange.disturb('okx', { clockOffsetMs: -120_000 });
  await streaming(smirk);
  const notice = page.getByRole('region', { name: 'Where the numbers come from' });
  await expect(notice).toContainText(/This device’s clock is (2 min|119 s) ahead of Deribit’s/, ARRIVAL);
  await expect(smirk.status).toContainText(/^Live · /);
  await expect.poll(async () => smirk.age(), ARRIVAL).toBeLessThan(8);
  exchange.disturb('deribit', { clockOffsetMs: 120_000 });
  const told = hurried(page, async () => (await notice.allTextContents()).join(' '), 4000);
  await expect.poll(told, ARRIVAL).toMatch(/This device’s clock is \d+ (s|min) behind Deribit’s/);
  await expect(smirk.status).toContainText(/^Live · /);
  // A venue whose heartbeats carry no clock leaves it open which of the two is wrong.
  await smirk.venue.selectOption('okx');
  await expect(smirk.status).toContainText(/Delayed · OKX/, ARRIVAL);
  await expect(notice).toContainText('it is late, or this device’s clock is ahead');
});

test('contracts that expire and are listed under way leave and enter the picture', async ({
  exchange,
  page,
  smirk,
}) => {
  await streaming(smirk);
  const expiries = async (): Promise<readonly string[]> =>
    (await smirk.expiryTable()).map(([label]) => label ?? '');
  const before = await expiries();
  const names = exchange.contractNames('deribit', 'BTC');
  const date = names[0]!.split('-')[1]!;
  exchange.disturb('deribit', { unlisted: names.filter((name) => name.includes(`-${date}-`)) });
  await expect.poll(hurried(page, expiries), ARRIVAL).toEqual(before.slice(1));
  exchange.restore();
  await expect.poll(hurried(page, expiries), ARRIVAL).toEqual(before);
});

test('crossed and locked books are told and not fitted', async ({ exchange, smirk, page }) => {
  const used = async (): Promise<number> =>
    Number(/(\d+) of \d+ quotes used/.exec((await smirk.status.textContent()) ?? '')?.[1]);
  await streaming(smirk);
  await expect(smirk.status).toContainText(/quotes used/);
  const proper = await used();
  exchange.disturb('deribit', { books: 'crossed' });
  await expect.poll(hurried(page, used), ARRIVAL).toBeLessThan(proper * 0.9);
  expect((await smirk.expiryTable()).length).toBeGreaterThan(6);
  const table = await smirk.expiryTable();
  exchange.disturb('deribit', { books: 'locked' });
  await pushes(exchange, 'deribit', 300);
  await expect
    .poll(
      hurried(page, async () => smirk.expiryTable()),
      ARRIVAL,
    )
    .not.toEqual(table);
  expect((await smirk.expiryTable()).length).toBeGreaterThan(6);
  exchange.restore();
  await expect.poll(hurried(page, used), ARRIVAL).toBeGreaterThan(proper * 0.9);
});

test('through a storm, a lost line and an outage nothing recorded is lost, and the recording is replayed', async ({
  exchange,
  page,
  smirk,
}) => {
  await expect.poll(() => exchange.sockets('deribit').length).toBe(0);
  const before = exchange.pushed('deribit');
  /** Saves until every push is there that was made; the venue must be silent meanwhile. */
  const savedWhole = async (): Promise<SavedRecording> => {
    let saved: SavedRecording | null = null;
    await expect(async () => {
      saved = await saveRecording(page);
      const heard = saved.messages.filter(({ via, body }) => via === 'ws' && body.includes('"method":'));
      expect(heard.length).toBe(exchange.pushed('deribit') - before);
    }).toPass(ARRIVAL);
    return saved!;
  };
  await streaming(smirk);
  exchange.disturb('deribit', { stormPerSecond: 1000 });
  await pushes(exchange, 'deribit', 5000);
  await expect(smirk.status).toContainText(/^Live · .*streaming/, ARRIVAL);
  exchange.disturb('deribit', { stormPerSecond: 0, socket: { kind: 'silent' } });
  await savedWhole();
  // The line that is opened next finds a venue that speaks: a silent one would be given up in its turn, with what it was sent.
  exchange.disturb('deribit', { http: { kind: 'status', status: 503 }, socket: null });
  const opened = exchange.opened('deribit');
  exchange.cut('deribit', 'mid-message');
  await expect.poll(() => exchange.opened('deribit'), ARRIVAL).toBeGreaterThan(opened);
  await expect(smirk.status).toContainText('streaming', ARRIVAL);
  await pushes(exchange, 'deribit', 100);
  exchange.restore();
  exchange.disturb('deribit', { socket: { kind: 'silent' } });
  const { file, messages } = await savedWhole();
  expect(messages.some(({ via }) => via === 'http')).toBe(true);
  expect(messages.every(({ at }, i) => i === 0 || at >= messages[i - 1]!.at)).toBe(true);
  await smirk.openFile(file);
  await expect(smirk.badge).toContainText('Replay', ARRIVAL);
  await expect.poll(async () => (await smirk.expiryTable()).length, ARRIVAL).toBeGreaterThan(6);
});
