import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findInstalledBrowser, type Machine } from './find-browser.ts';

const cache = join(homedir(), '.cache', 'ms-playwright');
const old = join(cache, 'chromium-1100', 'chrome-linux', 'chrome');
const recent = join(cache, 'chromium-1200', 'chrome-linux64', 'chrome');

function machine(
  files: readonly string[],
  env: Record<string, string> = {},
  broken: readonly string[] = [],
): Machine {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    exists: (path) => files.includes(path),
    list: (folder) => (folder === cache ? ['chromium-1100', 'chromium-1200', 'firefox-1500'] : []),
    starts: (program) => !broken.includes(program),
  };
}

it('takes the browser that the environment names before any other', () => {
  const there = machine(['/usr/bin/chromium', '/opt/mine'], { SMIRK_BROWSER: '/opt/mine', CHROMIUM: '/x' });
  expect(findInstalledBrowser(there)).toBe('/opt/mine');
});

it('says so when the environment names a browser that does not start, instead of quietly taking another', () => {
  const there = machine(['/usr/bin/chromium', '/opt/mine'], { CHROMIUM: '/opt/mine' }, ['/opt/mine']);
  expect(() => findInstalledBrowser(there)).toThrow(
    'CHROMIUM names a browser that does not start: /opt/mine',
  );
});

it('takes an installed Chrome, then Chromium, then Edge', () => {
  const all = ['/usr/bin/microsoft-edge', '/usr/bin/chromium', '/usr/local/bin/google-chrome'];
  expect(findInstalledBrowser(machine(all))).toBe('/usr/local/bin/google-chrome');
  expect(findInstalledBrowser(machine(all.slice(0, 2)))).toBe('/usr/bin/chromium');
  expect(findInstalledBrowser(machine(all.slice(0, 1)))).toBe('/usr/bin/microsoft-edge');
});

it('falls to the newest browser that Playwright downloaded', () => {
  expect(findInstalledBrowser(machine([old, recent]))).toBe(recent);
});

it('passes over a browser that does not start', () => {
  expect(findInstalledBrowser(machine(['/usr/bin/chromium', old], {}, ['/usr/bin/chromium']))).toBe(old);
});

it('finds nothing on a bare machine', () => {
  expect(findInstalledBrowser(machine([]))).toBeNull();
});
