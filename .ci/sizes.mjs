// Size budgets per entry, in kB (1000 bytes) of gzip -9, of what the browser loads; printed and enforced.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = 'dist';
const kB = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000;
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const initial = [...closure('index.html')];
const initialJs = [...new Set(initial.map((key) => manifest[key].file))].filter((file) =>
  file.endsWith('.js'),
);
const initialCss = [...new Set(initial.flatMap((key) => manifest[key].css ?? []))];
const lazy = Object.entries(manifest)
  .filter(([key, entry]) => entry.isDynamicEntry && !initial.includes(key))
  .map(([, entry]) => entry.file);
const known = new Set(Object.values(manifest).map((entry) => entry.file));
const fetchedByWorker = readdirSync(join(dist, 'assets'))
  .map((file) => `assets/${file}`)
  .filter((file) => file.endsWith('.js') && !known.has(file) && !/worker.*\.js$/.test(file));
const workers = existsSync(join(dist, 'assets'))
  ? readdirSync(join(dist, 'assets'))
      .filter((file) => /worker.*\.js$/.test(file))
      .map((file) => `assets/${file}`)
  : [];

const rows = [
  { name: 'initial JavaScript', files: initialJs, budget: 130 },
  { name: 'initial CSS', files: initialCss, budget: 20 },
  ...lazy.map((file) => ({
    name: `lazy ${file.replace(/^assets\/|-[^-]+\.js$/g, '')}`,
    files: [file],
    budget: 40,
  })),
  ...fetchedByWorker.map((file) => ({
    name: `worker, lazy ${file.replace(/^assets\/|-[^-]+\.js$/g, '')}`,
    files: [file],
    budget: 40,
  })),
  ...workers.map((file) => ({
    name: `worker ${file.replace(/^assets\/|-[^-]+\.js$/g, '')}`,
    files: [file],
    budget: 60,
  })),
];
let failed = false;
for (const { name, files, budget } of rows) {
  const size = files.reduce((sum, file) => sum + kB(file), 0);
  const over = size > budget;
  failed ||= over;
  console.log(
    `${name.padEnd(30)} ${size.toFixed(1).padStart(7)} kB gzip  of ${String(budget).padStart(4)}${over ? '  OVER BUDGET' : ''}`,
  );
}
process.exit(failed ? 1 : 0);
