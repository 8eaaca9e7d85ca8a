import type { ContractFigures } from '#analytics/data/contract-figures.ts';
import type { QuoteState, Report } from '#analytics/report.ts';
import type { EpochMs } from '#base/time.ts';
import { DROP_WORDS } from '#app/reading/drop-words.ts';

/** One contract with everything that can be said of it; numbers as they are, missing is null. */
export interface ContractRow {
  readonly instrument: string;
  readonly expiry: EpochMs;
  readonly expiryLabel: string;
  readonly strike: number;
  readonly right: 'put' | 'call';
  readonly state: QuoteState;
  readonly used: boolean;
  /** `used`, or why not. */
  readonly fate: string;
  /** Since the venue's stamp, at the chain's own time. */
  readonly ageMs: number | null;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly bidSize: number | null;
  readonly askSize: number | null;
  readonly spreadTicks: number | null;
  /** Vol points. */
  readonly spreadVol: number | null;
  readonly bidVol: number | null;
  readonly askVol: number | null;
  readonly markVol: number | null;
  readonly venueVol: number | null;
  /** Ours less theirs, vol points. */
  readonly venueGap: number | null;
  readonly fitVol: number | null;
  readonly openInterest: number | null;
  readonly volume: number | null;
}

const STATE_WORDS: Readonly<Record<QuoteState, string>> = {
  'two-sided': 'bid and ask',
  'bid-only': 'bid only',
  'ask-only': 'ask only',
  none: 'no quote',
  crossed: 'crossed',
  'below-intrinsic': 'below intrinsic',
  'above-maximum': 'above maximum',
  expired: 'expired',
  stale: 'stale',
};

/** What the book looks like, in a word or two. */
export function stateWords(state: QuoteState): string {
  return STATE_WORDS[state];
}

const points = (vol: number | null): number | null => (vol === null ? null : vol * 100);
const less = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : (a - b) * 100;

/** Every contract of the report, in its order; expired ones, of which nothing is to be read any more, last. */
export function contractRows(report: Report, figures: ContractFigures): readonly ContractRow[] {
  const rows = listedRows(report, figures);
  const [live, expired] = [false, true].map((ended) =>
    rows.filter(({ state }) => (state === 'expired') === ended),
  );
  return [...(live ?? []), ...(expired ?? [])];
}

function listedRows(report: Report, figures: ContractFigures): readonly ContractRow[] {
  const labels = new Map(report.expiries.map(({ expiry, label }) => [expiry, label]));
  return report.points.map((point, row) => {
    const at = figures.at[row] ?? null;
    return {
      instrument: point.instrument,
      expiry: point.expiry,
      expiryLabel: labels.get(point.expiry) ?? '',
      strike: point.strike,
      right: point.right,
      state: point.state,
      used: point.reason === null,
      fate: point.reason === null ? 'used' : DROP_WORDS[point.reason],
      ageMs: at === null ? null : Math.max(0, report.asOf - at),
      bid: figures.bid[row] ?? null,
      ask: figures.ask[row] ?? null,
      bidSize: figures.bidSize[row] ?? null,
      askSize: figures.askSize[row] ?? null,
      spreadTicks: figures.spreadTicks[row] ?? null,
      spreadVol: less(point.askVol, point.bidVol),
      bidVol: points(point.bidVol),
      askVol: points(point.askVol),
      markVol: points(point.markVol),
      venueVol: points(point.venueMarkVol),
      venueGap: less(point.markVol, point.venueMarkVol),
      fitVol: points(point.fitVol),
      openInterest: figures.openInterest[row] ?? null,
      volume: figures.volume[row] ?? null,
    };
  });
}
