import { expiryLabel } from '#base/calendar.ts';
import { DAY_MS, epochMs } from '#base/time.ts';
import { expect, test } from './support/smirk-test.ts';
import type { SmirkPage } from './support/smirk-page.ts';
import {
  changeRows,
  type Misbehaviour,
  OPENING,
  type StandInVenue,
  standInVenue,
} from './support/stand-in-venue.ts';

/** One poll of the chain. */
const POLL_MS = 5000;

test('shows the venue live: source, age, coverage, three pictures, and the sentence', async ({
  page,
  smirk,
}) => {
  const venue = await standInVenue(page);
  await smirk.open();
  await expect(smirk.status).toContainText('Live · Deribit');
  await expect(smirk.status).toContainText(/\d+ s old/);
  await expect(smirk.status).toContainText(/\d+ of \d+ quotes used/);
  await expect(smirk.figures).toHaveCount(3);
  await expect(smirk.main.getByText(/vol points? more than|cost the same/).first()).toBeVisible();
  const labels = (await smirk.expiryTable()).map(([label]) => label);
  const listed = venue.market.expiries('BTC', OPENING).map((expiry) => expiryLabel(expiry));
  expect(labels.length).toBe(listed.length);
  for (const [i, label] of labels.entries()) expect(listed[i]).toContain(label!.replace(/ \d\d$/, ''));
});

test('reads at-the-money vols and forwards that agree with the truth behind the quotes', async ({
  page,
  smirk,
}) => {
  const venue = await standInVenue(page);
  await smirk.open();
  const now = venue.now();
  const rows = await smirk.expiryFigures();
  const expiries = venue.market.expiries('BTC', OPENING);
  let compared = 0;
  for (const [i, expiry] of expiries.entries()) {
    const { Forward: forwardText = '', 'ATM vol': atmText = '' } = rows[i]!;
    if (expiry - now < DAY_MS || !/^\d/.test(atmText)) continue;
    const forward = venue.market.trueForward('BTC', expiry, now);
    const vol = 100 * venue.market.trueVol('BTC', expiry, forward, now);
    expect(Number(forwardText.replaceAll(/[^\d.]/g, '')) / forward).toBeCloseTo(1, 2);
    expect(Math.abs(Number(atmText) - vol)).toBeLessThan(1.5);
    compared++;
  }
  expect(compared).toBeGreaterThanOrEqual(8);
});

test('asks again and again, and the picture moves', async ({ page, smirk }) => {
  const venue = await standInVenue(page);
  await smirk.open();
  const first = await smirk.expiryTable();
  const asked = venue.asked.length;
  await venue.pass(10 * 60_000);
  await expect.poll(() => venue.asked.length).toBeGreaterThan(asked);
  await expect.poll(async () => smirk.expiryTable()).not.toEqual(first);
  await expect.poll(async () => smirk.age()).toBeLessThan(10);
});

test('reads the linear coins, decimal strikes included', async ({ page, smirk }) => {
  await standInVenue(page);
  await smirk.open('?underlying=XRP_USDC');
  await expect(smirk.status).toContainText('Live · Deribit');
  const forward = async (): Promise<number> => Number((await smirk.expiryFigures())[4]?.['Forward']);
  await expect.poll(forward).toBeGreaterThan(1);
  expect(await forward()).toBeLessThan(5);
  await smirk.underlying.selectOption('SOL_USDC');
  await expect.poll(forward).toBeGreaterThan(50);
});

/** What a venue may do instead of answering, and how the page explains it. */
const MISBEHAVIOURS: readonly { name: string; how: Misbehaviour; words: RegExp }[] = [
  {
    name: 'too many requests',
    how: {
      kind: 'answer',
      status: 429,
      headers: { 'Retry-After': '20' },
      body: '{"jsonrpc":"2.0","error":{"code":10028,"message":"too_many_requests"},"testnet":false}',
    },
    words: /asks for fewer requests/,
  },
  {
    name: 'too many requests in the body of a 400',
    how: {
      kind: 'answer',
      status: 400,
      body: '{"jsonrpc":"2.0","error":{"code":10028,"message":"too_many_requests"},"testnet":false}',
    },
    words: /asks for fewer requests/,
  },
  {
    name: 'a server error',
    how: { kind: 'answer', status: 500, body: 'Internal Server Error', contentType: 'text/plain' },
    words: /has a fault on its side \(HTTP 500\)/,
  },
  { name: 'a lost connection', how: { kind: 'refuse-connection' }, words: /could not be reached/ },
  {
    name: 'an error without permission to read it',
    how: { kind: 'answer', status: 502, body: 'Bad gateway', readable: false },
    words: /could not be reached/,
  },
  {
    name: 'malformed JSON',
    how: { kind: 'answer', status: 200, body: '{"jsonrpc":"2.0","result":[{"instrument_name":' },
    words: /could not be read/,
  },
  {
    name: 'HTML instead of JSON',
    how: {
      kind: 'answer',
      status: 200,
      body: '<!doctype html><title>Maintenance</title><h1>Be right back</h1>',
      contentType: 'text/html',
    },
    words: /could not be read/,
  },
  {
    name: 'a truncated body',
    how: { kind: 'change', change: (text) => text.slice(0, Math.floor(text.length / 2)) },
    words: /could not be read/,
  },
  { name: 'an empty list', how: changeRows(() => []), words: /sent no quotes/ },
  {
    name: 'a result of another shape',
    how: { kind: 'answer', status: 200, body: '{"jsonrpc":"2.0","result":{"oops":true}}' },
    words: /could not be read/,
  },
  {
    name: 'a refusal by region',
    how: { kind: 'answer', status: 451, body: 'Unavailable For Legal Reasons', contentType: 'text/plain' },
    words: /may be blocked in your region/,
  },
];

/** Venues that misbehave one way after another in one page: so each also shows that the one before left nothing behind. */
const A_PAGE = 4;

for (let first = 0; first < MISBEHAVIOURS.length; first += A_PAGE) {
  const ways = MISBEHAVIOURS.slice(first, first + A_PAGE);
  const names = ways.map(({ name }) => name).join(', ');
  test(`when the venue misbehaves after a good picture, the picture stays, ages, and the page says why: ${names}`, async ({
    page,
    smirk,
  }) => {
    test.slow();
    const venue = await standInVenue(page);
    await smirk.open();
    for (const way of ways) {
      await test.step(way.name, async () => {
        await surviveMisbehaviour(smirk, venue, way);
      });
    }
  });
}

async function surviveMisbehaviour(
  smirk: SmirkPage,
  venue: StandInVenue,
  { how, words }: (typeof MISBEHAVIOURS)[number],
): Promise<void> {
  const { page } = smirk;
  await expect(smirk.status).toContainText('Live');
  venue.misbehave(how);
  const asked = venue.asked.length;
  await venue.pass(POLL_MS);
  await expect.poll(() => venue.asked.length).toBeGreaterThan(asked);
  await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.getByText(/next try in \d+ s|trying again now|not asked again by itself/i)).toBeVisible();
  await expect(smirk.status).not.toContainText('Live');
  await expect(smirk.figures).toHaveCount(3);
  // An answer from before the trouble may be drawn last: the picture is held to stand from then on.
  let age = await smirk.age();
  await expect(async () => {
    const table = await smirk.expiryTable();
    age = await smirk.age();
    await venue.pass(POLL_MS);
    await expect.poll(async () => smirk.age()).toBeGreaterThanOrEqual(age + POLL_MS / 1000 - 1);
    expect(await smirk.expiryTable()).toEqual(table);
  }).toPass();
  // By itself where asking again can help; a refused region is asked again by hand alone.
  const byHand = await page.getByText(/not asked again by itself/).isVisible();
  venue.misbehave(null);
  if (byHand) await smirk.retry.click();
  else await venue.pass(60_000);
  await expect(smirk.status).toContainText('Live');
  await expect(page.getByText(words)).toHaveCount(0);
}

test('gives up waiting for an answer, says so, and asks again', async ({ page, smirk }) => {
  const venue = await standInVenue(page);
  await smirk.open();
  venue.misbehave({ kind: 'never-answer' });
  const asked = venue.asked.length;
  await venue.pass(POLL_MS);
  await expect.poll(() => venue.asked.length).toBeGreaterThan(asked);
  await venue.pass(30_000);
  await expect(page.getByText(/did not answer within 15 seconds/)).toBeVisible();
  await expect(smirk.figures).toHaveCount(3);
  await expect.poll(async () => smirk.age()).toBeGreaterThan(30);
  venue.misbehave(null);
  await venue.pass(60_000);
  await expect(smirk.status).toContainText('Live');
});

test('waits as long as the venue asked for before it asks again, and then recovers by itself', async ({
  page,
  smirk,
}) => {
  const venue = await standInVenue(page);
  await smirk.open();
  venue.misbehave({
    kind: 'answer',
    status: 429,
    headers: { 'Retry-After': '20' },
    body: '{"jsonrpc":"2.0","error":{"code":10028,"message":"too_many_requests"}}',
  });
  await venue.pass(POLL_MS);
  await expect(page.getByText(/asks for fewer requests/)).toBeVisible();
  const refused = venue.asked.length;
  venue.misbehave(null);
  await venue.pass(10_000);
  await page.waitForTimeout(300);
  expect(venue.asked.length).toBe(refused);
  await venue.pass(12_000);
  await expect(smirk.status).toContainText('Live');
  expect(venue.asked.length).toBeGreaterThan(refused);
  expect(venue.asked[refused]!.at - venue.asked[refused - 1]!.at).toBeGreaterThanOrEqual(20_000);
});

test('shows an expiry that appears and lets go of one that has expired', async ({ page, smirk }) => {
  const morning = epochMs(Date.parse('2026-11-24T08:00:00Z'));
  const venue = await standInVenue(page, { from: epochMs(morning - 120_000) });
  await smirk.open();
  const labels = async (): Promise<readonly (string | undefined)[]> =>
    (await smirk.expiryTable()).map(([label]) => label);
  const before = await labels();
  expect(before[0]).toMatch(/^24 NOV/);
  expect(before.some((label) => label?.startsWith('28 NOV'))).toBe(false);
  await venue.pass(135_000);
  await expect.poll(async () => (await labels())[0]).toMatch(/^25 NOV/);
  await expect.poll(async () => (await labels()).some((label) => label?.startsWith('28 NOV'))).toBe(true);
});

test('keeps null quotes out of the fits and counts them, and takes no notice of unknown fields', async ({
  page,
  smirk,
}) => {
  const venue = await standInVenue(page);
  await smirk.open();
  const used = async (): Promise<number> =>
    Number(/(\d+) of \d+ quotes/.exec((await smirk.status.textContent()) ?? '')?.[1]);
  await expect(smirk.status).toContainText(/quotes used/);
  const whole = await used();
  venue.misbehave(
    changeRows((rows) =>
      rows.map((row, i) => ({
        ...row,
        ...(i % 3 === 0 ? { bid_price: null, ask_price: null, mid_price: null } : {}),
        brand_new_field: { nested: ['<b>', null] },
      })),
    ),
  );
  await venue.pass(POLL_MS);
  await expect.poll(used).toBeLessThan(0.8 * whole);
  await expect(smirk.status).toContainText('Live');
  await expect(smirk.figures).toHaveCount(3);
  await expect(smirk.main).not.toContainText('NaN');
});

test('drops rows it cannot read, counts them, and shows the rest', async ({ page, smirk }) => {
  await standInVenue(page, {
    how: changeRows((rows) => [
      ...rows,
      { instrument_name: 'BTC-31FEB27-50000-C', bid_price: 0.1, ask_price: 0.2 },
      { instrument_name: '<script>document.title="hacked"</script>', bid_price: 'cheap' },
      { nonsense: true },
    ]),
  });
  await smirk.open();
  await expect(smirk.status).toContainText('Live');
  await expect(page).not.toHaveTitle('hacked');
  await expect(smirk.main.getByText(/3 rows could not be read: .*unreadable name/)).toBeVisible();
});

test('asks for nothing while the page is hidden', async ({ page, smirk }) => {
  const venue = await standInVenue(page);
  await smirk.open();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  // A question asked just before may only now be on its way.
  await page.waitForTimeout(300);
  const asked = venue.asked.length;
  await venue.pass(60_000);
  await page.waitForTimeout(300);
  expect(venue.asked.length).toBe(asked);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => venue.asked.length).toBeGreaterThan(asked);
});
