import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import { ok } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import { latestWins } from '../worker/latest-wins.ts';
import type { Analysed, ChainRef } from '../worker/desk-protocol.ts';
import { type Analyse, reportQuery } from './report-query.ts';

const snapshot = (version: number, underlying = 'BTC') => ({
  chain: {
    venue: 'deribit',
    underlying,
    asOf: epochMs(version),
    version,
    indexPrice: null,
    volatilityIndex: null,
  } as const,
  ref: { shelf: 'deribit', underlying, version },
});
type Shown = ReturnType<typeof snapshot>;

/** A worker whose answers carry the version they were asked about, and take a turn each. */
function analyst() {
  const ran: number[] = [];
  const analyse: Analyse = latestWins(
    async ({ chain: { underlying, version } }: { readonly chain: ChainRef }) => {
      ran.push(version);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return ok({ report: { underlying, version }, lines: [] } as unknown as Analysed);
    },
  );
  return { ran, analyse };
}
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

function watch(sourceId = 'live deribit') {
  const { ran, analyse } = analyst();
  const question = (of: Shown) =>
    reportQuery(analyse, { sourceId, snapshot: of, settings: DEFAULT_SETTINGS });
  const observer = new QueryObserver(new QueryClient(), question(snapshot(1)));
  const stop = observer.subscribe(() => {});
  const show = (of: Shown) => observer.setOptions(question(of));
  const shown = () => observer.getCurrentResult().data?.report.version ?? null;
  return { ran, show, shown, stop };
}

it('keeps the report on screen while the next version is computed', async () => {
  const page = watch();
  await quiet();
  expect(page.shown()).toBe(1);
  page.show(snapshot(2));
  expect(page.shown()).toBe(1);
  await quiet();
  expect(page.shown()).toBe(2);
  page.stop();
});

it('never shows one market’s report under another’s name', async () => {
  const page = watch();
  await quiet();
  page.show(snapshot(1, 'ETH'));
  expect(page.shown()).toBeNull();
  page.stop();
});

it('computes the newest of many versions and skips those overtaken', async () => {
  const page = watch();
  for (const version of [2, 3, 4, 5]) page.show(snapshot(version));
  await quiet();
  expect(page.shown()).toBe(5);
  expect(page.ran).toEqual([1, 5]);
  page.stop();
});
