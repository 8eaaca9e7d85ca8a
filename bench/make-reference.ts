// Writes the committed reference tables of src/quant: `npx tsx bench/make-reference.ts`. Seeded, takes about a minute.
import { writeFileSync } from 'node:fs';
import {
  type ReferenceOption,
  referenceGreeks,
  referencePrice,
  referenceSpecial,
  referenceVol,
} from './black-reference.ts';

let state = 20260131;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
}
const between = (low: number, high: number): number => low + (high - low) * random();
const logBetween = (low: number, high: number): number => Math.exp(between(Math.log(low), Math.log(high)));
const digits = (x: number, count: number): number => Number(x.toPrecision(count));

interface Draw {
  /** ln(K/F). */
  readonly k: number;
  readonly years: number;
  readonly vol: number;
  readonly inTheMoney?: boolean;
}
const MINUTE = 1 / 525600;
const deviations = (years: number, vol: number, width: number): Draw => ({
  k: between(-width, width) * vol * Math.sqrt(years),
  years,
  vol,
});
const ofStdDev = (stdDev: number, k: number): Draw => {
  const years = digits(logBetween(0.003, 2), 12);
  return { k, years, vol: stdDev / Math.sqrt(years) };
};
const regions: Readonly<Record<string, () => Draw>> = {
  ordinary: () => deviations(logBetween(1 / 365, 1), between(0.2, 1.5), 4),
  intraday: () => deviations(logBetween(MINUTE, 1 / 365), between(0.2, 1.5), 4),
  atTheMoney: () => ofStdDev(logBetween(1e-9, 12), 0),
  nearTheMoney: () => ofStdDev(logBetween(0.01, 1.5), Math.sign(between(-1, 1)) * logBetween(1e-12, 0.02)),
  tinyVol: () => {
    const stdDev = logBetween(1e-8, 2e-3);
    return ofStdDev(stdDev, between(-5, 5) * stdDev);
  },
  deepOut: () => {
    const stdDev = logBetween(1e-3, 0.8);
    return ofStdDev(stdDev, Math.sign(between(-1, 1)) * between(8, 36) * stdDev);
  },
  inTheMoney: () => ({ ...deviations(logBetween(1 / 365, 1), between(0.2, 1.5), 5), inTheMoney: true }),
  middle: () => ofStdDev(between(0.8, 3), between(-3, 3)),
  hugeVol: () => ofStdDev(between(2, 13), between(-8, 8)),
  extreme: () => {
    const k = Math.sign(between(-1, 1)) * logBetween(8, 600);
    return ofStdDev(between(Math.abs(k) / 30, Math.sqrt(2 * Math.abs(k)) * 1.3), k);
  },
};

function optionOf(draw: Draw): ReferenceOption {
  const forward = digits(Math.abs(draw.k) > 100 ? 1 : logBetween(0.5, 1e5), 7);
  const strike =
    draw.k === 0 ? forward : digits(forward * Math.exp(draw.k), Math.abs(draw.k) < 1e-3 ? 17 : 8);
  const outCall = strike >= forward;
  return {
    right: outCall === (draw.inTheMoney ?? false) ? 'put' : 'call',
    forward,
    strike,
    years: digits(draw.years, 12),
    discount: random() < 0.5 ? 1 : digits(between(0.9, 1.01), 10),
  };
}

function volRows(perRegion: number): unknown[] {
  const rows: unknown[] = [];
  for (const [region, draw] of Object.entries(regions)) {
    for (let found = 0; found < perRegion;) {
      const drawn = draw();
      const option = optionOf(drawn);
      const price = referencePrice(option, drawn.vol);
      const { right, forward, strike, years, discount } = option;
      const bound = discount * (right === 'call' ? forward : strike);
      const intrinsic = discount * Math.max(right === 'call' ? forward - strike : strike - forward, 0);
      if (!(price > Math.max(intrinsic * (1 + 1e-13), 1e-300) && price < bound * (1 - 1e-12))) continue;
      const { vol, attainable } = referenceVol(option, price, drawn.vol);
      rows.push([region, right, forward, strike, years, discount, price, vol, digits(attainable, 6)]);
      found += 1;
    }
  }
  return rows;
}

function greekRows(count: number): unknown[] {
  return Array.from({ length: count }, (_, i) => {
    const hard = i % 4 === 3;
    const drawn = hard ? deviations(logBetween(MINUTE, 3), logBetween(0.02, 3), 8) : regions['ordinary']!();
    const option = { ...optionOf(drawn), right: random() < 0.5 ? ('call' as const) : ('put' as const) };
    const vol = digits(drawn.vol, 12);
    return { region: hard ? 'hard' : 'ordinary', ...option, vol, ...referenceGreeks(option, vol) };
  });
}

function specialRows(perFunction: number): unknown[] {
  const ranges: Readonly<Record<string, () => number>> = {
    normalCdf: () => between(-37, 8),
    logNormalCdf: () => between(-37, 8),
    erfc: () => between(-3, 26),
    erfcx: () => between(-20, 26),
    inverseNormalCdf: () => (random() < 0.5 ? logBetween(1e-300, 0.5) : random()),
  };
  return Object.entries(ranges).flatMap(([name, draw]) =>
    Array.from({ length: perFunction }, () => {
      const x = draw();
      return [name, x, referenceSpecial(name, x)];
    }),
  );
}

function write(path: string, note: string, rows: readonly unknown[]): void {
  const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  writeFileSync(path, `{\n  "note": ${JSON.stringify(note)},\n  "rows": [\n${lines}\n  ]\n}\n`);
  console.log(`${path}: ${rows.length} rows`);
}

const made = 'Made by bench/make-reference.ts in 1600-bit fixed point.';
write(
  'src/quant/special/special.reference.json',
  `${made} Rows: function, argument, value.`,
  specialRows(30),
);
write(
  'src/quant/black/implied-vol.reference.json',
  `${made} Rows: region, right, F, K, T, df, price, exact inverse of that price, relative worth of one ulp of the price.`,
  volRows(24),
);
write(
  'src/quant/black/greeks.reference.json',
  `${made} Inputs, values, and the larger term of each sum that can cross zero.`,
  greekRows(48),
);
