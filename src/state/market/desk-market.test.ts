import { expect, it } from 'vitest';
import { err, ok } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import { createMarketDesk } from '../worker/market-desk.ts';
import type { Desk } from '../worker/start-desk.ts';
import { deskMarket } from './desk-market.ts';
import { MarketFaultError } from './market-fault.ts';

const now = epochMs(Date.UTC(2026, 6, 8, 12));
const { signal } = new AbortController();

/** The worker's desk without a worker between. */
function deskHere(): Desk {
  const handlers = createMarketDesk() as unknown as Record<string, (argument: unknown) => unknown>;
  const call = async (name: string, argument: unknown) => ok(await handlers[name]?.(argument));
  return { call: call as unknown as Desk['call'] };
}

/** Bybit with a list of three pages, the last of which may be missing. */
function pagedVenue({ lastPage }: { readonly lastPage: boolean }) {
  const asked: string[] = [];
  const heard: WireMessage[] = [];
  const pages: readonly (string | null)[] = [null, 'two', 'three'];
  const market = deskMarket(
    {
      venue: 'bybit',
      label: 'Bybit',
      knownUnderlyings: ['BTC_USDT'],
      restFromPage: 'yes',
      stream: null,
    },
    {
      desk: deskHere(),
      now: () => now,
      random: () => 0,
      onMessage: (message) => heard.push(message),
      transport: {
        get: ({ url }) => {
          asked.push(url);
          const place = pages.indexOf(new URL(url).searchParams.get('cursor'));
          if (place === 2 && !lastPage) return Promise.resolve(err({ kind: 'unreachable' }));
          const symbol = `BTC-31JUL26-${60_000 + 1_000 * place}-P-USDT`;
          const row = { symbol, optionsType: 'Put', deliveryTime: String(Date.UTC(2026, 6, 31, 8)) };
          const list = [{ ...row, priceFilter: { tickSize: '5' } }];
          const body = JSON.stringify({
            retCode: 0,
            result: { list, nextPageCursor: pages[place + 1] ?? '' },
          });
          return Promise.resolve(ok({ at: now, via: 'http', request: url, body }));
        },
      },
    },
  );
  return { market, asked, heard };
}

it('walks a list of terms to its last page, each page asked once and recorded as it came', async () => {
  const { market, asked, heard } = pagedVenue({ lastPage: true });
  expect(await market.instruments('BTC_USDT', signal)).toBe(3);
  expect(asked.map((url) => new URL(url).searchParams.get('cursor'))).toEqual([null, 'two', 'three']);
  expect(heard).toHaveLength(3);
});

it('fails where a page is missing, so that it is asked for again', async () => {
  const { market } = pagedVenue({ lastPage: false });
  await expect(market.instruments('BTC_USDT', signal)).rejects.toBeInstanceOf(MarketFaultError);
});
