import { normalCdf } from '../../special/normal.ts';

/** At-the-money vol, 25-delta risk reversal (call − put) and butterfly at the two given log-strikes. */
export interface SliceMetrics {
  readonly atm: number;
  readonly riskReversal: number;
  readonly butterfly: number;
}

/** The log-strikes of the 25-delta (forward) put and call of a smile given as vol of log-strike, by bisection. */
export function delta25Strikes(
  years: number,
  vol: (k: number) => number,
): readonly [put: number, call: number] {
  const callDelta = (k: number): number => {
    const deviation = vol(k) * Math.sqrt(years);
    return normalCdf(-k / deviation + deviation / 2);
  };
  const width = 4 * vol(0) * Math.sqrt(years);
  const solve = (delta: number): number => {
    let low = -width;
    let high = width;
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (callDelta(middle) > delta) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return [solve(0.75), solve(0.25)];
}

/** The three metrics of one smile at its own 25-delta strikes. */
export function sliceMetrics(years: number, vol: (k: number) => number): SliceMetrics {
  const [put, call] = delta25Strikes(years, vol);
  const atm = vol(0);
  return { atm, riskReversal: vol(call) - vol(put), butterfly: (vol(call) + vol(put)) / 2 - atm };
}
