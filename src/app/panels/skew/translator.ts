import type { Interval } from '#analytics/report.ts';
import type { Measured } from '#analytics/skew/skew-definitions.ts';
import type { ExpirySkew, SkewStudy, TenorSkew } from '#analytics/skew/skew-study.ts';
import type { EpochMs } from '#base/time.ts';
import { noNumber, numberText, signedText } from '#charts/number-text.ts';
import { daysInWords, daysLeft } from '#app/reading/expiry-words.ts';
import type { DrawnExpiry } from '#app/reading/smile-view.ts';
import { supportedDecimals } from '#app/reading/vol-points.ts';
import { type Wing, WINGS } from '#state/selection.ts';
import { type Definition, type DefinitionId, type DefinitionUnit, definitions } from './definitions.ts';
import { WING_WORDS } from './wing.ts';

/** One definition with this market's numbers in it. */
export interface TranslatedLine {
  readonly definition: Definition;
  /** In the definition's own unit, in full precision. */
  readonly number: number | null;
  readonly ends: Interval | null;
  readonly value: string;
  /** What the spread leaves open; null where it is not known. */
  readonly interval: string | null;
  /** One text a column of `across`. */
  readonly across: readonly string[];
}

/** A column of the comparison: an expiry on screen or a constant tenor. */
export interface AcrossColumn {
  readonly id: string;
  readonly label: string;
  /** CSS; null for a tenor. */
  readonly colour: string | null;
}

/** The same skew in every definition. */
export interface TranslatorModel {
  /** The expiry taken apart; null when none is fitted. */
  readonly expiry: EpochMs | null;
  readonly heading: string;
  /** Expiries that can be chosen. */
  readonly options: readonly { readonly expiry: EpochMs; readonly label: string }[];
  readonly lines: readonly TranslatedLine[];
  readonly across: readonly AcrossColumn[];
  /** Options in the strip of the chosen expiry; null without one. */
  readonly stripOptions: number | null;
  readonly ready: boolean;
}

const NOTHING: Measured = { value: null, interval: null };
const WANTED_DAYS = 30;

/** The chosen expiry where it is fitted, or else the fitted one nearest to 30 days. */
export function translatedExpiry(
  expiries: readonly DrawnExpiry[],
  chosen: EpochMs | null,
): DrawnExpiry | null {
  const fitted = expiries.filter(({ report }) => report.fit !== null);
  const found = fitted.find(({ report }) => report.expiry === chosen);
  const [first, ...rest] = fitted;
  if (found || first === undefined) return found ?? null;
  const distance = ({ report }: DrawnExpiry): number =>
    Math.abs(Math.log(Math.max(daysLeft(report), 0.01) / WANTED_DAYS));
  return rest.reduce((best, next) => (distance(next) < distance(best) ? next : best), first);
}

function ofExpiry(skew: ExpirySkew | undefined, id: DefinitionId, wing: Wing): Measured {
  if (id === 'strip') {
    const strip = skew?.strip ?? null;
    return strip === null ? NOTHING : { value: 100 - 10 * strip.skewness, interval: null };
  }
  return skew?.byDelta?.[WINGS.indexOf(wing)]?.definitions[id] ?? NOTHING;
}

/** A tenor has vols of equal delta and no smile of its own: what needs one is missing there. */
function ofTenor(tenor: TenorSkew, id: DefinitionId, wing: Wing): Measured {
  const known: Partial<Record<DefinitionId, Measured>> = tenor.byDelta[WINGS.indexOf(wing)] ?? {};
  return known[id] ?? NOTHING;
}

function scaled(unit: DefinitionUnit, value: number): number {
  return unit === 'vol points' || unit === 'share' ? 100 * value : value;
}

function scaledInterval(unit: DefinitionUnit, interval: Interval | null): Interval | null {
  return interval && [scaled(unit, interval[0]), scaled(unit, interval[1])];
}

function numberIn(unit: DefinitionUnit, value: number, interval: Interval | null): string {
  const shown = scaled(unit, value);
  if (unit === 'ratio') return numberText(shown, 3);
  if (unit === 'index') return numberText(shown, 1);
  const text = signedText(shown, supportedDecimals(scaledInterval(unit, interval)));
  return unit === 'share' ? `${text} %` : text;
}

function intervalIn(unit: DefinitionUnit, interval: Interval | null): string | null {
  if (interval === null) return null;
  return `${numberIn(unit, interval[0], interval)} to ${numberIn(unit, interval[1], interval)}`;
}

function valueIn(unit: DefinitionUnit, { value, interval }: Measured): string {
  return value === null ? noNumber : numberIn(unit, value, interval);
}

interface Wanted {
  readonly study: SkewStudy | null;
  readonly wing: Wing;
  readonly shown: readonly EpochMs[];
  readonly chosen: EpochMs | null;
}

export function translator(expiries: readonly DrawnExpiry[], wanted: Wanted): TranslatorModel {
  const { study, wing, shown, chosen } = wanted;
  const drawn = translatedExpiry(expiries, chosen);
  const skewOf = (expiry: EpochMs | undefined): ExpirySkew | undefined =>
    study?.expiries.find((one) => one.expiry === expiry);
  const here = skewOf(drawn?.report.expiry);
  const columns = expiries.filter(({ report }) => report.fit !== null && shown.includes(report.expiry));
  const tenors = (study?.tenors ?? []).filter(
    ({ byDelta }) => byDelta[WINGS.indexOf(wing)]?.riskReversal.value !== null,
  );
  const lines = definitions(WING_WORDS[wing].short).map((definition) => {
    const { id, unit } = definition;
    const measured = ofExpiry(here, id, wing);
    return {
      definition,
      number: measured.value === null ? null : scaled(unit, measured.value),
      ends: scaledInterval(unit, measured.interval),
      value: valueIn(unit, measured),
      interval: intervalIn(unit, measured.interval),
      across: [
        ...columns.map(({ report }) => valueIn(unit, ofExpiry(skewOf(report.expiry), id, wing))),
        ...tenors.map((tenor) => valueIn(unit, ofTenor(tenor, id, wing))),
      ],
    };
  });
  return {
    expiry: drawn?.report.expiry ?? null,
    heading: drawn ? `${drawn.label} (${daysInWords(daysLeft(drawn.report))})` : 'no expiry',
    options: expiries.flatMap(({ report }) =>
      report.fit === null ? [] : [{ expiry: report.expiry, label: report.label }],
    ),
    lines,
    across: [
      ...columns.map(({ id, label, colour }) => ({ id, label, colour })),
      ...tenors.map(({ days }) => ({ id: `tenor ${days}`, label: `${days}D`, colour: null })),
    ],
    stripOptions: here?.strip?.options ?? null,
    ready: study !== null,
  };
}
