import { existsSync } from 'node:fs';
import { type Browser, type Page, chromium } from '@playwright/test';
import { findInstalledBrowser } from '../../.ci/find-browser.ts';
import { serveStatically } from '../../e2e/support/static-host.ts';

/** The built app on a host of plain files, and a browser to look at it with. */
export interface BuiltApp {
  readonly browser: Browser;
  readonly address: string;
}

/** Draws in software where there is no graphics card, as in a test machine. */
const SOFTWARE_GL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** The browser that the tests use as well. */
export function browserPath(): string {
  const path = findInstalledBrowser();
  if (path === null) throw new Error('no browser: set SMIRK_BROWSER');
  return path;
}

/** Opens `dist` for as long as the work takes. */
export async function withBuiltApp(
  work: (app: BuiltApp) => Promise<void>,
  {
    softwareGl = false,
    flags = [],
  }: { readonly softwareGl?: boolean; readonly flags?: readonly string[] } = {},
): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('dist is missing: npm run build first');
  const host = await serveStatically('dist', '/');
  const args = [...(softwareGl ? SOFTWARE_GL : []), ...flags];
  const browser = await chromium.launch({ executablePath: browserPath(), args });
  try {
    await work({ browser, address: host.address });
  } finally {
    await browser.close();
    await host.close();
  }
}

/** A page on which no venue can be reached, at a laptop's size. */
export async function pageWithoutVenues({ browser }: BuiltApp): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await page.route(/^(https|wss):/, async (route) => route.abort());
  return page;
}

/** Waits until charts are drawn. */
export async function chartsDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('main figure path').length > 10, null, {
    timeout: 120_000,
  });
}
