// Everything that must pass: `npm run check`, then the browser tests against the build it made. The last line sums them up.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findInstalledBrowser } from './find-browser.ts';
import { installBrowser } from './install-browser.ts';

const UNIT = '.cache/unit-results.json';
const BROWSER = '.cache/browser-results.json';
const SUMMARY = '.cache/test-summary.txt';

interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Of those passed, how many did so at their second attempt only. */
  readonly secondAttempt?: number;
}

function run(program: string, words: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  return spawnSync(program, words, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** Counts of a reporter's file; a step that broke without a failing test counts as one failure. */
function counted(file: string, succeeded: boolean, read: (report: unknown) => Count): Count {
  const count = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}

function unitCount(report: unknown): Count {
  const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

function browserCount(report: unknown): Count {
  const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, secondAttempt: stats.flaky };
}

function browser(): string | null {
  try {
    const program = findInstalledBrowser() ?? installBrowser();
    if (program === null)
      console.error('no browser: none was found, none could be installed; set SMIRK_BROWSER to a Chromium');
    return program;
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    return null;
  }
}

function browserTests(): boolean {
  const program = browser();
  if (program === null) return false;
  console.log(`browser tests with ${program}`);
  return run('node_modules/.bin/playwright', ['test'], { SMIRK_BROWSER: program });
}

mkdirSync('.cache', { recursive: true });
for (const file of [UNIT, BROWSER, SUMMARY]) rmSync(file, { force: true });
const checked = run('npm', ['run', '--silent', 'check']);
const unit = counted(UNIT, checked, unitCount);
// The size check has just built dist; without it there is nothing to open in a browser.
const browsed = checked || existsSync('dist/index.html') ? browserTests() : false;
const inBrowser = counted(BROWSER, browsed, browserCount);
const summary = `${unit.passed + inBrowser.passed} passed, ${unit.failed + inBrowser.failed} failed`;
writeFileSync(SUMMARY, `${summary}\n`);
console.log(`check ${checked ? 'passed' : 'FAILED'}, browser tests ${browsed ? 'passed' : 'FAILED'}`);
if (inBrowser.secondAttempt)
  console.log(`${inBrowser.secondAttempt} of the browser tests passed at their second attempt only`);
console.log(summary);
process.exit(checked && browsed ? 0 : 1);
