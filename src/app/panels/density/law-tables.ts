import type { ExpiryDensity } from '#analytics/density/expiry-density.ts';
import { QUANTILES } from '#analytics/density/quantile-readings.ts';
import { chanceText } from '#charts/density/density-reading.ts';
import { noNumber, numberText, signedText } from '#charts/number-text.ts';
import { absenceInWords, daysFigure, daysLeft } from '#app/reading/expiry-words.ts';
import { chanceBelow, type LawOfExpiry, rangeBelow } from './view-model.ts';

/** One expiry as a line of a table; every cell is text fit for the screen. */
export interface LawRow {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly cells: readonly string[];
  /** What the spread leaves open of each cell; empty where the table tells it elsewhere. */
  readonly ranges: readonly string[];
  /** Why the figures are missing; null when they are not. */
  readonly absence: string | null;
}

export interface LawTable {
  readonly id: 'chances' | 'quantiles' | 'moments';
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly LawRow[];
}

interface Shown {
  readonly level: number;
  readonly unit: string;
  readonly decimals: number;
}

function tableOf(
  laws: readonly LawOfExpiry[],
  {
    ranges,
    ...words
  }: Omit<LawTable, 'rows'> & {
    readonly ranges?: (density: ExpiryDensity) => readonly string[];
  },
  cells: (density: ExpiryDensity, law: LawOfExpiry) => readonly string[],
): LawTable {
  const rows = laws.map((law): LawRow => {
    const { drawn, density } = law;
    const absence = density === null ? (absenceInWords(drawn.report) ?? 'being worked out') : null;
    return {
      id: drawn.id,
      label: drawn.label,
      colour: drawn.colour,
      cells: density === null ? [] : cells(density, law),
      ranges: density === null ? [] : (ranges?.(density) ?? []),
      absence,
    };
  });
  return { ...words, rows };
}

function tailTable(laws: readonly LawOfExpiry[], { level, unit, decimals }: Shown): LawTable {
  const words = {
    id: 'chances' as const,
    title: `Chances around ${numberText(level, decimals)} ${unit}`,
    note: '“Bid to ask” is the widest of four fits: through the bids, through the asks, and through the bids of one wing with the asks of the other, as for the risk reversal; the lognormal has the vol at the forward and no skew',
    columns: [
      'Days',
      'Forward',
      'Level, % of forward',
      'Below',
      'Bid to ask',
      'Above',
      'Lognormal below',
      'Rests on',
    ],
  };
  return tableOf(laws, words, (density, { drawn }) => {
    const k = Math.log(level / density.forward);
    const below = chanceBelow(density, density.mid, k);
    const range = rangeBelow(density, k);
    const quoted = density.quotedRange;
    const inside = quoted !== null && k >= quoted[0] && k <= quoted[1];
    return [
      daysFigure(daysLeft(drawn.report)),
      numberText(density.forward, decimals),
      numberText((100 * level) / density.forward, 1),
      chanceText(below),
      range === null ? noNumber : rangeText(chanceText(range[0]), chanceText(range[1])),
      chanceText(100 - below),
      chanceText(chanceBelow(density, density.lognormal, k)),
      inside ? 'quotes' : 'extrapolation',
    ];
  });
}

function rangeText(low: string, high: string): string {
  return low === high ? `${low} either way` : `${low} to ${high}`;
}

function quantileTable(laws: readonly LawOfExpiry[], { unit, decimals }: Shown): LawTable {
  const words = {
    id: 'quantiles' as const,
    title: 'Quantiles',
    note: `Prices at expiry, ${unit}, below which the priced chances add up to so much, over what bids and asks leave open; * lies beyond the quotes`,
    ranges: ({ quantiles, forward }: ExpiryDensity) =>
      quantiles.map(({ interval }) =>
        interval === null
          ? ''
          : interval.map((k) => numberText(forward * Math.exp(k), decimals)).join(' to '),
      ),
    columns: QUANTILES.map((probability) =>
      probability === 0.5 ? 'Median' : `${numberText(100 * probability, 0)} %`,
    ),
  };
  return tableOf(laws, words, ({ quantiles, forward }) =>
    quantiles.map(({ logStrike, extrapolated }) =>
      logStrike === null
        ? noNumber
        : `${numberText(forward * Math.exp(logStrike), decimals)}${extrapolated ? ' *' : ''}`,
    ),
  );
}

const REFUSALS: Readonly<Record<NonNullable<ExpiryDensity['refusal']>, string>> = {
  'negative-density': 'the fit allows butterfly arbitrage: there is no law to take moments of',
  'wings-too-heavy': 'the wings never fade: moments do not exist',
};

function momentTable(laws: readonly LawOfExpiry[]): LawTable {
  const words = {
    id: 'moments' as const,
    title: 'Moments of the log return',
    note: 'Mean price over forward must be 1: the forward is repriced. Standard deviation to expiry and per year; kurtosis in excess of a normal law’s 3. The last two columns say how much rests on wings beyond the quotes',
    columns: [
      'Mean price / forward',
      'Mean, %',
      'Std dev, %',
      'Per year, %',
      'Skewness',
      'Excess kurtosis',
      'Chances beyond',
      'Variance beyond',
    ],
  };
  const table = tableOf(laws, words, ({ moments }, { drawn }) => {
    if (moments === null) return [];
    const { forwardRatio, mean, standardDeviation, skewness, excessKurtosis, extrapolated } = moments;
    const share = (value: number | undefined): string =>
      value === undefined ? noNumber : chanceText(100 * value);
    return [
      numberText(forwardRatio, 4),
      signedText(100 * mean, 2),
      numberText(100 * standardDeviation, 2),
      numberText((100 * standardDeviation) / Math.sqrt(drawn.report.years), 1),
      signedText(skewness, 2),
      signedText(excessKurtosis, 2),
      share(extrapolated?.mass),
      share(extrapolated?.variance),
    ];
  });
  const rows = table.rows.map((row, index) => {
    const refusal = laws[index]?.density?.refusal ?? null;
    return refusal === null ? row : { ...row, absence: REFUSALS[refusal] };
  });
  return { ...table, rows };
}

export function lawTables(laws: readonly LawOfExpiry[], shown: Shown): readonly LawTable[] {
  return [tailTable(laws, shown), quantileTable(laws, shown), momentTable(laws)];
}
