import { execFileSync } from 'node:child_process';
import { defineConfig, devices } from '@playwright/test';
import { findInstalledBrowser } from './.ci/find-browser.ts';

// Worker processes read this file again and inherit these: one browser and one port for the whole run.
process.env['SMIRK_BROWSER'] ??= findInstalledBrowser() ?? '';
process.env['SMIRK_E2E_PORT'] ??= freePort();

function freePort(): string {
  const ask =
    "const s=require('net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})";
  return execFileSync(process.execPath, ['-e', ask]).toString().trim();
}

const address = `http://127.0.0.1:${process.env['SMIRK_E2E_PORT']}`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  // A machine that stood still for seconds fails a test once; what is broken fails twice. What needed a second attempt is listed.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '.cache/browser-results.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL: address,
    trace: 'retain-on-first-failure',
    serviceWorkers: 'block',
    launchOptions: { executablePath: process.env['SMIRK_BROWSER'] },
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: `node_modules/.bin/vite preview --host 127.0.0.1 --strictPort --port ${process.env['SMIRK_E2E_PORT']}`,
    url: address,
    stdout: 'ignore',
  },
});
