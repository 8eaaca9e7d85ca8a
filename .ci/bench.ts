// Bundles each bench as the product is bundled and runs it in plain Node: a loader in between would be measured too.
// `npm run bench` runs all, `npm run bench -- quant-black` one.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { build } from 'vite';

const OUT = '.cache/bench';
const wanted = process.argv.slice(2);
const all = readdirSync('bench')
  .filter((file) => /^(quant|report|page|protection|storm).*\.ts$/.test(file))
  .map((file) => basename(file, '.ts'));

for (const name of wanted.length > 0 ? wanted : all) {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { ssr: `bench/${name}.ts`, outDir: OUT, emptyOutDir: false, target: 'node20', minify: false },
  });
  console.log(`\n── ${name}`);
  const { status } = spawnSync('node', [`${OUT}/${name}.js`], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
