import { densityMoments } from '#quant/density/moments.ts';
import { densityQuantiles } from '#quant/density/quantile.ts';
import { tailProbability } from '#quant/density/tail-probability.ts';
import { localVolGrid } from '#quant/local-vol/local-vol.ts';
import { linearInVariance } from '#quant/local-vol/smile-at.ts';
import { atmForwardVol, deltaSkew } from '#quant/skew/delta-skew.ts';
import { FORWARD_DELTA, PREMIUM_ADJUSTED_DELTA, deltaNeutralStrike } from '#quant/skew/delta-strike.ts';
import { marketStrangle } from '#quant/skew/market-strangle.ts';
import { smileShape } from '#quant/skew/smile-shape.ts';
import type { Smile } from '#quant/smile.ts';
import { rawSviSmile } from '#quant/svi/raw-svi.ts';
import { varianceSwap } from '#quant/variance/variance-swap.ts';

// Medians of the metrics of one expiry, with the cost of Math.exp in the same run, so that machines can be compared.

// Short passes, so that the best of them is not interrupted on a busy machine.
const SMILES = 12;
const PASSES = 301;
const QUOTED = { lo: -0.25, hi: 0.2 };
const CONVENTIONS = [FORWARD_DELTA, PREMIUM_ADJUSTED_DELTA];
let sink = 0;

/** Slices from one day to one year, a new object each time, so that nothing is remembered between passes. */
function slices(): Smile[] {
  return Array.from({ length: SMILES }, (_, i) => {
    const years = (1 + (364 * i) / SMILES) / 365;
    const w = 0.36 * years;
    const b = 0.25 * Math.sqrt(w) * (1 - 0.3 * years);
    const sigma = 0.9 * Math.sqrt(w);
    return rawSviSmile({ a: w - b * sigma, b, rho: -0.35, m: 0.05 * Math.sqrt(w), sigma }, years);
  });
}

function deltas(smile: Smile): number {
  let sum = 0;
  for (const convention of CONVENTIONS) {
    for (const delta of [0.1, 0.15, 0.25]) {
      const { riskReversal } = deltaSkew(smile, { delta, convention, centre: 'atm-forward' });
      sum += riskReversal.ok ? riskReversal.value : 0;
    }
  }
  return sum;
}

function moments(smile: Smile): number {
  const found = densityMoments(smile, QUOTED);
  return found.ok ? found.value.kurtosis : 0;
}

function swap(smile: Smile): number {
  const found = varianceSwap(smile, QUOTED);
  return found.ok ? found.value.vol : 0;
}

function quantiles(smile: Smile): number {
  let sum = 0;
  for (const found of densityQuantiles(smile, [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99], QUOTED)) {
    sum += found.ok ? found.value.k : 0;
  }
  return sum + tailProbability(smile, -0.1, QUOTED).below;
}

function whole(smile: Smile): number {
  const straddle = deltaNeutralStrike(smile, FORWARD_DELTA);
  const shape = smileShape(smile).curvature + atmForwardVol(smile) + (straddle.ok ? straddle.value.vol : 0);
  return shape + deltas(smile) + swap(smile) + moments(smile) + quantiles(smile);
}

function strangle(smile: Smile): number {
  const found = marketStrangle(smile, { delta: 0.25, convention: FORWARD_DELTA, centre: 'delta-neutral' });
  return found.ok ? found.value.vol : 0;
}

/** Microseconds a call: median, and the spread from the lower to the upper quartile. */
function measure(name: string, calls: number, pass: () => void): void {
  const times: number[] = [];
  for (let i = 0; i < PASSES; i++) {
    const start = performance.now();
    pass();
    times.push((1e3 * (performance.now() - start)) / calls);
  }
  const sorted = times.toSorted((p, q) => p - q);
  const at = (share: number): string => (sorted[Math.floor(share * PASSES)] ?? Number.NaN).toFixed(3);
  console.log(`${name.padEnd(52)} ${at(0.5).padStart(10)} µs   [${at(0.25)}, ${at(0.75)}]   best ${at(0)}`);
}

function perSmile(name: string, metric: (smile: Smile) => number): void {
  measure(name, SMILES, () => {
    for (const smile of slices()) sink += metric(smile);
  });
}

measure('Math.exp', 2e4, () => {
  for (let i = 0; i < 2e4; i++) sink += Math.exp(-5e-5 * i);
});
perSmile('12 delta strikes (10, 15, 25; both conventions)', deltas);
perSmile('variance swap with truncated shares', swap);
perSmile('moments with extrapolated shares', moments);
perSmile('7 quantiles and a tail probability', quantiles);
perSmile('all of the above, straddle and shape: one expiry', whole);
perSmile('market strangle', strangle);
const surface = linearInVariance(slices());
const logStrikes = Array.from({ length: 61 }, (_, i) => -0.6 + 0.02 * i);
const times = Array.from({ length: 40 }, (_, i) => 0.01 + 0.02 * i);
measure('local vol, 61 × 40 grid, a point', 61 * 40, () => {
  sink += localVolGrid(surface, logStrikes, times).length;
});
console.log(Number.isFinite(sink) ? '' : 'a metric was not finite');
