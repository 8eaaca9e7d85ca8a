import { expect, it } from 'vitest';
import { damageOf, seededDice } from './message-damage.ts';

const TEXT = '{"symbol":"BTC-1","list":[{"bid":"0.5","ask":7},{"bid":null,"deep":{"a":[1,2]}}],"code":0}';

function damaged(count: number): readonly string[] {
  const dice = seededDice(3);
  const damage = damageOf(TEXT);
  return Array.from({ length: count }, () => damage(dice));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

it('does every kind of damage, mostly such that the text can still be parsed', () => {
  const texts = damaged(4_000);
  const read = texts.map(parsed).filter((one) => one !== undefined);
  expect(read.length / texts.length).toBeGreaterThan(0.75);
  const holds = (word: string): boolean => texts.some((text) => text.includes(word));
  for (const word of ['1e999', '"NaN"', '"gone"', '[[[[', '\\ud800', '"7"', ':0.5', '__proto__']) {
    expect([word, holds(word)]).toEqual([word, true]);
  }
  expect(texts.some((text) => text.length < 20)).toBe(true);
  expect(read.some((one) => (one as { list?: unknown[] }).list?.length === 3)).toBe(true);
  expect(read.some((one) => typeof (one as { list?: unknown }).list === 'number')).toBe(true);
});

it('damages alike with equal dice, and never leaves the text alone for long', () => {
  expect(damaged(100)).toEqual(damaged(100));
  expect(damaged(1_000).filter((text) => text === TEXT).length).toBeLessThan(50);
});
