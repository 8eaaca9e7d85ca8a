import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '#base/time.ts';
import { ADAPTERS, adapterOf } from './registry.ts';

const AT = epochMs(1_780_000_000_000);

it('has exactly one adapter for every venue folder', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(ADAPTERS.map((adapter) => adapter.id).sort()).toEqual(folders.map((folder) => folder.name).sort());
  expect(ADAPTERS.map((adapter) => adapterOf(adapter.id))).toEqual(ADAPTERS);
});

describe.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))('%s', (_, adapter) => {
  it('asks only origins that it declares, and calls its own chain requests chains', () => {
    const chains = adapter.knownUnderlyings.flatMap((underlying) => adapter.chainRequests(underlying));
    const others = adapter.knownUnderlyings.flatMap((underlying) => [
      ...adapter.instrumentRequests(underlying),
      ...adapter.indexRequests(underlying, AT),
    ]);
    const asked = [...chains, ...others, ...adapter.underlyingRequests()];
    expect(asked.filter(({ url }) => !adapter.origins.includes(new URL(url).origin))).toEqual([]);
    expect(new Set(chains.map(({ url }) => adapter.purposeOf(url)))).toEqual(
      new Set(chains.length > 0 ? ['chain'] : []),
    );
    expect(others.map(({ url }) => adapter.purposeOf(url)).filter((purpose) => purpose === 'chain')).toEqual(
      [],
    );
  });

  it('answers any text to any address with events or reasons, never with a throw', () => {
    const addresses = [
      ...adapter.knownUnderlyings
        .slice(0, 1)
        .flatMap((one) => adapter.chainRequests(one).map(({ url }) => url)),
      'file:x.json',
      'file:x.csv',
      'wss://x',
      '',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...addresses),
        fc.oneof(fc.string(), fc.json()),
        fc.constantFrom('http' as const, 'ws' as const),
        (request, body, via) => {
          const outcome = adapter.read({ at: AT, via, request, body });
          return outcome.value.length + outcome.failures.length > 0;
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });
});
