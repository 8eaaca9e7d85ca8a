// The import law must be alive: modules were read, and a planted violation of each kind is reported.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const planted = {
  'src/quant/__planted__/upward.ts':
    "import type { OptionChain } from '#market/option-chain.ts';\nexport type Planted = OptionChain;\n",
  'src/charts/__planted__/package.ts': "import { create } from 'zustand';\nexport const planted = create;\n",
  'src/base/__planted__/platform.ts':
    "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
  'src/market/__planted__/one.ts':
    "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
  'src/market/__planted__/two.ts':
    "import { one } from './one.ts';\nexport const two = (): unknown => one;\n",
  'src/market/__planted__/nowhere.ts':
    "import { gone } from './does-not-exist.ts';\nexport const planted = gone;\n",
};
const expected = [
  'quant: room not allowed',
  'charts: package not allowed',
  'no platform in pure rooms',
  'no cycles',
  'every import resolves',
];

function cruise() {
  try {
    return execFileSync('node_modules/.bin/depcruise', ['src', '--output-type', 'json'], {
      maxBuffer: 1 << 28,
    });
  } catch (failure) {
    return failure.stdout;
  }
}

const rooms = Object.keys(planted).map((file) => file.replace(/\/[^/]+$/, ''));
let report;
try {
  for (const [file, text] of Object.entries(planted)) {
    mkdirSync(file.replace(/\/[^/]+$/, ''), { recursive: true });
    writeFileSync(file, text);
  }
  report = JSON.parse(String(cruise()));
} finally {
  for (const room of rooms) rmSync(room, { recursive: true, force: true });
}
const { totalCruised, violations } = report.summary;
const seen = new Set(
  violations
    .filter((violation) => violation.from.includes('__planted__'))
    .map((violation) => violation.rule.name),
);
const silent = expected.filter((name) => !seen.has(name));
if (totalCruised < 10 || silent.length > 0) {
  console.error(
    `import law is blind: ${totalCruised} modules read, not reported: ${silent.join(', ') || 'none'}`,
  );
  process.exit(1);
}
console.log(
  `import law self-test: ${totalCruised} modules read, ${expected.length} planted violations reported`,
);
