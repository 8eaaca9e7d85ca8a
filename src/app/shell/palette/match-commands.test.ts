import { expect, it } from 'vitest';
import { type Command, matchCommands } from './match-commands.ts';

const command = (group: string, name: string): Command => ({
  id: name,
  group,
  name,
  key: null,
  run: () => {},
});
const commands = [
  command('Go to', 'Overview'),
  command('Go to', 'Term'),
  command('Venue', 'Deribit'),
  command('Underlying', 'BTC'),
  command('Axis', '% of forward'),
  command('Delta', 'Forward'),
  command('Delta', 'Premium-adjusted'),
];
const names = (typed: string): readonly string[] => matchCommands(commands, typed).map(({ name }) => name);

it('lists everything while nothing is typed', () => {
  expect(names('  ')).toHaveLength(commands.length);
});

it('finds by the beginnings of words, in any order and case', () => {
  expect(names('btc')).toEqual(['BTC']);
  expect(names('delta prem')).toEqual(['Premium-adjusted']);
  expect(names('prem DEL')).toEqual(['Premium-adjusted']);
});

it('puts names that begin with the typed word before those that only hold it', () => {
  expect(names('for')).toEqual(['Forward', '% of forward']);
});

it('finds nothing for a word that nothing holds', () => {
  expect(names('btc zebra')).toEqual([]);
});
