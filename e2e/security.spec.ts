import { expect, test } from './support/smirk-test.ts';
import { standInVenue } from './support/stand-in-venue.ts';

test('the page carries its own security policy: no inline script, connections to venues only', async ({
  page,
  smirk,
}) => {
  await standInVenue(page);
  await smirk.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const directives = new Map(
    (policy ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );
  const scripts = directives.get('script-src') ?? directives.get('default-src') ?? ['missing'];
  expect(
    scripts.filter((source) => source.includes('unsafe') || source === '*' || source === 'missing'),
  ).toEqual([]);
  const connects = directives.get('connect-src') ?? ['missing'];
  expect(connects).toContain('https://www.deribit.com');
  expect(connects.filter((source) => source === '*' || source === 'https:' || source === 'missing')).toEqual(
    [],
  );
  expect(directives.get('object-src') ?? directives.get('default-src')).toContain("'none'");
});

test('talks to nobody but itself and the venue', async ({ page, smirk }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const own = origin === new URL(page.url()).origin || page.url() === 'about:blank';
    if (!own && origin !== 'https://www.deribit.com' && !['data:', 'blob:'].includes(protocol))
      elsewhere.push(request.url());
  });
  const venue = await standInVenue(page);
  await smirk.open();
  await venue.pass(15_000);
  await page.waitForTimeout(300);
  expect(elsewhere).toEqual([]);
});

test('an inline script that slips into the page does not run', async ({ page, smirk, troubles }) => {
  await standInVenue(page);
  await smirk.open();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.hacked = "yes"';
    document.body.append(script);
  });
  expect(await page.evaluate(() => document.documentElement.dataset['hacked'] ?? 'no')).toBe('no');
  const blocked = troubles.errors as string[];
  expect(blocked.some((text) => text.includes('Content Security Policy'))).toBe(true);
  blocked.length = 0;
});
