import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findInstalledBrowser } from './find-browser.ts';

const LIMIT_MS = 8 * 60_000;

/** What installing needs; handed in so that the order can be tried without installing anything. */
export interface Installer {
  /** Runs a program and says whether it succeeded. */
  readonly run: (
    program: string,
    words: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => boolean;
  readonly find: () => string | null;
  readonly exists: (path: string) => boolean;
  readonly isRoot: boolean;
  readonly say: (line: string) => void;
}

/** Installs on the machine this runs on. */
export const realInstaller: Installer = {
  run: (program, words, env = {}) =>
    spawnSync(program, words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      timeout: LIMIT_MS,
    }).status === 0,
  find: () => findInstalledBrowser(),
  exists: existsSync,
  isRoot: process.getuid?.() === 0,
  say: (line) => {
    console.log(line);
  },
};

/** Gets a browser: Playwright's own download, or Debian's Chromium where that is the only source. Null when neither works. */
export function installBrowser(installer: Installer = realInstaller): string | null {
  installer.say("no browser found: trying Playwright's own download");
  installer.run('node_modules/.bin/playwright', ['install', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  return installer.find() ?? fromDebian(installer);
}

function fromDebian({ run, find, exists, isRoot, say }: Installer): string | null {
  if (!exists('/usr/bin/apt-get') || !(isRoot || run('sudo', ['-n', 'true']))) return null;
  say("that gave none: trying Debian's chromium package");
  const apt = (...words: readonly string[]): void => {
    const all = ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...words];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    if (isRoot) run('apt-get', all, env);
    else run('sudo', ['-n', 'apt-get', ...all], env);
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return find();
}
