// Cost of an inversion, a price and a set of greeks, by region. Bundle first, since under tsx every Math.exp and Math.log
// costs three times as much as in plain Node or a browser:
// `npx rolldown bench/quant-black.ts --platform node -f esm -o .cache/quant-black.mjs && node .cache/quant-black.mjs`
import { blackPrice } from '../src/quant/black/black-price.ts';
import { blackGreeks } from '../src/quant/black/greeks.ts';
import { impliedVol } from '../src/quant/black/implied-vol.ts';
import { type ImpliedVolInput, impliedVols } from '../src/quant/black/implied-vols.ts';
import { printTimings, timeInTurn } from './timing.ts';

const COUNT = 3000;
const ROUNDS = 200;

let state = 12345;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
}
const between = (low: number, high: number): number => low + (high - low) * random();
const logBetween = (low: number, high: number): number => Math.exp(between(Math.log(low), Math.log(high)));

interface Option {
  readonly forward: number;
  readonly strike: number;
  readonly years: number;
  readonly discount: number;
  readonly vol: number;
  readonly right: 'call' | 'put';
}
const DAY = 1 / 365;

function option(years: number, vol: number, k: number): Option {
  const forward = logBetween(1000, 1e5);
  const strike = forward * Math.exp(k);
  const discount = random() < 0.5 ? 1 : between(0.95, 1);
  return { forward, strike, years, discount, vol, right: strike >= forward ? 'call' : 'put' };
}
function within(years: number, deviations: number): Option {
  const vol = between(0.2, 1.5);
  return option(years, vol, between(-deviations, deviations) * vol * Math.sqrt(years));
}
const regions: Readonly<Record<string, () => Option>> = {
  'realistic, a day to a year': () => within(logBetween(DAY, 1), 4),
  'realistic, minutes to a day': () => within(logBetween(DAY / 1440, DAY), 4),
  'at the money': () => option(logBetween(DAY, 2), between(0.1, 2), 0),
  'far out of the money': () => {
    const years = logBetween(DAY, 1);
    const vol = between(0.2, 0.8);
    return option(years, vol, between(6, 20) * vol * Math.sqrt(years));
  },
  'huge vol': () => option(1, between(2, 8), between(-5, 5)),
};

function columns(options: readonly Option[]): ImpliedVolInput {
  const of = (read: (option: Option) => number): Float64Array => Float64Array.from(options, read);
  return {
    prices: of((o) => blackPrice(o.forward, o.strike, o.vol, o.years, o.discount, o.right)),
    forwards: of((o) => o.forward),
    strikes: of((o) => o.strike),
    years: of((o) => o.years),
    discounts: of((o) => o.discount),
    rights: Uint8Array.from(options, (o) => (o.right === 'call' ? 1 : 0)),
  };
}

/** Everything computed ends here, so that nothing can be left out. */
let sink = 0;
const arguments_ = Float64Array.from({ length: COUNT }, () => between(-20, 0));
const yardstick = 'Math.exp';
const jobs = [
  {
    name: yardstick,
    items: COUNT,
    run: (): void => {
      let sum = 0;
      for (let i = 0; i < COUNT; i += 1) sum += Math.exp(arguments_[i]!);
      sink += sum;
    },
  },
  ...Object.entries(regions).map(([region, draw]) => {
    const input = columns(Array.from({ length: COUNT }, draw));
    const out = { vols: new Float64Array(COUNT), status: new Uint8Array(COUNT) };
    return {
      name: `inversion: ${region}`,
      items: COUNT,
      run: (): void => {
        sink += impliedVols(input, out);
      },
    };
  }),
];

const everyday = Array.from({ length: COUNT }, regions['realistic, a day to a year']!);
const everydayPrices = columns(everyday).prices;
const doors = [
  {
    name: 'impliedVol, one at a time',
    items: COUNT,
    run: (): void => {
      everyday.forEach((o, i) => {
        const vol = impliedVol(everydayPrices[i]!, o.forward, o.strike, o.years, o.discount, o.right);
        if (vol.ok) sink += vol.value;
      });
    },
  },
  {
    name: 'blackPrice',
    items: COUNT,
    run: (): void => {
      for (const o of everyday) sink += blackPrice(o.forward, o.strike, o.vol, o.years, o.discount, o.right);
    },
  },
  {
    name: 'blackGreeks, all eighteen',
    items: COUNT,
    run: (): void => {
      for (const o of everyday)
        sink += blackGreeks(o.forward, o.strike, o.vol, o.years, o.discount, o.right).speed;
    },
  },
];

printTimings(
  `Black-76, ${ROUNDS} rounds of ${COUNT} options`,
  timeInTurn([...jobs, ...doors], ROUNDS),
  yardstick,
);
if (!Number.isFinite(sink)) throw new Error('a bench computed something that is not finite');
