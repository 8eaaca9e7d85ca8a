import type { Page } from '@playwright/test';
import type { VenueId } from '#market/venue-id.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { HttpFault, SocketFault } from '../exchange/faults.ts';
import { expect } from './exchange-test.ts';
import { passAnnouncedWait, passTime, timeOn } from './page-time.ts';
import { SmirkPage } from './smirk-page.ts';
import { statusSamples, watchStatus } from './status-watch.ts';

/** A fault after which nothing of a venue can be had. */
export interface Outage {
  readonly name: string;
  /** Null for a venue that a page cannot ask by HTTP in any case. */
  readonly http: HttpFault | null;
  readonly socket: SocketFault;
  /** How the page explains it; null where its state alone tells. */
  readonly words: RegExp | null;
  /** Whether the open sockets are cut as it begins. */
  readonly cut?: boolean;
  /** Whether the page comes back by itself or has to be told to. */
  readonly recovery: 'by itself' | 'by hand';
}

interface Struck {
  readonly exchange: Exchange;
  readonly venue: VenueId;
  readonly outage: Outage;
}

/** A venue that sends its chain expiry by expiry is waited for until most are there. */
const MOST_EXPIRIES = 7;
const OPENING_MS = 25_000;
/** Within this an age that can be seen has grown with the fault. */
const SIGHT_MS = 5000;
/** The age on screen counts whole seconds, and is told once a second. */
const SLACK_S = 2;
/** Prices move several times a second: a picture that has stood this long is the last one. */
const STILL_MS = 1000;
/** The longest wait for the end of an outage, in lengths of the outage. */
const LONGEST_SHARE = 2.2;

/** Opens a venue, on a clock that can be moved on, and waits until most of its chain is there and is pushed. */
export async function openStreaming(page: Page, venue: VenueId): Promise<void> {
  const smirk = new SmirkPage(page);
  await page.clock.install();
  await page.goto(`/?venue=${venue}`);
  await expect(smirk.status).toContainText(/^Live .*streaming/, { timeout: OPENING_MS });
  await expect
    .poll(async () => (await smirk.expiryTable()).length, { timeout: OPENING_MS })
    .toBeGreaterThan(MOST_EXPIRIES);
}

/**
 * Lets a venue fall ill while a page shows it live, and asserts what a reader is owed: the last picture stays, its age
 * grows, it never passes for live, the page says why, and it is live again soon after. Returns how much waiting of the
 * page's own that took, in milliseconds. Waits are passed on the page's clock, so that only the page's rules decide.
 */
export async function surviveOutage(page: Page, struck: Struck): Promise<number> {
  const { exchange, venue, outage } = struck;
  const smirk = new SmirkPage(page);
  await watchStatus(page);
  exchange.disturb(venue, { http: outage.http, socket: outage.socket });
  if (outage.cut !== false) {
    exchange.cut(venue, 'drop');
    // Whatever was on its way has been heard when the page knows that its line is lost.
    await expect(smirk.status).not.toContainText('streaming');
  }
  const struckAt = await timeOn(page);
  await passTime(page, SIGHT_MS);
  if (outage.words !== null) await expect(page.getByText(outage.words).first()).toBeVisible();
  await expect(smirk.status).not.toContainText('Live');
  const noticedAt = await timeOn(page);
  const figures = await smirk.figures.count();
  const table = await lastTable(page);
  expect(await smirk.figures.count()).toBe(figures);
  const samples = await statusSamples(page);
  const sick = samples.filter(({ at }) => at >= struckAt + SIGHT_MS);
  const young = sick.filter(({ at, ageS }) => ageS === null || ageS < (at - noticedAt) / 1000 - SLACK_S);
  expect(sick.length).toBeGreaterThan(5);
  expect(young, 'the age on screen is that of the prices').toEqual([]);
  const liveAgain = samples.filter(({ at, text }) => at > noticedAt && text.startsWith('Live'));
  expect(liveAgain, 'old prices never pass for live').toEqual([]);
  return recovery(page, struck, { table, struckAt });
}

type Table = Awaited<ReturnType<SmirkPage['expiryTable']>>;

/** The table once nothing changes it any more: a batch received before the fault may be drawn after the status has told of it. */
async function lastTable(page: Page): Promise<Table> {
  const smirk = new SmirkPage(page);
  let table = await smirk.expiryTable();
  await expect(async () => {
    const before = table;
    await passTime(page, SIGHT_MS);
    await page.waitForTimeout(STILL_MS);
    table = await smirk.expiryTable();
    expect(table, 'the picture stands').toEqual(before);
  }).toPass({ timeout: OPENING_MS, intervals: [0] });
  return table;
}

async function recovery(
  page: Page,
  { exchange, venue, outage }: Struck,
  { table, struckAt }: { readonly table: Table; readonly struckAt: number },
): Promise<number> {
  const smirk = new SmirkPage(page);
  exchange.restore(venue);
  const lasted = (await timeOn(page)) - struckAt;
  if (outage.recovery === 'by hand') await smirk.retry.click();
  let waited = 0;
  await expect
    .poll(
      async () => {
        waited += await passAnnouncedWait(page);
        return smirk.status.textContent();
      },
      { timeout: OPENING_MS },
    )
    .toContain('Live');
  // Each wait is at most twice the one before, which was part of the outage.
  expect(waited).toBeLessThanOrEqual(outage.recovery === 'by hand' ? 0 : LONGEST_SHARE * lasted);
  if (outage.words !== null) await expect(page.getByText(outage.words)).toHaveCount(0);
  await expect
    .poll(
      async () => {
        await passTime(page, 1000);
        return smirk.expiryTable();
      },
      { timeout: OPENING_MS },
    )
    .not.toEqual(table);
  return waited;
}
