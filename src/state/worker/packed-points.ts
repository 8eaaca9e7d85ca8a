import type { DropReason, QuoteState, ReportPoint } from '#analytics/report.ts';
import { assert } from '#base/assert.ts';
import { epochMs } from '#base/time.ts';
import type { OptionRight } from '#market/instrument.ts';

/** Words of which few differ: each once, and where among them every row's is. */
interface WordColumn<T> {
  readonly words: readonly T[];
  readonly places: Uint8Array;
}

const FIGURES = [
  'expiry',
  'strike',
  'k',
  'forward',
  'bidVol',
  'askVol',
  'midVol',
  'markVol',
  'venueMarkVol',
  'fitVol',
  'delta',
] as const satisfies readonly (keyof ReportPoint)[];

/** Points as columns: tens of thousands of objects would stop the page for a fifth of a second while they arrive. */
export interface PackedPoints {
  readonly instruments: readonly string[];
  /** Row after row, in the order of `FIGURES`; NaN where missing. */
  readonly figures: Float64Array;
  readonly rights: WordColumn<OptionRight>;
  readonly states: WordColumn<QuoteState>;
  readonly reasons: WordColumn<DropReason | null>;
}

function wordColumn<T>(points: readonly ReportPoint[], wordOf: (point: ReportPoint) => T): WordColumn<T> {
  const known = new Map<T, number>();
  const places = new Uint8Array(points.length);
  points.forEach((point, row) => {
    const word = wordOf(point);
    const place = known.get(word) ?? known.size;
    if (place === known.size) known.set(word, place);
    places[row] = place;
  });
  return { words: [...known.keys()], places };
}

function wordAt<T>({ words, places }: WordColumn<T>, row: number): T {
  const word = words[places[row] ?? 0];
  assert(word !== undefined, 'a row of a column of words must name one of them');
  return word;
}

export function packPoints(points: readonly ReportPoint[]): PackedPoints {
  const figures = new Float64Array(points.length * FIGURES.length);
  points.forEach((point, row) => {
    for (let column = 0; column < FIGURES.length; column += 1)
      figures[row * FIGURES.length + column] = point[FIGURES[column] ?? 'k'] ?? Number.NaN;
  });
  return {
    instruments: points.map(({ instrument }) => instrument),
    figures,
    rights: wordColumn(points, ({ right }) => right),
    states: wordColumn(points, ({ state }) => state),
    reasons: wordColumn(points, ({ reason }) => reason),
  };
}

export function unpackPoints({
  instruments,
  figures,
  rights,
  states,
  reasons,
}: PackedPoints): readonly ReportPoint[] {
  const sure = (place: number): number => figures[place] ?? Number.NaN;
  const known = (place: number): number | null => {
    const figure = sure(place);
    return Number.isNaN(figure) ? null : figure;
  };
  return instruments.map((instrument, row) => {
    const first = row * FIGURES.length;
    return {
      instrument,
      expiry: epochMs(sure(first)),
      strike: sure(first + 1),
      right: wordAt(rights, row),
      k: known(first + 2),
      forward: known(first + 3),
      bidVol: known(first + 4),
      askVol: known(first + 5),
      midVol: known(first + 6),
      markVol: known(first + 7),
      venueMarkVol: known(first + 8),
      fitVol: known(first + 9),
      delta: known(first + 10),
      state: wordAt(states, row),
      reason: wordAt(reasons, row),
    };
  });
}
