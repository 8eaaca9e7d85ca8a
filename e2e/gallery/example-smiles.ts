import { expiryColour } from '#charts/expiry-colour.ts';
import type {
  SmileAxisKind,
  SmileCurve,
  SmileMarker,
  SmileModel,
  SmileQuote,
} from '#charts/smile/smile-model.ts';

export type QuoteChange = (quote: SmileQuote, index: number) => SmileQuote;

/** A smile by its traits: vol points at the forward, tilt and bend per expected move. */
export interface ExampleSmile {
  readonly label: string;
  readonly days: number;
  readonly atm: number;
  readonly tilt: number;
  readonly bend: number;
  readonly forward: number;
  readonly strikes: readonly number[];
  /** Half-spread in vol points at the forward; it widens with distance. */
  readonly halfSpread: number;
  readonly change?: QuoteChange;
}

const marks: readonly (readonly [SmileMarker['kind'], 'put' | 'call', number])[] = [
  ['10Δ', 'put', -1.28],
  ['25Δ', 'put', -0.67],
  ['25Δ', 'call', 0.67],
  ['10Δ', 'call', 1.28],
];

function width(smile: ExampleSmile): number {
  return (smile.atm / 100) * Math.sqrt(smile.days / 365);
}

function volAt(smile: ExampleSmile, moves: number): number {
  return Math.max(3, smile.atm + smile.tilt * moves + smile.bend * (Math.sqrt(1 + moves * moves) - 1) * 2);
}

function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    Math.exp((-z * z) / 2) *
    0.3989423 *
    t *
    (0.3193815 + t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
  return z > 0 ? 1 - tail : tail;
}

function place(smile: ExampleSmile, axis: SmileAxisKind, moves: number): number {
  const k = moves * width(smile);
  const strike = smile.forward * Math.exp(k);
  const spread = volAt(smile, moves) / smile.atm;
  const places: Record<SmileAxisKind, number> = {
    strike,
    'percent-of-forward': (100 * strike) / smile.forward,
    'log-moneyness': k,
    'expected-moves': moves,
    delta: normal(moves / spread),
  };
  return places[axis];
}

function quoteAt(smile: ExampleSmile, axis: SmileAxisKind, strike: number): SmileQuote {
  const moves = Math.log(strike / smile.forward) / width(smile);
  const fit = volAt(smile, moves);
  const wobble = Math.sin(strike * 12.9898) * 0.4 * smile.halfSpread;
  const half = smile.halfSpread * (1 + moves * moves * 0.6);
  const right = moves < 0 ? 'put' : 'call';
  return {
    id: `${smile.label}-${strike}-${right}`,
    x: place(smile, axis, moves),
    strike,
    right,
    bid: fit + wobble - half,
    ask: fit + wobble + half,
    mid: fit + wobble,
    venueMark: fit + wobble * 0.3,
    last: null,
    fit,
    standing: 'used',
    note: null,
    details: () => [],
  };
}

function curveOf(smile: ExampleSmile, axis: SmileAxisKind, colour: string): SmileCurve {
  const quotes = smile.strikes.map((strike, index) => {
    const quote = quoteAt(smile, axis, strike);
    return smile.change?.(quote, index) ?? quote;
  });
  const used = quotes.filter(({ standing }) => standing === 'used').map(({ x }) => x);
  const steps = Array.from({ length: 121 }, (_, i) => -6 + i / 10);
  return {
    expiryId: smile.label,
    label: smile.label,
    days: smile.days,
    colour,
    quotes,
    fit: steps.map((moves) => ({
      x: place(smile, axis, moves),
      vol: volAt(smile, moves),
      strike: place(smile, 'strike', moves),
    })),
    quotedRange: used.length > 0 ? [Math.min(...used), Math.max(...used)] : null,
    markers: marks.map(([kind, right, moves]) => ({
      kind,
      right,
      x: place(smile, axis, moves),
      vol: volAt(smile, moves),
      strike: place(smile, 'strike', moves),
    })),
    forwardX: place(smile, axis, 0),
    spotX: null,
    compared: false,
    absence: null,
  };
}

export function exampleModel(
  smiles: readonly ExampleSmile[],
  axis: SmileAxisKind = 'expected-moves',
  rest: Partial<SmileModel> = {},
): SmileModel {
  return {
    axis,
    strikeUnit: 'USD',
    strikeDecimals: 0,
    volDecimals: 1,
    curves: smiles.map((smile, i) => curveOf(smile, axis, expiryColour(i, smiles.length))),
    xDomain: null,
    volDomain: null,
    emptyText: 'no quotes for the chosen expiries',
    ...rest,
  };
}

export function strikesBetween(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

/** The same smiles with some traits of their own. */
export function reshaped(
  smiles: readonly ExampleSmile[],
  traits: (smile: ExampleSmile, index: number) => Partial<ExampleSmile>,
): readonly ExampleSmile[] {
  const changed: ExampleSmile[] = [];
  for (const [i, smile] of smiles.entries()) changed.push({ ...smile, ...traits(smile, i) });
  return changed;
}

const forward = 62_900;
/** Four expiries of a quiet day. */
export const calmSmiles: readonly ExampleSmile[] = [
  {
    label: '17 JUL',
    days: 9,
    atm: 37.2,
    tilt: -4,
    bend: 3.2,
    forward,
    strikes: strikesBetween(50_000, 72_000, 1000),
    halfSpread: 0.6,
  },
  {
    label: '31 JUL',
    days: 23,
    atm: 36.8,
    tilt: -4.1,
    bend: 3,
    forward,
    strikes: strikesBetween(44_000, 84_000, 2000),
    halfSpread: 0.5,
  },
  {
    label: '25 SEP',
    days: 79,
    atm: 38.7,
    tilt: -3.9,
    bend: 3.1,
    forward: 63_300,
    strikes: strikesBetween(35_000, 110_000, 5000),
    halfSpread: 0.5,
  },
  {
    label: '26 MAR',
    days: 261,
    atm: 43.5,
    tilt: -3,
    bend: 3.4,
    forward: 64_400,
    strikes: strikesBetween(30_000, 160_000, 10_000),
    halfSpread: 0.7,
  },
];

/** Six expiries chosen among the many of an index: two settle on the same day. */
export const indexSmiles: readonly ExampleSmile[] = [
  ['18 SEP AM', 23],
  ['18 SEP PM', 23.3],
  ['16 OCT', 51],
  ['18 DEC', 114],
  ['18 JUN 27', 296],
  ['15 DEC 28', 842],
].map(([label, days], i) => ({
  label: String(label),
  days: Number(days),
  atm: 13.5 + 1.1 * i,
  tilt: -4.4 + 0.2 * i,
  bend: 1.2,
  forward: 6480 + 50 * i,
  strikes: i < 3 ? strikesBetween(5300, 7300, 50) : strikesBetween(4000, 8000, 200),
  halfSpread: 0.12 + 0.1 * i,
}));

export const smileText = {
  title: 'Smile',
  howToRead: 'Implied vol from bid to ask, with the fitted smile; dashed beyond the quotes',
  summary: 'Puts below the forward carry more vol than calls above it at every expiry drawn.',
};
