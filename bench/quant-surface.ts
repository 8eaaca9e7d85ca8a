import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fitSurface } from '#quant/surface/fit-surface.ts';
import { durrlemanG } from '#quant/surface/durrleman.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import type { SliceQuotes } from '#quant/surface/slice-quotes.ts';
import { smileVol } from '#quant/smile.ts';
import { type CoinQuote, sliceQuotesFromCoin } from '#quant/surface/testing/coin-premiums.ts';
import { type BenchChain, deribitChains, okxChains } from './surface-chains.ts';

const SHARED = '../shared';
const verbose = process.argv.includes('--verbose');

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((p, r) => p - r);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

interface SyntheticSlice {
  readonly slice: SliceQuotes;
  readonly trueVols: Float64Array;
  readonly marked: Uint8Array;
}
interface SyntheticChain {
  readonly id: number;
  readonly family: string;
  readonly slices: readonly SyntheticSlice[];
}

function syntheticChains(): readonly SyntheticChain[] {
  const [, ...lines] = readFileSync(`${SHARED}/vectors/chain_quotes.csv`, 'utf8').trim().split(/\r?\n/);
  const groups = new Map<string, string[][]>();
  for (const line of lines) {
    const cells = line.split(',');
    const key = `${cells[0]}|${cells[1]}|${cells[2]}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cells]);
    else group.push(cells);
  }
  const chains = new Map<string, { id: number; family: string; slices: SyntheticSlice[] }>();
  for (const [key, rows] of groups) {
    const [id = '', family = ''] = key.split('|');
    const years = Number(rows[0]![3]);
    const forward = Number(rows[0]![4]);
    const used = rows.filter(
      (row) => (row[6] === 'C') === Number(row[5]) >= forward && (Number(row[7]) > 0 || Number(row[8]) > 0),
    );
    used.sort((p, q) => Number(p[5]) - Number(q[5]));
    const quotes = used.map((row): CoinQuote => ({
      strike: Number(row[5]),
      isCall: row[6] === 'C',
      bid: Number(row[7]),
      ask: Number(row[8]),
    }));
    const chain = chains.get(id) ?? { id: Number(id), family, slices: [] };
    chain.slices.push({
      slice: sliceQuotesFromCoin(years, forward, quotes),
      trueVols: Float64Array.from(used, (row) => Number(row[9])),
      marked: Uint8Array.from(used, (row) => Number(row[10])),
    });
    chains.set(id, chain);
  }
  return [...chains.values()];
}

/** Grid points where g < 0 or the slice lies below the one before, |k| out to far beyond the quotes. */
function violations(fits: readonly (SliceFit | null)[]): { butterfly: number; calendar: number } {
  let butterfly = 0;
  let calendar = 0;
  let before: SliceFit | null = null;
  for (const fit of fits) {
    if (fit === null) continue;
    for (let t = -7; t <= 7; t += 0.02) {
      const k = 0.01 * Math.sinh(t);
      const jet = fit.smile.jet(k);
      if (!(durrlemanG(k, jet) >= -1e-12)) butterfly++;
      if (before !== null && !(jet.w >= before.smile.totalVariance(k) * (1 - 1e-12))) calendar++;
    }
    before = fit;
  }
  return { butterfly, calendar };
}

function typicalTime(run: () => void, repeats: number): number {
  for (let i = 0; i < 5; i++) run();
  const times: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  // The lower quartile: other processes only ever add.
  return quantile(times, 0.25);
}

function scoreSynthetic(): void {
  for (const chain of syntheticChains()) {
    const slices = chain.slices.map((item) => item.slice);
    const fits = fitSurface(slices);
    const rmses = chain.slices.map(({ slice, trueVols }, i) => {
      const fit = fits[i];
      if (fit === null || fit === undefined) return NaN;
      let sum = 0;
      let n = 0;
      slice.logStrikes.forEach((k, j) => {
        if (Math.abs(k / (trueVols[j]! * Math.sqrt(slice.years))) > 2) return;
        sum += (smileVol(fit.smile, k) - trueVols[j]!) ** 2;
        n++;
      });
      return 1e4 * Math.sqrt(sum / n);
    });
    const flagged = fits.reduce((n, fit) => n + (fit?.outliers.reduce((s, f) => s + f, 0) ?? 0), 0);
    const marked = chain.slices.reduce((n, item) => n + item.marked.reduce((s, f) => s + f, 0), 0);
    const both = fits.reduce(
      (n, fit, i) =>
        n + (fit?.outliers.reduce((s, f, j) => s + (f && chain.slices[i]!.marked[j] ? 1 : 0), 0) ?? 0),
      0,
    );
    const warm = typicalTime(() => fitSurface(jiggle(slices), { previous: fits }), 20);
    const cold = typicalTime(() => fitSurface(slices), 20);
    const bad = violations(fits);
    console.log(
      `chain ${chain.id} ${chain.family}: median ${quantile(rmses, 0.5).toFixed(1)} bp  max ${Math.max(...rmses).toFixed(1)}  ` +
        `butterfly ${bad.butterfly} calendar ${bad.calendar}  outliers ${both}/${marked} of ${flagged} flagged  ` +
        `cold ${cold.toFixed(2)} ms warm ${warm.toFixed(2)} ms (${slices.length} slices)  ${fits.map((f) => f?.model[0]).join('')}`,
    );
    if (verbose) console.log('   ', rmses.map((r) => r.toFixed(0)).join(' '));
  }
}

/** The same chain a second later. */
function jiggle(slices: readonly SliceQuotes[]): readonly SliceQuotes[] {
  return slices.map((slice) => ({ ...slice, years: slice.years - 3e-8 }));
}

function scoreReal(chain: BenchChain): readonly [inside: number, total: number] {
  const fits = fitSurface(chain.slices);
  let inside = 0;
  let total = 0;
  const worst: string[] = [];
  chain.slices.forEach((slice, i) => {
    const fit = fits[i];
    if (fit === null || fit === undefined) return;
    let n = 0;
    let out = 0;
    const misses: string[] = [];
    slice.logStrikes.forEach((k, j) => {
      const bid = slice.bidVols[j]!;
      const ask = slice.askVols[j]!;
      if (!(bid > 0) || !(ask >= bid)) return;
      const vol = smileVol(fit.smile, k);
      const atm = smileVol(fit.smile, 0);
      if (Math.abs(k) > 2 * atm * Math.sqrt(slice.years)) return;
      n++;
      const tick = 2 * slice.halfTickVols[j]!;
      if (vol >= bid - tick && vol <= ask + tick) return;
      out++;
      misses.push(
        `${(k / (atm * Math.sqrt(slice.years))).toFixed(2)}:${(100 * (vol - (bid + ask) / 2)).toFixed(2)}±${(50 * (ask - bid)).toFixed(2)}${fit.outliers[j] ? '*' : ''}`,
      );
    });
    inside += n - out;
    total += n;
    if (out > 0.1 * n)
      worst.push(
        `    ${(slice.years * 365).toFixed(2)}d ${fit.model} ${n - out}/${n} vol ${(100 * smileVol(fit.smile, 0)).toFixed(1)} misses ${misses.slice(0, 12).join(' ')}`,
      );
  });
  const bad = violations(fits);
  const time = typicalTime(() => fitSurface(chain.slices), 5);
  console.log(
    `${chain.name}: inside ${((100 * inside) / total).toFixed(1)} % of ${total}, butterfly ${bad.butterfly}, calendar ${bad.calendar}, ` +
      `${fits.filter((f) => f !== null).length}/${fits.length} slices ${fits.map((f) => f?.model[0] ?? '-').join('')}, ${time.toFixed(2)} ms, notes ${fits.filter((f) => f?.note).length}`,
  );
  if (verbose) console.log(worst.join('\n'));
  return [inside, total];
}

if (existsSync(`${SHARED}/vectors/chain_quotes.csv`)) scoreSynthetic();
const recordings = `${SHARED}/data/recordings`;
if (existsSync(recordings) && !process.argv.includes('--synthetic')) {
  for (const file of readdirSync(recordings)) {
    const path = `${recordings}/${file}`;
    const name = file.replace('.jsonl.gz', '');
    const chains = name.startsWith('okx') ? okxChains(path, name) : deribitChains(path, name);
    const crash = name.includes('crash-days');
    let inside = 0;
    let total = 0;
    for (const [i, chain] of chains.entries()) {
      if (crash && !verbose && i % 8 > 1) continue;
      const [a, b] = scoreReal(chain);
      inside += a;
      total += b;
    }
    console.log(`== ${name}: ${((100 * inside) / total).toFixed(2)} % inside of ${total}`);
  }
}
