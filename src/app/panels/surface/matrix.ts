import type { SurfacePoint, SurfaceStudy } from '#analytics/surface/surface-study.ts';
import { heatColour, heatScale } from '#charts/surface/heat-scale.ts';
import { numberText, signedText } from '#charts/number-text.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import type { QuantityWords } from './quantities.ts';
import { strikeDecimals } from './strike-decimals.ts';

export interface MatrixCell {
  readonly id: string;
  readonly text: string;
  /** From the map's ramp; null where nothing is listed or known. */
  readonly colour: string | null;
  /** Rests on no quote of its own. */
  readonly faint: boolean;
}

export interface MatrixRow {
  readonly strike: number;
  readonly text: string;
  /** One a column; written when the row is drawn, since an index has tens of thousands. */
  readonly cells: () => readonly MatrixCell[];
}

/** Strikes down, expiries across, one quantity's numbers. */
export interface FixedStrikeMatrix {
  readonly unit: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly colour: string }[];
  readonly rows: readonly MatrixRow[];
  /** Expiries without a number, which have no column. */
  readonly absent: readonly string[];
  /** All strikes there are, of which `rows` may be some. */
  readonly strikes: number;
  /** Row at which the forward of the nearest expiry stands: the first strike not below it. */
  readonly forwardRow: number;
}

/** So many strikes are shown until all are asked for. */
const FEW = 40;

interface Asked {
  readonly words: QuantityWords;
  readonly all: boolean;
}

export function fixedStrikeMatrix(
  { points }: SurfaceStudy,
  expiries: readonly DrawnExpiry[],
  { words, all }: Asked,
): FixedStrikeMatrix {
  const byStrike = new Map<number, Map<string, SurfacePoint>>();
  for (const point of points) {
    const own = byStrike.get(point.strike) ?? new Map<string, SurfacePoint>();
    byStrike.set(point.strike, own.set(String(point.expiry), point));
  }
  const strikes = [...byStrike.keys()].toSorted((a, b) => a - b);
  const decimals = strikeDecimals(strikes);
  const shown = all ? strikes : mostQuoted(strikes, byStrike);
  const scale = heatScale(
    points.map(words.ofPoint).filter((value) => value !== null),
    words.spread,
    words.decimals,
  );
  const write = words.spread === 'diverging' ? signedText : numberText;
  const forward = expiries.find(({ report }) => report.forward !== null)?.report.forward ?? 0;
  const valued = new Set(
    points.filter((point) => words.ofPoint(point) !== null).map(({ expiry }) => String(expiry)),
  );
  const columns = expiries.filter(({ id }) => valued.has(id));
  const rows = shown.map((strike) => ({
    strike,
    text: numberText(strike, decimals),
    cells: () =>
      columns.map(({ id }): MatrixCell => {
        const point = byStrike.get(strike)?.get(id);
        const value = point === undefined ? null : words.ofPoint(point);
        return {
          id,
          text: point === undefined ? '' : write(value, words.decimals),
          colour: value === null || scale === null ? null : heatColour(scale, scale.levelOf(value)),
          faint: point !== undefined && !point.used,
        };
      }),
  }));
  const at = shown.findIndex((strike) => strike >= forward);
  return {
    unit: words.label,
    columns: columns.map(({ id, label, colour }) => ({ id, label, colour })),
    rows,
    absent: expiries.filter(({ id }) => !valued.has(id)).map(({ label }) => label),
    strikes: strikes.length,
    forwardRow: at < 0 ? rows.length : at,
  };
}

/** The strikes that most expiries quote, in order. */
function mostQuoted(
  strikes: readonly number[],
  byStrike: ReadonlyMap<number, ReadonlyMap<string, SurfacePoint>>,
): readonly number[] {
  const quotes = new Map(
    strikes.map((strike) => [
      strike,
      [...(byStrike.get(strike)?.values() ?? [])].filter(({ used }) => used).length,
    ]),
  );
  const ranked = strikes.toSorted((a, b) => (quotes.get(b) ?? 0) - (quotes.get(a) ?? 0) || a - b);
  return ranked.slice(0, FEW).toSorted((a, b) => a - b);
}
