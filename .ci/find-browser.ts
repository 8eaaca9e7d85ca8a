import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Environment variables that may name a browser, the project's own first. */
const VARIABLES = ['SMIRK_BROWSER', 'CHROMIUM', 'CHROME_PATH'];
const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
];
/** Where one of Playwright's own browsers keeps its program, by platform. */
const INSIDE_PLAYWRIGHT = [
  ['chrome-linux', 'chrome'],
  ['chrome-linux64', 'chrome'],
  ['chrome-linux', 'headless_shell'],
  ['chrome-headless-shell-linux64', 'chrome-headless-shell'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win', 'chrome.exe'],
  ['chrome-win64', 'chrome.exe'],
];

/** What the machine offers; handed in so that the order can be tried without a machine of every kind. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** Names inside a folder; empty when there is no such folder. */
  list(folder: string): readonly string[];
  /** Whether the program starts at all: a library may be missing. */
  starts(program: string): boolean;
}

/** The machine this runs on. */
export const thisMachine: Machine = {
  env: process.env,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  starts: (program) => {
    if (process.platform === 'win32') return true; // there `--version` opens a window
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 });
      return true;
    } catch {
      return false;
    }
  },
};

/**
 * A Chromium-like browser that is already there: named by the environment, installed (Chrome, Chromium, Edge), or downloaded
 * earlier by Playwright; newest first. Null when there is none that starts.
 */
export function findInstalledBrowser(machine: Machine = thisMachine): string | null {
  for (const variable of VARIABLES) {
    const named = machine.env[variable];
    if (named === undefined || named === '') continue;
    if (machine.exists(named) && machine.starts(named)) return named;
    throw new Error(`${variable} names a browser that does not start: ${named}`);
  }
  const onPath = COMMANDS.flatMap((command) =>
    (machine.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command)),
  );
  const candidates = [...onPath, ...FIXED_PLACES, ...playwrightsOwn(machine)];
  return candidates.find((path) => machine.exists(path) && machine.starts(path)) ?? null;
}

function playwrightsOwn(machine: Machine): readonly string[] {
  const { env } = machine;
  const home = homedir();
  const caches = [
    env['PLAYWRIGHT_BROWSERS_PATH'],
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
    join(home, 'AppData', 'Local', 'ms-playwright'),
  ].filter((folder): folder is string => folder !== undefined && folder !== '');
  const revision = (name: string): number => Number(/-(\d+)$/.exec(name)?.[1] ?? 0);
  return caches.flatMap((cache) =>
    machine
      .list(cache)
      .filter((name) => name.startsWith('chromium'))
      .sort((a, b) => revision(b) - revision(a))
      .flatMap((name) => INSIDE_PLAYWRIGHT.map((parts) => join(cache, name, ...parts))),
  );
}
