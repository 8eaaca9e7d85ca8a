import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { DAY_MS, epochMs } from '#base/time.ts';
import { createMarketDesk } from './market-desk.ts';

const now = epochMs(Date.UTC(2026, 6, 8, 12));
const question = { underlying: 'BTC', still: false, startedAt: now, now };

it('keeps the sample market’s chain and analyses it by name', async () => {
  const desk = createMarketDesk();
  const held = await desk.sample(question);
  if (!held.ok) throw new Error(held.error.kind);
  const { report, lines, protection } = desk.analyse({ chain: held.value.ref, settings: DEFAULT_SETTINGS });
  expect(report.underlying).toBe('BTC');
  expect(report.version).toBe(held.value.head.version);
  expect(report.counts.quotesUsed).toBeGreaterThan(50);
  expect(lines).toHaveLength(report.expiries.length);
  expect(protection.floors.map(({ expiry }) => expiry)).toEqual(report.expiries.map(({ expiry }) => expiry));
  expect(protection.quoteCurrency).toBe('USD');
  expect(held.value.head.indexPrice).toBeGreaterThan(0);
});

it('answers a study from the fits of the report, on the expiry it is asked about', async () => {
  const desk = createMarketDesk();
  const held = await desk.sample(question);
  if (!held.ok) throw new Error(held.error.kind);
  const asked = { chain: held.value.ref, settings: DEFAULT_SETTINGS };
  const expiry = desk.analyse(asked).report.expiries.find(({ fit }) => fit !== null)!;
  const argument = { expiries: [expiry.expiry, epochMs(1)] };
  const [density, nothing] = (await desk.study({
    ...asked,
    name: 'densities',
    argument,
  })) as readonly unknown[];
  expect(density).toMatchObject({ expiry: expiry.expiry });
  expect(nothing).toBeNull();
});

it('turns to a coin the sample market has when asked for one it has not', async () => {
  const held = await createMarketDesk().sample({ ...question, underlying: 'DOGE_USDC' });
  expect(held).toMatchObject({ ok: true, value: { head: { underlying: 'BTC' } } });
});

it('moves with the clock it is given, and answers for the last few versions only', async () => {
  const desk = createMarketDesk();
  const refs = [];
  for (let step = 0; step < 20; step += 1) {
    const held = await desk.sample({ ...question, now: epochMs(now + (step * DAY_MS) / 24) });
    if (held.ok) refs.push(held.value.ref);
  }
  const [first, last] = [refs[0]!, refs.at(-1)!];
  expect(() => desk.analyse({ chain: first, settings: DEFAULT_SETTINGS })).toThrow('newer ones');
  expect(desk.analyse({ chain: last, settings: DEFAULT_SETTINGS }).report.asOf).toBeGreaterThan(now);
});

it('saves what the sample market has said, marked as such, and nothing before it was asked', async () => {
  const desk = createMarketDesk();
  expect(await desk.saveSample(null)).toBeNull();
  await desk.sample(question);
  const saved = await desk.saveSample(null);
  const text = await new Response(saved!.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ format: 'smirk-recording', sample: true });
});

it('reads what the page has fetched and only that, and takes an empty list for a fault', async () => {
  const desk = createMarketDesk();
  const [url = ''] = desk.addresses({
    venue: 'deribit',
    underlying: 'BTC',
    purpose: 'chain',
    now,
    instrument: '',
  });
  expect(url).toMatch(/^https:\/\/www\.deribit\.com\/.*currency=BTC/);
  const asked = { venue: 'deribit', underlying: 'BTC', now } as const;
  expect(await desk.chain({ ...asked, answers: [] })).toEqual({ ok: false, error: { kind: 'aborted' } });
  const at = { at: now, via: 'http', request: url, body: '{"jsonrpc":"2.0","result":[]}' } as const;
  expect(await desk.chain({ ...asked, answers: [{ url, outcome: { ok: true, value: at } }] })).toEqual({
    ok: false,
    error: { kind: 'no-quotes', underlying: 'BTC' },
  });
  const outcome = { ok: false, error: { kind: 'server-error', status: 502 } } as const;
  expect(await desk.chain({ ...asked, answers: [{ url, outcome }] })).toEqual(outcome);
});

it('reads what a venue pushed into the chain it asked for, and plans channels of the contracts it knows', async () => {
  const desk = createMarketDesk();
  const asked = { venue: 'deribit', underlying: 'BTC', now } as const;
  const [url = ''] = desk.addresses({ ...asked, purpose: 'chain', instrument: '' });
  const name = 'BTC-31JUL26-60000-P';
  const row = { instrument_name: name, bid_price: 0.02, ask_price: 0.021, creation_timestamp: now };
  const body = JSON.stringify({ jsonrpc: '2.0', result: [row] });
  const value = { at: now, via: 'http', request: url, body } as const;
  const first = await desk.chain({ ...asked, answers: [{ url, outcome: { ok: true, value } }] });
  const expiries = [epochMs(Date.UTC(2026, 6, 31, 8))];
  const plan = desk.plan({ ...asked, view: { underlying: 'BTC', expiries, books: [], streamAlone: false } });
  expect(plan.sockets[0]?.channels).toContain(`ticker.${name}.agg2`);
  const data = { instrument_name: name, best_bid_price: 0.03, best_ask_price: 0.031, timestamp: now + 1 };
  const params = { channel: `ticker.${name}.agg2`, data };
  const frame = (text: string) =>
    ({ at: now, via: 'ws', request: 'wss://www.deribit.com/ws/api/v2', body: text }) as const;
  const push = frame(JSON.stringify({ jsonrpc: '2.0', method: 'subscription', params }));
  const news = desk.push({ ...asked, messages: [push, frame('<html>')] });
  expect(news.unread).toBe(1);
  expect(news.held?.head.version).toBeGreaterThan(first.ok ? first.value.head.version : Infinity);
  expect(news.held?.head.asOf).toBe(now + 1);
});

it('names the pages of a list that are still to be fetched, and a page that could not be had', async () => {
  const desk = createMarketDesk();
  const asked = { venue: 'bybit', underlying: 'BTC_USDT', now } as const;
  const page = (symbol: string, nextPageCursor: string): string => {
    const row = { symbol, optionsType: 'Put', deliveryTime: String(Date.UTC(2026, 6, 31, 8)) };
    const list = [{ ...row, priceFilter: { tickSize: '5' } }];
    return JSON.stringify({ retCode: 0, result: { list, nextPageCursor } });
  };
  const fetched = (url: string, body: string) => {
    const value = { at: now, via: 'http', request: url, body } as const;
    return { url, outcome: { ok: true, value } } as const;
  };
  const [url = ''] = desk.addresses({ ...asked, purpose: 'terms', instrument: '' });
  const first = fetched(url, page('BTC-31JUL26-60000-P-USDT', 'two'));
  const more = [`${url}&cursor=two`];
  expect(await desk.terms({ ...asked, answers: [first] })).toEqual({
    ok: true,
    value: { contracts: 1, more },
  });
  const second = fetched(more[0]!, page('BTC-31JUL26-61000-P-USDT', ''));
  expect(await desk.terms({ ...asked, answers: [first, second] })).toEqual({
    ok: true,
    value: { contracts: 2, more: [] },
  });
  const outcome = { ok: false, error: { kind: 'server-error', status: 502 } } as const;
  expect(await desk.terms({ ...asked, answers: [first, { url: more[0]!, outcome }] })).toEqual(outcome);
});
