import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, runnerImport, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The policy of the built page: what is not named is forbidden, and nothing leaves but questions to the venues. */
function contentSecurityPolicy(venueOrigins: readonly string[]): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `worker-src 'self'`,
    `style-src 'self'`,
    `font-src 'self'`,
    `img-src 'self' data: blob:`,
    `manifest-src 'self'`,
    `connect-src ${venueOrigins.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}

/** Writes the policy into the built page. In development Vite's own client needs more than the policy allows. */
function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    async transformIndexHtml() {
      const { module } = await runnerImport<{
        readonly ADAPTERS: readonly { readonly origins: readonly string[] }[];
      }>('./src/exchanges/registry.ts');
      const origins = [...new Set(module.ADAPTERS.flatMap((adapter) => adapter.origins))];
      const content = contentSecurityPolicy(origins);
      return [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content },
          injectTo: 'head-prepend',
        },
      ];
    },
  };
}

/** The folder's files as the page asks for them, ascending; not the build's own notes. */
function builtFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite'))
    .map((entry) => `.${join(entry.parentPath, entry.name).slice(folder.length)}`)
    .filter((file) => file !== './service-worker.js')
    .toSorted();
}

/** Builds the service worker last, when it can be told every file of the page and a name that changes with them. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const files = builtFiles(dir);
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(join(dir, file)));
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: {
          SMIRK_FILES: JSON.stringify(files),
          SMIRK_VERSION: JSON.stringify(hash.digest('hex').slice(0, 12)),
        },
        build: {
          write: false,
          rollupOptions: { input: 'src/app/offline/service-worker.ts', output: { format: 'iife' } },
        },
      });
      const [output] = 'output' in built ? built.output : [];
      if (output?.type !== 'chunk') throw new Error('the service worker must be one script');
      writeFileSync(join(dir, 'service-worker.js'), output.code);
    },
  };
}

/** What d3-scale takes from d3-interpolate, for numbers. */
const NUMERIC_INTERPOLATION = `
  export const interpolateNumber = (from, to) => (share) => from * (1 - share) + to * share;
  export const interpolate = interpolateNumber;
  export const interpolateRound = (from, to) => (share) => Math.round(from * (1 - share) + to * share);
  export const piecewise = () => { throw new Error('no diverging scales here'); };
`;

/** What d3-scale takes from d3-format, for tick texts of its own, which are never asked for: charts write their numbers. */
const NO_TICK_TEXTS = `
  const none = () => { throw new Error('charts write their own numbers'); };
  export { none as format, none as formatPrefix, none as formatSpecifier };
  export { none as precisionFixed, none as precisionPrefix, none as precisionRound };
`;

/**
 * Scales here only ever interpolate numbers and never write them. d3-scale also knows colours, dates, objects and
 * number formats, which would be 9 kB of the first load that nothing calls.
 */
function numericScales(): Plugin {
  const parts = new Map([
    ['d3-interpolate', NUMERIC_INTERPOLATION],
    ['d3-format', NO_TICK_TEXTS],
  ]);
  const prefix = '\0numeric-';
  return {
    name: 'numeric-scales',
    enforce: 'pre',
    apply: 'build',
    resolveId: (source, importer) =>
      parts.has(source) && importer?.includes('/d3-scale/') ? prefix + source : null,
    load: (id) => (id.startsWith(prefix) ? parts.get(id.slice(prefix.length)) : null),
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), securityPolicy(), numericScales(), serviceWorker()],
  worker: { format: 'es' },
  build: {
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      output: {
        // What the first load needs is one file: in the small chunks that panels share it would be 18, and 3 kB larger.
        codeSplitting: { groups: [{ name: 'first-load', tags: ['$initial'] }] },
      },
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'e2e/**/*.test.ts', '.ci/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['.ci/property-runs.ts'],
    // Rooms keep no state of their own between tests, so that files can share a thread: a third of the time.
    pool: 'threads',
    isolate: false,
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: '.cache/unit-results.json' }]],
  },
});
