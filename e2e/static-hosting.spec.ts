import { expect, test } from '@playwright/test';
import { serveStatically } from './support/static-host.ts';

test('works from a deep path of a plain static host', async ({ page }) => {
  const host = await serveStatically('dist', '/some/deep/path/');
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(new URL(host.address).origin) && response.status() >= 400)
      missing.push(response.url());
  });
  try {
    await page.goto(host.address);
    await expect(page).toHaveTitle(/Smirk/);
    await expect(page.locator('#root')).not.toBeEmpty();
    expect(missing.filter((url) => !url.endsWith('/favicon.ico'))).toEqual([]);
  } finally {
    await host.close();
  }
});
