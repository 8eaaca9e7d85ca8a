import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAYS_PER_YEAR } from '#base/time.ts';
import { analyseChain } from '#analytics/analyse-chain.ts';
import { median } from '#analytics/forward/median.ts';
import type { Report } from '#analytics/report.ts';
import { loadChain } from './load-chain.ts';

const FOLDER = '../shared/data/recordings';
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl.gz')) : [];
const [VOL_POINT, LEAST_DAYS] = [0.01, 7];

const reports = new Map<string, Report>();
async function reportOf(file: string, underlying: string): Promise<Report> {
  const key = `${file} ${underlying}`;
  const known = reports.get(key);
  if (known !== undefined) return known;
  const chain = await loadChain(`${FOLDER}/${file}`, underlying);
  if (!chain.ok) throw new Error(chain.error);
  const report = analyseChain(chain.value);
  reports.set(key, report);
  return report;
}

function nonFinitePaths(value: unknown, path: string): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === undefined) return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => nonFinitePaths(part, `${path}.${key}`));
}

/** Our inversion of the mark less the venue's own vol of it, for contracts with more than a week left. */
function markDifferences({ points, expiries }: Report): readonly number[] {
  const days = new Map(expiries.map(({ expiry, years }) => [expiry, years * DAYS_PER_YEAR]));
  return points.flatMap(({ expiry, markVol, venueMarkVol }) =>
    markVol === null || venueMarkVol === null || (days.get(expiry) ?? 0) <= LEAST_DAYS
      ? []
      : [markVol - venueMarkVol],
  );
}

const markets = files.flatMap((file) =>
  (file.includes('orderbooks') ? ['BTC'] : ['BTC', 'ETH']).map((underlying) => [file, underlying] as const),
);

describe.skipIf(files.length === 0)(
  'the analysis of recorded market days (skipped without ../shared/data)',
  () => {
    it.each(markets)('of %s agrees with the marks of %s beyond a week', async (file, underlying) => {
      const differences = markDifferences(await reportOf(file, underlying));
      expect(differences.length).toBeGreaterThan(150);
      expect(Math.abs(median(differences) ?? 1)).toBeLessThan(
        (file.startsWith('okx') ? 0.01 : 0.002) * VOL_POINT,
      );
      expect(median(differences.map(Math.abs))).toBeLessThan(0.04 * VOL_POINT);
    });

    it.each(markets)(
      'of %s counts every contract of %s once and holds nothing that is not finite',
      async (file, underlying) => {
        const report = await reportOf(file, underlying);
        expect(nonFinitePaths(report, 'report')).toEqual([]);
        for (const { counts } of [report, ...report.expiries]) {
          const dropped = Object.values(counts.dropped).reduce((sum, count) => sum + count, 0);
          expect(counts.quotesUsed + dropped).toBe(counts.instruments);
        }
        expect(report.points).toHaveLength(report.counts.instruments);
        expect(new Set(report.points.map(({ instrument }) => instrument)).size).toBe(report.points.length);
      },
    );

    it.each(markets)('of %s presents no quote of %s at a vol beyond belief', async (file, underlying) => {
      const { points } = await reportOf(file, underlying);
      for (const { bidVol, askVol, midVol } of points) {
        for (const vol of [bidVol, askVol, midVol]) {
          if (vol !== null) expect(vol > 0 && vol <= 4, `vol was ${vol}`).toBe(true);
        }
      }
    });

    it.each(markets)(
      'of %s fits smiles of %s that lie between bid and ask, and forwards that parity confirms',
      async (file, underlying) => {
        const { expiries } = await reportOf(file, underlying);
        const inside = expiries.flatMap(({ fit }) => (fit ? [fit.insideBidAsk] : []));
        expect(inside.length).toBeGreaterThanOrEqual(expiries.length - 1);
        expect(median(inside)).toBeGreaterThan(0.75);
        for (const { forward, parityForward } of expiries) {
          if (forward !== null && parityForward !== null) {
            expect(Math.abs(parityForward / forward - 1)).toBeLessThan(0.015);
          }
        }
      },
    );

    it('gives smiles on the crash day, with gaps where nobody quotes', async () => {
      for (const underlying of ['BTC', 'ETH']) {
        const report = await reportOf('deribit-2026-02-05-stress.jsonl.gz', underlying);
        const fitted = report.expiries.filter(({ fit }) => fit !== null);
        expect(fitted.length).toBeGreaterThanOrEqual(report.expiries.length - 1);
        expect(report.counts.dropped.none).toBeGreaterThan(150);
        for (const { delta25, atmVol } of fitted) {
          expect(delta25.riskReversal).toBeLessThan(0);
          expect(atmVol).toBeGreaterThan(0.4);
        }
      }
    });
  },
);
