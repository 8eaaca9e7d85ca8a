import { expect, it } from 'vitest';
import { analyseChainFrom } from '#analytics/analyse-chain.ts';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { contractFigures } from '#analytics/data/contract-figures.ts';
import { syntheticChain } from '#analytics/testing/synthetic-chain.ts';
import type { Check } from './checks-view.ts';
import { contractColumns, tellingColumns } from './contract-columns.ts';
import { contractRows } from './contract-rows.ts';
import { dataHeadline } from './headline.ts';

const strikes = Array.from({ length: 21 }, (_, i) => 75_000 + 2500 * i);
const chain = syntheticChain([{ days: 30, forward: 100_000, strikes, vol: () => 0.5 }]);
const analysis = analyseChainFrom(chain, DEFAULT_SETTINGS, null);
const { report } = analysis;

const check = (name: string, verdict: Check['verdict']): Check => ({ name, verdict, result: '', how: '' });

it('takes no comfort from checks that were not made', () => {
  const said = (...verdicts: readonly Check['verdict'][]): string =>
    dataHeadline(
      report,
      verdicts.map((verdict, i) => check(`Check ${i}`, verdict)),
    ).sentence;
  expect(said('well', 'well')).toContain('no check found anything doubtful');
  expect(said('open', 'open')).toContain('none of the checks could be made');
  expect(said('well', 'open', 'open')).toContain('the one check of 3 that could be made found nothing');
  expect(said('well', 'doubtful')).toContain('doubtful: check 1');
});

it('keeps only columns that say something, names the others, and lists the expired last', () => {
  const rows = contractRows(report, contractFigures(analysis));
  const columns = contractColumns({ premium: 'BTC', underlying: 'BTC', whole: true });
  const bare = rows.map((row, i) =>
    Object.assign({}, row, { bidSize: null, askSize: i === 3 ? 2 : null, spreadTicks: null }),
  );
  const { telling, silent } = tellingColumns(columns, bare);
  expect(silent).toEqual(expect.arrayContaining(['bid size', 'spread in ticks']));
  expect(silent).not.toContain('ask size');
  expect(telling.map(({ key }) => key)).toContain('askSize');
  expect(telling.length).toBeLessThan(columns.length);
  const [first] = report.points;
  const ended = { ...report, points: [{ ...first!, state: 'expired' as const }, ...report.points.slice(1)] };
  expect(contractRows(ended, contractFigures(analysis)).at(-1)!.instrument).toBe(first!.instrument);
});
