import type { Page } from '@playwright/test';
import type { VenueId } from '#market/venue-id.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { HttpFault, SocketFault } from '../exchange/faults.ts';
import { expect } from './exchange-test.ts';
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
  /** The longest that may pass from its end until the page is live again by itself; null where it never is. */
  readonly recoveryMs: number | null;
}

/** A venue that sends its chain expiry by expiry is waited for until most are there. */
const MOST_EXPIRIES = 7;
const OPENING_MS = 25_000;
/** Within this an age that can be seen has grown with the fault. */
const SIGHT_MS = 5000;
/** The age on screen counts whole seconds, and what was on its way when the fault began still arrives. */
const SLACK_S = 3;
/** Prices move several times a second: a picture that has stood this long is the last one. */
const STILL_MS = 1500;

/** Opens a venue and waits until most of its chain is there and is pushed. */
export async function openStreaming(page: Page, venue: VenueId): Promise<void> {
  const smirk = new SmirkPage(page);
  await page.goto(`/?venue=${venue}`);
  await expect(smirk.status).toContainText(/^Live .*streaming/, { timeout: OPENING_MS });
  await expect
    .poll(async () => (await smirk.expiryTable()).length, { timeout: OPENING_MS })
    .toBeGreaterThan(MOST_EXPIRIES);
}

/**
 * Lets a venue fall ill while a page shows it live, and asserts what a reader is owed: the last picture stays, its age
 * grows, it never passes for live, the page says why, and it is live again soon after. Returns how soon, in milliseconds.
 */
export async function surviveOutage(
  page: Page,
  {
    exchange,
    venue,
    outage,
  }: { readonly exchange: Exchange; readonly venue: VenueId; readonly outage: Outage },
): Promise<number> {
  const smirk = new SmirkPage(page);
  await watchStatus(page);
  exchange.disturb(venue, { http: outage.http, socket: outage.socket });
  if (outage.cut !== false) exchange.cut(venue, 'drop');
  const since = Date.now();
  if (outage.words !== null) await expect(page.getByText(outage.words).first()).toBeVisible();
  await expect(smirk.status).not.toContainText('Live');
  const noticed = Date.now();
  const table = await lastTable(smirk);
  const figures = await smirk.figures.count();
  await expect.poll(() => Date.now() - since).toBeGreaterThan(SIGHT_MS + STILL_MS + 800);
  expect(await smirk.expiryTable()).toEqual(table);
  expect(await smirk.figures.count()).toBe(figures);
  const samples = await statusSamples(page);
  const young = samples
    .filter(({ at }) => at >= since + SIGHT_MS)
    .filter(({ at, ageS }) => ageS === null || ageS < (at - since) / 1000 - SLACK_S);
  expect(young, 'the age on screen is that of the prices').toEqual([]);
  const liveAgain = samples.filter(({ at, text }) => at > noticed && text.startsWith('Live'));
  expect(liveAgain, 'old prices never pass for live').toEqual([]);
  return recovery(page, { exchange, venue, outage });
}

/** The table once nothing changes it any more: a batch received before the fault may be drawn after the status has told of it. */
async function lastTable(smirk: SmirkPage): Promise<readonly (readonly string[])[]> {
  let table = await smirk.expiryTable();
  let since = Date.now();
  await expect
    .poll(async () => {
      const now = await smirk.expiryTable();
      if (JSON.stringify(now) !== JSON.stringify(table)) since = Date.now();
      table = now;
      return Date.now() - since;
    }, 'the picture stands')
    .toBeGreaterThan(STILL_MS);
  return table;
}

async function recovery(
  page: Page,
  {
    exchange,
    venue,
    outage,
  }: { readonly exchange: Exchange; readonly venue: VenueId; readonly outage: Outage },
): Promise<number> {
  const smirk = new SmirkPage(page);
  const table = await smirk.expiryTable();
  exchange.restore(venue);
  const began = Date.now();
  if (outage.recoveryMs === null) await smirk.retry.click();
  await expect(smirk.status).toContainText('Live', { timeout: outage.recoveryMs ?? SIGHT_MS });
  const took = Date.now() - began;
  if (outage.words !== null) await expect(page.getByText(outage.words)).toHaveCount(0);
  await expect.poll(async () => smirk.expiryTable(), { timeout: OPENING_MS }).not.toEqual(table);
  return took;
}
