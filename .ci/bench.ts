// Bundles each bench as the product is bundled and runs it in plain Node: a loader in between would be measured too.
// `npm run bench` runs all, `npm run bench -- quant-black` one, `npm run bench -- budgets` the README's table in short runs;
// what follows the first word with dashes goes to the bench itself, as in `npm run bench -- page-memory --minutes 30`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'vite';

const OUT = '.cache/bench';
/** The README's table in short runs: recorded days are left to the whole bench. */
const BUDGETS = [
  'quant-black',
  'quant-surface --synthetic',
  'report',
  'protection',
  'page',
  'page-file',
  'page-memory',
];

const words = process.argv.slice(2);
const dashed = words.findIndex((word) => word.startsWith('--'));
const options = dashed === -1 ? [] : words.slice(dashed);
const wanted = dashed === -1 ? words : words.slice(0, dashed);
const all = readdirSync('bench')
  .filter((file) => /^(quant|recording|report|page|protection|storm).*\.ts$/.test(file))
  .map((file) => basename(file, '.ts'));
const short = wanted[0] === 'budgets';
const names = short ? BUDGETS : wanted.length > 0 ? wanted : all;

function run(program: string, parts: readonly string[]): void {
  const env = short ? { ...process.env, SMIRK_BENCH: 'short' } : process.env;
  const { status } = spawnSync(program, parts, { stdio: 'inherit', env });
  if (status !== 0) process.exitCode = status ?? 1;
}

if (short) run('node', ['.ci/sizes.mjs']);
for (const line of names) {
  const [name = '', ...own] = line.split(' ');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { ssr: `bench/${name}.ts`, outDir: OUT, emptyOutDir: false, target: 'node20', minify: false },
  });
  console.log(`\n── ${name}`);
  run('node', [`${OUT}/${name}.js`, ...own, ...options]);
  if (process.exitCode !== undefined && !short) break;
}
