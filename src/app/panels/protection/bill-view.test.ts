import { describe, expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { studyFromWords } from '#analytics/protection/study-from-words.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import { billView } from './bill-view.ts';

const chain = syntheticChain([
  {
    days: 30,
    forward: 100_500,
    strikes: Array.from({ length: 45 }, (_, i) => 50_000 + 2500 * i),
    vol: (k) => 0.5 * Math.sqrt(1 + 0.6 * (-0.5 * k + Math.sqrt(k * k + 0.04) - 0.2)),
  },
]);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);

function viewOf(words: string) {
  const study = studyFromWords({ chain, analysis }, words);
  if (!study.ok) throw new Error(study.error);
  return billView(study.value);
}

function factOf(words: string, name: string): string {
  const view = viewOf(words);
  if (view.kind === 'none') throw new Error(view.sentence);
  const fact = view.facts.find((one) => one.name === name);
  return fact === undefined ? '' : `${fact.value} | ${fact.note}`;
}

const digits = (text: string): string => text.replaceAll('\u202f', '');

describe('the bill in words', () => {
  it.each([
    ['10 floor 85% 30d', /^A floor at 85 % of spot to /],
    ['10 floor 85%F 30d', /^A floor at 85 % of the forward to /],
    ['10 floor 87500 30d', /^A floor at 87.?500 to /],
    ['10 floor 25delta 30d', /^A 25Δ floor to /],
    ['10 floor loss 15% 30d', /^A floor that keeps the loss to 15 % to /],
    ['10 put spread 90%/75% 30d', /^A floor at 90 % of spot by a put spread to /],
    ['10 future 30d', /^A short future to /],
  ])('names the floor that %s asked for', (words, sentence) => {
    expect(viewOf(words).sentence).toMatch(sentence);
  });

  it('names every strike and what is done there', () => {
    expect(digits(factOf('10 floor 85% 30d cash', 'Strikes'))).toMatch(/^85000 put bought \| Forward \d+\.$/);
    expect(digits(factOf('10 put spread 85%/70% 30d cash', 'Strikes'))).toMatch(
      /^85000 put bought, 70000 put sold \| .*; below 70000 the holding falls again, as fast as without a hedge\.$/,
    );
    expect(digits(factOf('10 put ratio 85%/70% x2 30d cash', 'Strikes'))).toMatch(
      /^85000 put bought, 2 × 70000 put sold \| .*; below 70000 the holding falls again, 2 times as fast as without a hedge\.$/,
    );
    expect(digits(factOf('10 floor 85% collar 115% 30d cash', 'Strikes'))).toMatch(
      /^85000 put bought, 115000 call sold \| .*; gains stop at 115000\.$/,
    );
    expect(digits(factOf('10 zero-cost collar 95% 30d cash', 'Strikes'))).toMatch(
      /^95000 put bought, 0\.\d+ × \d+ call sold, 0\.\d+ × \d+ call sold \| .*; gains slow at \d+ and stop at \d+\.$/,
    );
  });

  it('does not price a perpetual whose funding nobody told, and prices the one it is told', () => {
    const untold = viewOf('10 perpetual 30d');
    expect(untold.kind).toBe('none');
    expect(untold.sentence).toBe(
      'A short perpetual cannot be priced: its funding is not known here, and funding is what a perpetual costs or earns.',
    );
    const told = viewOf('10 perpetual 8% 30d taker 0.05%');
    expect(told.sentence).toMatch(/^A short perpetual to .* brings in 0\.6\d % of the holding/);
    expect(told.basis).toContain(
      'Without half-spread and slippage, for only the option books of the venue are read.',
    );
  });

  it('tells parts of a small sum as they are, for no share of it says anything', () => {
    const put = viewOf('10 floor 85% 30d').sentence;
    expect(put).toMatch(/, \d+ % of it skew, \d+ % execution\.$/);
    const collar = viewOf('10 floor 90% collar 112% 30d').sentence;
    expect(collar).toMatch(
      /costs .* of the holding: .*, to which skew adds \d\.\d+ % and execution 0\.\d+ %\.$/,
    );
  });

  it('says which strike it is that nobody lists', () => {
    expect(viewOf('10 put spread 85%/20% 30d').sentence).toContain('no put is listed near the lower strike');
    expect(viewOf('10 floor 85% collar 300% 30d').sentence).toContain('no call is listed near the cap');
    expect(viewOf('10 floor 20% 30d').sentence).toContain('no put is listed near this floor');
  });
});
