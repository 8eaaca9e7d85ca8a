import type { Page, TestInfo } from '@playwright/test';
import type { HttpFault, SocketFault } from './exchange/faults.ts';
import type { Exchange } from './exchange/exchange.ts';
import { expect, test } from './support/exchange-test.ts';
import { SmirkPage } from './support/smirk-page.ts';
import { statusSamples, watchStatus } from './support/status-watch.ts';

interface Outage {
  readonly name: string;
  readonly http: HttpFault;
  readonly socket: SocketFault;
  /** How the page explains it. */
  readonly words: RegExp;
  /** The longest that may pass from the end of the fault until the page is live again by itself; null where it is not. */
  readonly recoveryMs: number | null;
}

const REFUSED: SocketFault = { kind: 'refused', status: 503 };

/** Faults after which nothing of the venue can be had, by question or by push. */
const OUTAGES: readonly Outage[] = [
  {
    name: 'too many requests, with a stated wait',
    http: { kind: 'status', status: 429, retryAfter: '3' },
    socket: REFUSED,
    words: /asks for fewer requests/,
    recoveryMs: 6000,
  },
  {
    name: 'too many requests, without one',
    http: { kind: 'status', status: 429 },
    socket: REFUSED,
    words: /asks for fewer requests/,
    recoveryMs: 13_000,
  },
  {
    name: 'a region that is refused',
    http: { kind: 'status', status: 403 },
    socket: { kind: 'refused', status: 403 },
    words: /may be blocked in your region/,
    recoveryMs: null,
  },
  {
    name: 'a server error',
    http: { kind: 'status', status: 503 },
    socket: REFUSED,
    words: /has a fault on its side \(HTTP 503\)/,
    recoveryMs: 8000,
  },
  {
    name: 'a gate’s error that the page may not read',
    http: { kind: 'status', status: 502, readable: false },
    socket: REFUSED,
    words: /could not be reached/,
    recoveryMs: 8000,
  },
  {
    name: 'a body that breaks off',
    http: { kind: 'truncated' },
    socket: REFUSED,
    words: /broke off|could not be reached|cut off/,
    recoveryMs: 8000,
  },
  {
    name: 'half a document',
    http: { kind: 'malformed' },
    socket: REFUSED,
    words: /could not be read/,
    recoveryMs: 8000,
  },
  {
    name: 'a page of HTML in place of prices',
    http: { kind: 'html' },
    socket: REFUSED,
    words: /could not be read/,
    recoveryMs: 8000,
  },
  {
    name: 'a missing CORS header',
    http: { kind: 'no-cors' },
    socket: REFUSED,
    words: /could not be reached/,
    recoveryMs: 8000,
  },
];

/** Prices may be this much older than the page says: a beat of its clock and of the watch. */
const SLACK_S = 2.5;
const SIGHT_MS = 5000;

for (const outage of OUTAGES) {
  test(`${outage.name}: the last picture stays and ages, and the page is live again`, async ({
    page,
    smirk,
    exchange,
  }, info) => {
    await smirk.open();
    await expect(smirk.status).toContainText('Live');
    await watchStatus(page);
    exchange.disturb('deribit', { http: outage.http, socket: outage.socket });
    exchange.cut('deribit', 'drop');
    const since = Date.now();
    await expect(page.getByText(outage.words).first()).toBeVisible();
    await expect(smirk.status).not.toContainText('Live');
    const table = await smirk.expiryTable();
    const figures = await smirk.figures.count();
    await expect.poll(() => Date.now() - since).toBeGreaterThan(SIGHT_MS + 500);
    expect(await smirk.expiryTable()).toEqual(table);
    expect(await smirk.figures.count()).toBe(figures);
    await neverPassedForLive(page, since);
    await recovers({ page, exchange, outage, info });
    await expect.poll(async () => smirk.expiryTable()).not.toEqual(table);
  });
}

/** Five seconds into a fault and later, the age on screen is at least the time since the fault. */
async function neverPassedForLive(page: Page, since: number): Promise<void> {
  const late = (await statusSamples(page)).filter(({ at }) => at >= since + SIGHT_MS);
  expect(late.length).toBeGreaterThan(0);
  const younger = late.filter(({ at, ageS }) => ageS === null || ageS < (at - since) / 1000 - SLACK_S);
  expect(younger).toEqual([]);
  expect(late.filter(({ text }) => text.startsWith('Live'))).toEqual([]);
}

async function recovers(of: {
  readonly page: Page;
  readonly exchange: Exchange;
  readonly outage: Outage;
  readonly info: TestInfo;
}): Promise<void> {
  const { page, exchange, outage, info } = of;
  const smirk = new SmirkPage(page);
  exchange.restore('deribit');
  const began = Date.now();
  if (outage.recoveryMs === null) await smirk.retry.click();
  await expect(smirk.status).toContainText('Live', { timeout: outage.recoveryMs ?? SIGHT_MS });
  const took = Date.now() - began;
  info.annotations.push({ type: 'recovery', description: `${took} ms after the end of the fault` });
  await expect(page.getByText(outage.words)).toHaveCount(0);
}
