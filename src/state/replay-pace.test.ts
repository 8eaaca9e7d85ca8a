import { expect, it } from 'vitest';
import { besideSpeed, LONGEST_PAUSE_MS, REPLAY_SPEEDS, stayMs } from './replay-pace.ts';

it('plays what was recorded four times a second as fast as it was recorded, and ten and fifty times as fast', () => {
  expect(stayMs(250, '1')).toBe(250);
  expect(stayMs(250, '10')).toBe(25);
  expect(stayMs(750, '10')).toBe(75);
  expect(stayMs(800, '50')).toBe(16);
});

it('sits through no longer pause than the longest, at any speed', () => {
  const sixHours = 6 * 3_600_000;
  for (const speed of REPLAY_SPEEDS) expect(stayMs(sixHours, speed)).toBe(stayMs(LONGEST_PAUSE_MS, speed));
});

it('never asks for more instants than a screen can show, whatever the recording’s clock did', () => {
  for (const speed of REPLAY_SPEEDS)
    for (const pause of [-5000, 0, 1]) expect(stayMs(pause, speed)).toBeGreaterThanOrEqual(16);
});

it('is never slower at a higher speed', () => {
  for (const pause of [0, 40, 250, 800, 60_000]) {
    const stays = REPLAY_SPEEDS.map((speed) => stayMs(pause, speed));
    expect(stays).toEqual(stays.toSorted((a, b) => b - a));
  }
});

it('steps from speed to speed and stays at either end', () => {
  expect(besideSpeed('1', 1)).toBe('10');
  expect(besideSpeed('50', 1)).toBe('max');
  expect([besideSpeed('max', 1), besideSpeed('1', -1)]).toEqual(['max', '1']);
});
