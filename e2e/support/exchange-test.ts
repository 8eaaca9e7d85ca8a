import { type Browser, type BrowserContext, expect, test as base } from '@playwright/test';
import { type Exchange, startExchange } from '../exchange/exchange.ts';
import { listenForTroubles, SmirkPage, type Troubles } from './smirk-page.ts';

interface Loopback {
  readonly exchange: Exchange;
  /** A browser that finds every venue at the exchange. */
  readonly browser: Browser;
}

/**
 * A test of the built app, its policy and its sockets unchanged, against the loopback exchange. The exchange and a
 * browser that is led to it are shared by the tests of a worker; each test has a page of its own and a venue without
 * faults.
 */
export const test = base.extend<
  {
    readonly exchange: Exchange;
    readonly smirk: SmirkPage;
    readonly troubles: Troubles;
    /** Somebody else's browser, so to speak: its storage and the clock of its pages are its own. */
    readonly newContext: () => Promise<BrowserContext>;
  },
  { readonly loopback: Loopback }
>({
  loopback: [
    async ({ playwright }, provide) => {
      const exchange = await startExchange();
      const browser = await playwright.chromium.launch({
        executablePath: process.env['SMIRK_BROWSER'] ?? '',
        args: [`--host-resolver-rules=${exchange.hostRules}`, '--ignore-certificate-errors'],
      });
      await provide({ exchange, browser });
      await browser.close();
      await exchange.close();
    },
    { scope: 'worker' },
  ],
  exchange: async ({ loopback }, provide) => {
    loopback.exchange.restore();
    await provide(loopback.exchange);
    loopback.exchange.restore();
  },
  newContext: async ({ loopback, baseURL, viewport }, provide) => {
    const address = baseURL === undefined ? {} : { baseURL };
    const opened: BrowserContext[] = [];
    await provide(async () => {
      const context = await loopback.browser.newContext({
        ...address,
        viewport,
        ignoreHTTPSErrors: true,
        serviceWorkers: 'block',
      });
      opened.push(context);
      await context.addInitScript(() => localStorage.setItem('smirk.hint-seen', 'yes'));
      return context;
    });
    for (const context of opened) await context.close();
  },
  context: async ({ newContext }, provide) => {
    await provide(await newContext());
  },
  page: async ({ context, exchange }, provide) => {
    expect(exchange.port).toBeGreaterThan(0);
    await provide(await context.newPage());
  },
  troubles: [
    async ({ page }, provide) => {
      const troubles = listenForTroubles(page);
      await provide(troubles);
      expect(troubles.errors, 'the console stays clean').toEqual([]);
    },
    { auto: true },
  ],
  smirk: async ({ page }, provide) => {
    await provide(new SmirkPage(page));
  },
});

export { expect };
