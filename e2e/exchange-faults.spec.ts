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
    recoveryMs: 20_000,
  },
  {
    name: 'too many requests, without one',
    http: { kind: 'status', status: 429 },
    socket: REFUSED,
    words: /asks for fewer requests/,
    recoveryMs: 20_000,
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
    recoveryMs: 20_000,
  },
  {
    name: 'a gate’s error that the page may not read',
    http: { kind: 'status', status: 502, readable: false },
    socket: REFUSED,
    words: /could not be reached/,
    recoveryMs: 20_000,
  },
  {
    name: 'a body that breaks off',
    http: { kind: 'truncated' },
    socket: REFUSED,
    words: /broke off|could not be reached|cut off/,
    recoveryMs: 20_000,
  },
  {
    name: 'half a document',
    http: { kind: 'malformed' },
    socket: REFUSED,
    words: /could not be read/,
    recoveryMs: 20_000,
  },
  {
    name: 'a page of HTML in place of prices',
    http: { kind: 'html' },
    socket: REFUSED,
    words: /could not be read/,
    recoveryMs: 20_000,
  },
  {
    name: 'a missing CORS header',
    http: { kind: 'no-cors' },
    socket: REFUSED,
    words: /could not be reached/,
    recoveryMs: 20_000,
  },
];

/** Each of these lets a page ask by HTTP; their outages do not touch one another, so three are lived through at once. */
const VENUES: readonly VenueId[] = ['deribit', 'okx', 'bybit'];

/** Opens every venue, then lets each live through its outage, all at once. */
async function liveThrough(
  outages: readonly (readonly [VenueId, Outage])[],
  {
    context,
    exchange,
    info,
  }: { readonly context: BrowserContext; readonly exchange: Exchange; readonly info: TestInfo },
): Promise<void> {
  const opened = [];
  for (const [venue, outage] of outages) {
    const page = await context.newPage();
    const troubles = listenForTroubles(page);
    await openStreaming(page, venue);
    opened.push({ page, troubles, venue, outage });
  }
  const lived = opened.map(async ({ page, troubles, venue, outage }) => {
    const took = await surviveOutage(page, { exchange, venue, outage });
    expect(troubles.errors).toEqual([]);
    info.annotations.push({ type: 'recovery', description: `${outage.name}: ${took} ms at ${venue}` });
    console.log(`  ${outage.name}: live again ${took} ms after its end (${venue})`);
  });
  await Promise.all(lived);
}

test.setTimeout(120_000);

for (let first = 0; first < OUTAGES.length; first += VENUES.length) {
  const outages = OUTAGES.slice(first, first + VENUES.length);
  const names = outages.map(({ name }) => name).join('; ');
  test(`the last picture stays, ages, and is live again after ${names}`, async ({
    context,
    exchange,
  }, info) => {
    const at = outages.map((outage, i) => [VENUES[i] ?? 'deribit', outage] as const);
    await liveThrough(at, { context, exchange, info });
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
      recoveryMs: 20_000,
    },
  ],
  ['derive', { name: 'a lost line', http: null, socket: REFUSED, words: null, recoveryMs: 20_000 }],
  [
    'delta',
    {
      name: 'a region that is refused',
      http: null,
      socket: { kind: 'refused', status: 451 },
      words: null,
      recoveryMs: 20_000,
    },
  ],
];

test('a venue that is heard by socket alone stays, ages, and is live again after silence or a lost line', async ({
  context,
  exchange,
}, info) => {
  await liveThrough(SILENCES, { context, exchange, info });
});
