import { blackTimeValue } from '#quant/black/black-price.ts';
import { type TrueSlice, trueTotalVariance } from './true-surface.ts';

const NODES = 60;
const REACH = 8;

/**
 * Fair vol of a variance swap on a slice, a decimal per year: the strip of out-of-the-money options weighted by 1/K²
 * (Carr and Madan 1998), integrated in log strike over eight standard deviations to either side.
 */
export function varianceSwapVol(slice: TrueSlice): number {
  const step = (2 * REACH * Math.sqrt(slice.theta)) / NODES;
  let strip = 0;
  for (let i = 0; i <= NODES; i++) {
    const k = (i - NODES / 2) * step;
    const weight = i === 0 || i === NODES ? 0.5 : 1;
    const deviation = Math.sqrt(trueTotalVariance(slice, k));
    strip += (weight * blackTimeValue(1, Math.exp(k), deviation) * step) / Math.exp(k);
  }
  // The strip has a kink of slope one at the forward, which the trapezoid rule overrates by step²/12.
  return Math.sqrt((2 * (strip - (step * step) / 12)) / slice.years);
}
