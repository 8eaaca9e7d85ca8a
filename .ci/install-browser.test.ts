import { expect, it } from 'vitest';
import { installBrowser, type Installer } from './install-browser.ts';

/** A machine on which the named command is the one that brings a browser; what was run is written down. */
function machine(bringer: string, options: { isRoot?: boolean; apt?: boolean; sudo?: boolean } = {}) {
  const commands: string[] = [];
  let found = false;
  const installer: Installer = {
    run: (program, words) => {
      const command = [program, ...words].join(' ');
      commands.push(command);
      if (command.includes(bringer)) found = true;
      return program === 'sudo' ? (options.sudo ?? false) : true;
    },
    find: () => (found ? '/somewhere/chromium' : null),
    exists: () => options.apt ?? true,
    isRoot: options.isRoot ?? true,
    say: () => {},
  };
  return { installer, commands };
}

it("is content with Playwright's download", () => {
  const { installer, commands } = machine('playwright install chromium');
  expect(installBrowser(installer)).toBe('/somewhere/chromium');
  expect(commands).toEqual(['node_modules/.bin/playwright install chromium']);
});

it("takes Debian's package when the download brings nothing, waiting for the package lock", () => {
  const { installer, commands } = machine('apt-get -o DPkg::Lock::Timeout=300 -qq install');
  expect(installBrowser(installer)).toBe('/somewhere/chromium');
  expect(commands.slice(1)).toEqual([
    'apt-get -o DPkg::Lock::Timeout=300 -qq update',
    'apt-get -o DPkg::Lock::Timeout=300 -qq install -y --no-install-recommends chromium',
  ]);
});

it('asks sudo only where it answers without a password', () => {
  const allowed = machine('install -y', { isRoot: false, sudo: true });
  expect(installBrowser(allowed.installer)).toBe('/somewhere/chromium');
  const refused = machine('install -y', { isRoot: false, sudo: false });
  expect(installBrowser(refused.installer)).toBeNull();
  expect(refused.commands.some((command) => command.includes('apt-get'))).toBe(false);
});

it('gives up where there is no apt-get', () => {
  const { installer, commands } = machine('nothing', { apt: false });
  expect(installBrowser(installer)).toBeNull();
  expect(commands.length).toBe(1);
});
