import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { ok, type Result } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { latestWins } from '../worker/latest-wins.ts';
import type { Analysed } from '../worker/report-protocol.ts';
import { reportQuery } from './report-query.ts';

const chain = (version: number, underlying = 'BTC'): OptionChain => ({
  venue: 'deribit',
  underlying,
  asOf: epochMs(version),
  version,
  indexPrice: null,
  volatilityIndex: null,
  expiries: [],
  rejected: [],
});

/** A worker whose answers carry the version they were asked about, and take a turn each. */
function analyst() {
  const ran: number[] = [];
  const analyse = latestWins<{ readonly chain: OptionChain }, Result<Analysed, string>>(async (question) => {
    ran.push(question.chain.version);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const { underlying, version } = question.chain;
    return ok({ report: { underlying, version }, lines: [] } as unknown as Analysed);
  });
  return { ran, analyse };
}
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

function watch(sourceId = 'live deribit') {
  const { ran, analyse } = analyst();
  const question = (of: OptionChain) =>
    reportQuery(analyse, { sourceId, chain: of, settings: DEFAULT_SETTINGS });
  const observer = new QueryObserver(new QueryClient(), question(chain(1)));
  const stop = observer.subscribe(() => {});
  const show = (of: OptionChain) => observer.setOptions(question(of));
  const shown = () => observer.getCurrentResult().data?.report.version ?? null;
  return { ran, show, shown, stop };
}

it('keeps the report on screen while the next version is computed', async () => {
  const page = watch();
  await quiet();
  expect(page.shown()).toBe(1);
  page.show(chain(2));
  expect(page.shown()).toBe(1);
  await quiet();
  expect(page.shown()).toBe(2);
  page.stop();
});

it('never shows one market’s report under another’s name', async () => {
  const page = watch();
  await quiet();
  page.show(chain(1, 'ETH'));
  expect(page.shown()).toBeNull();
  page.stop();
});

it('computes the newest of many versions and skips those overtaken', async () => {
  const page = watch();
  for (const version of [2, 3, 4, 5]) page.show(chain(version));
  await quiet();
  expect(page.shown()).toBe(5);
  expect(page.ran).toEqual([1, 5]);
  page.stop();
});
