import { expect } from '@playwright/test';
import { test } from './support/smirk-test.ts';
import { serveStatically } from './support/static-host.ts';
import { standInVenue } from './support/stand-in-venue.ts';

test.use({ serviceWorkers: 'allow' });

test('once visited it opens without its host, on the sample market and never on old prices', async ({
  page,
  smirk,
}) => {
  const host = await serveStatically('dist', '/smirk/');
  const venue = await standInVenue(page);
  await page.goto(host.address);
  await smirk.waitForPicture();
  await expect(smirk.status).toContainText('Live');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await host.close();
  venue.misbehave({ kind: 'refuse-connection' });
  await page.reload();
  await smirk.waitForPicture();
  await expect(smirk.badge).toHaveText('Sample market');
  await expect(smirk.status).not.toContainText('Live');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).origin);
  });
  expect(kept.length).toBeGreaterThan(5);
  expect(new Set(kept)).toEqual(new Set([new URL(host.address).origin]));
});

test('it can be installed: a manifest with a name, a start and icons that are there', async ({ page }) => {
  await page.goto('/');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await page.request.get(address ?? '');
  const manifest = (await answer.json()) as {
    readonly name: string;
    readonly start_url: string;
    readonly display: string;
    readonly icons: readonly { readonly src: string }[];
  };
  expect(manifest).toMatchObject({ start_url: './', display: 'standalone' });
  for (const { src } of manifest.icons) expect((await page.request.get(src)).status(), src).toBe(200);
});
