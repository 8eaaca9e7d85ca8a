import { expect, it } from 'vitest';
import { numberText, signedText } from './number-text.ts';

it('parts thousands with a thin space that does not break', () => {
  expect(numberText(1234567.8, 0)).toBe('1\u202f234\u202f568');
});

it('parts nothing after the point', () => {
  expect(numberText(-1234.1234567, 7)).toBe('−1\u202f234.1234567');
});

it('writes a true minus sign and none before a rounded zero', () => {
  expect([numberText(-7.84, 1), numberText(-0.04, 1), signedText(-0.04, 1)]).toEqual(['−7.8', '0.0', '0.0']);
});

it('signs what is positive when asked', () => {
  expect([signedText(2, 0), signedText(0, 0), signedText(-2.5, 1)]).toEqual(['+2', '0', '−2.5']);
});

it('writes a missing number as a dash, never as zero', () => {
  expect(numberText(null, 2)).toBe('–');
});
