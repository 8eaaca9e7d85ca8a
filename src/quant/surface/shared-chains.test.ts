import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smileVol } from '../smile.ts';
import { fitSurface } from './fit-surface.ts';
import type { SliceQuotes } from './slice-quotes.ts';
import { deribitChains, okxChains, type RecordedChain } from './testing/recorded-chains.ts';
import { arbitragePoints, insideWidenedSpread, rmseBasisPoints } from './testing/surface-score.ts';
import { type VectorChain, vectorChains } from './testing/vector-chains.ts';

const VECTORS = '../shared/vectors/chain_quotes.csv';
const RECORDINGS = '../shared/data/recordings';

function quotesOf(chain: VectorChain): readonly SliceQuotes[] {
  return chain.slices.map(({ slice }) => slice);
}

function without(slice: SliceQuotes, dropped: Uint8Array): SliceQuotes {
  const keep = (_: number, i: number): boolean => dropped[i] === 0;
  return {
    years: slice.years,
    logStrikes: slice.logStrikes.filter(keep),
    bidVols: slice.bidVols.filter(keep),
    askVols: slice.askVols.filter(keep),
    halfTickVols: slice.halfTickVols.filter(keep),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((p, q) => p - q)[values.length >> 1]!;
}

describe.skipIf(!existsSync(VECTORS))(
  'on the shared synthetic chains (skipped where ../shared is absent)',
  () => {
    const chains = existsSync(VECTORS) ? vectorChains(readFileSync(VECTORS, 'utf8')) : [];
    const fitted = chains.map((chain) => ({ chain, fits: fitSurface(quotesOf(chain)) }));

    it('meets the gates of 15 and 25 basis points in the median slice', () => {
      for (const [family, gate] of [
        ['essvi', 15],
        ['mix', 25],
      ] as const) {
        const errors = fitted
          .filter(({ chain }) => chain.family === family)
          .flatMap(({ chain, fits }) =>
            chain.slices.map(({ slice, trueVols }, i) =>
              rmseBasisPoints(slice, fits[i]!, (j) => trueVols[j]!),
            ),
          );
        expect(errors.length).toBeGreaterThan(20);
        expect(median(errors)).toBeLessThanOrEqual(gate);
      }
    });

    it('admits no arbitrage on dense grids', () => {
      for (const { fits } of fitted) expect(arbitragePoints(fits)).toEqual({ butterfly: 0, calendar: 0 });
    });

    it('is hardly moved by the stale quotes hidden in them', () => {
      const moves: number[] = [];
      for (const { chain, fits } of fitted) {
        const clean = fitSurface(chain.slices.map(({ slice, marked }) => without(slice, marked)));
        fits.forEach((fit, i) => {
          const deviation = Math.sqrt(fit!.smile.totalVariance(0));
          for (const z of [-1, -0.5, 0, 0.5, 1]) {
            const other = clean[i];
            if (other !== null && other !== undefined)
              moves.push(
                Math.abs(smileVol(fit!.smile, z * deviation) - smileVol(other.smile, z * deviation)),
              );
          }
        });
      }
      expect(median(moves)).toBeLessThan(2e-4);
      expect(moves.filter((move) => move > 0.003).length / moves.length).toBeLessThan(0.02);
    });
  },
);

describe.skipIf(!existsSync(RECORDINGS))('on recorded days (skipped where ../shared is absent)', () => {
  const days: readonly [string, (text: string, name: string) => readonly RecordedChain[]][] = [
    ['deribit-2026-02-05-stress', deribitChains],
    ['deribit-2026-08-22', deribitChains],
    ['okx-2026-07-08', okxChains],
  ];
  it.each(days)('holds nine tenths of the quotes of %s and admits no arbitrage', (name, read) => {
    const text = gunzipSync(readFileSync(`${RECORDINGS}/${name}.jsonl.gz`)).toString('utf8');
    for (const chain of read(text, name)) {
      const fits = fitSurface(chain.slices);
      let quotes = 0;
      let missed = 0;
      fits.forEach((fit, i) => {
        if (fit === null) return;
        const found = insideWidenedSpread(chain.slices[i]!, fit);
        quotes += found.quotes;
        missed += found.missed.length;
        expect(fit.converged || fit.note !== null).toBe(true);
      });
      expect(quotes).toBeGreaterThan(100);
      expect(1 - missed / quotes).toBeGreaterThan(0.9);
      expect(arbitragePoints(fits)).toEqual({ butterfly: 0, calendar: 0 });
    }
  });
});
