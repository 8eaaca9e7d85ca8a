import type { BrowserContext, TestInfo } from '@playwright/test';
import type { VenueId } from '#market/venue-id.ts';
import type { Exchange } from './exchange/exchange.ts';
import type { SocketFault } from './exchange/faults.ts';
import { expect, test } from './support/exchange-test.ts';
import { openStreaming, type Outage, surviveOutage } from './support/outage.ts';
import { listenForTroubles } from './support/smirk-page.ts';

const REFUSED: SocketFault = { kind: 'refused', status: 503 };

/** Faults after which nothing of the venue can be had, by question or by push. */
const OUTAGES: readonly Outage[] = [
  {
    name: 'too many requests, with a stated wait',
    http: { kind: 'status', status: 429, retryAfter: '3' },
    socket: REFUSED,
    words: /asks for fewer requests/,
    recovery: 'by itself',
  },
  {
    name: 'too many requests, without one',
    http: { kind: 'status', status: 429 },
    socket: REFUSED,
    words: /asks for fewer requests/,
    recovery: 'by itself',
  },
  {
    name: 'a region that is refused',
    http: { kind: 'status', status: 403 },
    socket: { kind: 'refused', status: 403 },
    words: /may be blocked in your region/,
    recovery: 'by hand',
  },
  {
    name: 'a server error',
    http: { kind: 'status', status: 503 },
    socket: REFUSED,
    words: /has a fault on its side \(HTTP 503\)/,
    recovery: 'by itself',
  },
  {
    name: 'a gate’s error that the page may not read',
    http: { kind: 'status', status: 502, readable: false },
    socket: REFUSED,
    words: /could not be reached/,
    recovery: 'by itself',
  },
  {
    name: 'a body that breaks off',
    http: { kind: 'truncated' },
    socket: REFUSED,
    words: /broke off|could not be reached|cut off/,
    recovery: 'by itself',
  },
  {
    name: 'half a document',
    http: { kind: 'malformed' },
    socket: REFUSED,
    words: /could not be read/,
    recovery: 'by itself',
  },
  {
    name: 'a page of HTML in place of prices',
    http: { kind: 'html' },
    socket: REFUSED,
    words: /could not be read/,
    recovery: 'by itself',
  },
  {
    name: 'a missing CORS header',
    http: { kind: 'no-cors' },
    socket: REFUSED,
    words: /could not be reached/,
    recovery: 'by itself',
  },
];

/** Each of these lets a page ask by HTTP; their outages do not touch one another, so three are lived through at once. */
const VENUES: readonly VenueId[] = ['deribit', 'okx', 'bybit'];

/** Opens every venue and lets each live through its outage, all at once. */
async function liveThrough(
  outages: readonly (readonly [VenueId, Outage])[],
  {
    newContext,
    exchange,
    info,
  }: {
    readonly newContext: () => Promise<BrowserContext>;
    readonly exchange: Exchange;
    readonly info: TestInfo;
  },
): Promise<void> {
  const lived = outages.map(async ([venue, outage]) => {
    const page = await (await newContext()).newPage();
    const troubles = listenForTroubles(page);
    await openStreaming(page, venue);
    const waited = await surviveOutage(page, { exchange, venue, outage });
    expect(troubles.errors).toEqual([]);
    info.annotations.push({ type: 'recovery', description: `${outage.name}: ${waited} ms at ${venue}` });
    console.log(`  ${outage.name}: live again after ${waited} ms of waiting (${venue})`);
  });
  await Promise.all(lived);
}

test.setTimeout(120_000);

for (let first = 0; first < OUTAGES.length; first += VENUES.length) {
  const outages = OUTAGES.slice(first, first + VENUES.length);
  const names = outages.map(({ name }) => name).join('; ');
  test(`the last picture stays, ages, and is live again after ${names}`, async ({
    newContext,
    exchange,
  }, info) => {
    const at = outages.map((outage, i) => [VENUES[i] ?? 'deribit', outage] as const);
    await liveThrough(at, { newContext, exchange, info });
  });
}

/** What can happen to venues that a page hears by socket alone. */
const SILENCES: readonly (readonly [VenueId, Outage])[] = [
  [
    'binance',
    {
      name: 'a socket that stays open and says nothing',
      http: null,
      socket: { kind: 'silent' },
      words: null,
      cut: false,
      recovery: 'by itself',
    },
  ],
  ['derive', { name: 'a lost line', http: null, socket: REFUSED, words: null, recovery: 'by itself' }],
  [
    'delta',
    {
      name: 'a region that is refused',
      http: null,
      socket: { kind: 'refused', status: 451 },
      words: null,
      recovery: 'by itself',
    },
  ],
];

test('a venue that is heard by socket alone stays, ages, and is live again after silence or a lost line', async ({
  newContext,
  exchange,
}, info) => {
  await liveThrough(SILENCES, { newContext, exchange, info });
});
