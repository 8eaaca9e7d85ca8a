import { expect, it } from 'vitest';
import { DAY_MS, epochMs } from '#base/time.ts';
import { type Shelf, createRestMemory } from './rest-memory.ts';

function shelf(): Shelf & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

it('remembers for a day, over visits, which venue’s answers a page cannot read, and then probes again', () => {
  const kept = shelf();
  let now = epochMs(1_780_000_000_000);
  createRestMemory(kept, () => now).remember('okx');
  const later = createRestMemory(kept, () => now);
  expect([later.refused('okx'), later.refused('bybit')]).toEqual([true, false]);
  now = epochMs(now + DAY_MS - 1);
  expect(later.refused('okx')).toBe(true);
  now = epochMs(now + 2);
  expect(later.refused('okx')).toBe(false);
});

it('forgets when told to, and trusts nothing on the shelf that it cannot have written', () => {
  const kept = shelf();
  const now = () => epochMs(1_780_000_000_000);
  const memory = createRestMemory(kept, now);
  memory.remember('okx');
  memory.forget('okx');
  expect(memory.refused('okx')).toBe(false);
  for (const text of ['never', '9999999999999', '<script>', '']) {
    kept.setItem('smirk.requests-refused.okx', text);
    expect(memory.refused('okx')).toBe(false);
  }
});

it('works for the visit where a browser forbids to keep anything', () => {
  const forbidden = (): never => {
    throw new Error('denied');
  };
  const memory = createRestMemory({ getItem: forbidden, setItem: forbidden, removeItem: forbidden }, () =>
    epochMs(1_780_000_000_000),
  );
  memory.remember('okx');
  expect(memory.refused('okx')).toBe(true);
});
