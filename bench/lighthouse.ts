/**
 * Lighthouse on the built app, as a phone and as a desktop, on the sample market: `npm run bench -- lighthouse`. It is
 * fetched by npx when it is asked for and is no dependency; the host compresses as most hosts do.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { serveStatically } from '../e2e/support/static-host.ts';
import { browserPath } from './browser/built-app.ts';

const PACKAGE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const BAR = 95;
const OUT = '.cache/lighthouse';

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
  readonly scoreDisplayMode: string;
}

interface Category {
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}

interface LighthouseReport {
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

function run(words: readonly string[]): Promise<number> {
  const env = { ...process.env, CHROME_PATH: browserPath() };
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--yes', PACKAGE, ...words], { stdio: ['ignore', 'ignore', 'inherit'], env });
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

async function looked(address: string, form: 'phone' | 'desktop'): Promise<LighthouseReport> {
  const file = `${OUT}/${form}.json`;
  const status = await run([
    `${address}?market=sample`,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox',
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
  ]);
  if (status !== 0) throw new Error(`${PACKAGE} ended with status ${status}`);
  return JSON.parse(readFileSync(file, 'utf8')) as LighthouseReport;
}

/** What costs points, the heaviest first. */
function lost({ auditRefs }: Category, audits: LighthouseReport['audits']): readonly string[] {
  return auditRefs
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ id }) => {
      const audit = audits[id];
      return `${id} ${((audit?.score ?? 0) * 100).toFixed(0)} (${audit?.displayValue ?? audit?.title ?? ''})`;
    });
}

if (!existsSync('dist/index.html')) throw new Error('dist is missing: npm run build first');
mkdirSync(OUT, { recursive: true });
const host = await serveStatically('dist', '/', { gzip: true });
console.log(`\nLighthouse, of 100${''.padEnd(24)}score    bar`);
for (const form of ['desktop', 'phone'] as const) {
  const { categories, audits } = await looked(host.address, form);
  for (const name of CATEGORIES) {
    const category = categories[name];
    const score = (category?.score ?? 0) * 100;
    console.log(`${`${form}: ${name}`.padEnd(42)}${score.toFixed(0).padStart(5)}${String(BAR).padStart(7)}`);
    if (category && score < 100) for (const line of lost(category, audits)) console.log(`    ${line}`);
  }
}
await host.close();
