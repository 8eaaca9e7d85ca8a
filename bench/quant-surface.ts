// Scores and times the surface fit: `npx tsx bench/quant-surface.ts [--verbose] [--synthetic]`, from the project root.
// Synthetic chains are the project's own and, when they lie beside it, the shared ones; recorded days likewise.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fitSurface } from '#quant/surface/fit-surface.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import type { SliceQuotes } from '#quant/surface/slice-quotes.ts';
import { smileVol } from '#quant/smile.ts';
import { deribitChains, okxChains, type RecordedChain } from '#quant/surface/testing/recorded-chains.ts';
import { simulatedChain } from '#quant/surface/testing/simulated-chain.ts';
import {
  arbitragePoints,
  insideWidenedSpread,
  rmseBasisPoints,
} from '#quant/surface/testing/surface-score.ts';
import { vectorChains } from '#quant/surface/testing/vector-chains.ts';

const SHARED = '../shared';
const verbose = process.argv.includes('--verbose');

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((p, r) => p - r);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

interface Timing {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

function time(run: () => void, repeats: number): Timing {
  for (let i = 0; i < 10; i++) run();
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  return { median: quantile(times, 0.5), low: quantile(times, 0.1), high: quantile(times, 0.9) };
}

function words({ median, low, high }: Timing): string {
  return `${median.toFixed(2)} ms (${low.toFixed(2)}–${high.toFixed(2)})`;
}

/** The same chain a second later. */
function aSecondLater(slices: readonly SliceQuotes[]): readonly SliceQuotes[] {
  return slices.map((slice) => Object.assign({}, slice, { years: slice.years - 1 / (365 * 86_400) }));
}

interface TruthSlice {
  readonly slice: SliceQuotes;
  readonly trueVol: (i: number) => number;
  readonly displaced: Uint8Array;
}

function scoreTruth(name: string, chain: readonly TruthSlice[]): readonly number[] {
  const slices = chain.map(({ slice }) => slice);
  const fits = fitSurface(slices);
  const errors = chain.map(({ slice, trueVol }, i) => rmseBasisPoints(slice, fits[i]!, trueVol));
  let found = 0;
  let wrong = 0;
  let displaced = 0;
  chain.forEach((item, i) =>
    item.displaced.forEach((mark, j) => {
      displaced += mark;
      if (fits[i]!.outliers[j] === 1) {
        if (mark === 1) found++;
        else wrong++;
      }
    }),
  );
  const bad = arbitragePoints(fits);
  const cold = time(() => fitSurface(slices), 30);
  const later = aSecondLater(slices);
  const warm = time(() => fitSurface(later, { previous: fits }), 30);
  console.log(
    `${name}: rmse median ${quantile(errors, 0.5).toFixed(1)} bp, worst ${Math.max(...errors).toFixed(1)}; ` +
      `butterfly ${bad.butterfly}, calendar ${bad.calendar}; stale ${found}/${displaced} found, ${wrong} wrong; ` +
      `models ${modelLetters(fits)}; cold ${words(cold)}, warm ${words(warm)}`,
  );
  if (verbose) console.log('   ', errors.map((error) => error.toFixed(0)).join(' '));
  return errors;
}

function modelLetters(fits: readonly (SliceFit | null)[]): string {
  return fits.map((fit) => fit?.model[0] ?? '-').join('');
}

function scoreRecorded(chain: RecordedChain): readonly [missed: number, quotes: number] {
  const fits = fitSurface(chain.slices);
  let quotes = 0;
  let missed = 0;
  const details: string[] = [];
  fits.forEach((fit, i) => {
    if (fit === null) return;
    const found = insideWidenedSpread(chain.slices[i]!, fit);
    quotes += found.quotes;
    missed += found.missed.length;
    const days = (fit.smile.years * 365).toFixed(2);
    for (const { z, miss, halfSpread, outlier } of found.missed)
      details.push(
        `    ${days} d ${fit.model} z ${z.toFixed(2)}: ${(100 * miss).toFixed(2)} from mid, half spread ${(100 * halfSpread).toFixed(2)}${outlier ? ', set aside' : ''}`,
      );
    if (fit.note !== null) details.push(`    ${days} d note: ${fit.note}`);
  });
  const bad = arbitragePoints(fits);
  console.log(
    `${chain.name}: inside ${(100 * (1 - missed / quotes)).toFixed(1)} % of ${quotes}, butterfly ${bad.butterfly}, calendar ${bad.calendar}, ` +
      `models ${modelLetters(fits)}, notes ${fits.filter((fit) => fit?.note).length}, ${words(time(() => fitSurface(chain.slices), 5))}`,
  );
  if (verbose && details.length > 0) console.log(details.join('\n'));
  return [missed, quotes];
}

/** As many expiries and strikes as the SPX has: 55 by 400. */
function wideChain(): readonly SliceQuotes[] {
  return Array.from({ length: 55 }, (_, i) => {
    const years = (0.5 + i ** 1.7) / 365;
    const logStrikes = Float64Array.from({ length: 400 }, (__, j) => -0.7 + (1.1 * j) / 400);
    const vol = logStrikes.map((k) =>
      Math.sqrt(0.03 + 0.12 * (Math.sqrt((k - 0.03) ** 2 + 0.01 + years / 10) - k * 0.7)),
    );
    return {
      years,
      logStrikes,
      bidVols: vol.map((v, j) => v - 0.003 - 0.002 * Math.sin(j)),
      askVols: vol.map((v, j) => v + 0.003 + 0.002 * Math.cos(j)),
      halfTickVols: new Float64Array(400),
    };
  });
}

console.log(
  `Math.exp ${(
    1e3 *
    time(() => {
      let s = 0;
      for (let i = 0; i < 1e3; i++) s += Math.exp(-i / 500);
      if (s < 0) throw new Error('never');
    }, 2000).median
  ).toFixed(1)} ns`,
);
for (const family of ['essvi', 'event'] as const) {
  const errors = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
    scoreTruth(
      `own ${family} ${seed}`,
      simulatedChain(family, seed).map((s) => ({
        slice: s.quotes,
        trueVol: (i) => s.trueVol(s.quotes.logStrikes[i]!),
        displaced: s.stale,
      })),
    ),
  );
  console.log(`== own ${family}: median slice ${quantile(errors, 0.5).toFixed(1)} bp`);
}
if (existsSync(`${SHARED}/vectors/chain_quotes.csv`)) {
  const chains = vectorChains(readFileSync(`${SHARED}/vectors/chain_quotes.csv`, 'utf8'));
  for (const family of ['essvi', 'mix']) {
    const errors = chains
      .filter((chain) => chain.family === family)
      .flatMap((chain) =>
        scoreTruth(
          `shared ${family} ${chain.id}`,
          chain.slices.map((s) => ({ slice: s.slice, trueVol: (i) => s.trueVols[i]!, displaced: s.marked })),
        ),
      );
    console.log(`== shared ${family}: median slice ${quantile(errors, 0.5).toFixed(1)} bp`);
  }
}
const wide = wideChain();
const wideFits = fitSurface(wide);
console.log(
  `55 expiries × 400 strikes: ${words(time(() => fitSurface(wide), 5))}, ${JSON.stringify(arbitragePoints(wideFits))}, ` +
    `worst ${(1e4 * Math.max(...wideFits.map((fit) => fit!.rmse))).toFixed(0)} bp, atm ${smileVol(wideFits[0]!.smile, 0).toFixed(3)}`,
);
const recordings = `${SHARED}/data/recordings`;
if (existsSync(recordings) && !process.argv.includes('--synthetic')) {
  for (const file of readdirSync(recordings)) {
    const text = gunzipSync(readFileSync(`${recordings}/${file}`)).toString('utf8');
    const name = file.replace('.jsonl.gz', '');
    const chains = name.startsWith('okx') ? okxChains(text, name) : deribitChains(text, name);
    const scores = chains.map(scoreRecorded);
    const missed = scores.reduce((sum, score) => sum + score[0], 0);
    const quotes = scores.reduce((sum, score) => sum + score[1], 0);
    console.log(`== ${name}: ${(100 * (1 - missed / quotes)).toFixed(2)} % inside of ${quotes}`);
  }
}
