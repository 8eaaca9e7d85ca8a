import { expect, test as base } from '@playwright/test';
import { listenForTroubles, SmirkPage, type Troubles } from './smirk-page.ts';

/** A test with the page object; whatever else it checks, the console must stay clean. */
export const test = base.extend<{
  readonly smirk: SmirkPage;
  readonly troubles: Troubles;
  /** Somebody who has never been here is shown a hint, which may lie over what a test wants to touch. */
  readonly newcomer: boolean;
}>({
  newcomer: [false, { option: true }],
  troubles: [
    async ({ page, newcomer }, provide) => {
      if (!newcomer) await page.addInitScript(() => localStorage.setItem('smirk.hint-seen', 'yes'));
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
