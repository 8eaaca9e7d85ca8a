import { DAYS_PER_YEAR } from '#base/time.ts';
import type { SliceFit } from '#quant/surface/slice-fit.ts';
import { surfaceSmile } from '#quant/surface/surface.ts';
import type { PayoffOption } from './hedge-payoff.ts';
import { surfaceValue } from './surface-value.ts';

/** Cost through time. */
export interface Amortisation {
  /** Quote currency for the whole holding a day. */
  readonly straightLine: number;
  /** What the first day takes off the hedge's value if nothing moves, surface included. */
  readonly firstDay: number;
  /** Straight-line cost a day for each percent of the holding that the hedge can pay at most; null when it can pay nothing. */
  readonly perDayPerPercent: number | null;
  /** Total times 365 over the days to expiry, of the holding's value, decimal. */
  readonly annualSimple: number;
  /** Whole rolls in a year, each at today's price with its own fees. */
  readonly annualRolls: { readonly rolls: number; readonly share: number };
  /** Cost not yet used up: by the calendar, and by the hedge's value at mid on the surface if the price stands still. */
  readonly path: readonly {
    readonly days: number;
    readonly straightLine: number;
    readonly byTheta: number;
  }[];
}

/** What is spread over time and over what. */
export interface AmortisedHedge {
  /** The whole bill, quote currency for the whole holding. */
  readonly total: number;
  /** Of the holding's value, decimal. */
  readonly share: number;
  readonly years: number;
  /** Most the hedge can pay, of the holding's value, decimal. */
  readonly largestPayout: number;
  readonly options: readonly PayoffOption[];
  readonly decay: HedgeDecay;
}

/** How a hedge's value moves when only time passes. */
export interface HedgeDecay {
  readonly fits: readonly SliceFit[];
  readonly forward: number;
  readonly spot: number;
  readonly discount: number;
  readonly years: number;
}

const STEPS = 8;
/** A year of dailies is 365 rolls; a roll that is within a thousandth of ending the year ends it. */
const YEAR_SLACK = 0.001;

/** Spreads a bill over the days it pays for. */
export function amortisation(hedge: AmortisedHedge): Amortisation {
  const { total, share, years, largestPayout, options, decay } = hedge;
  const days = years * DAYS_PER_YEAR;
  const rolls = wholeRolls(1, years);
  const valueLeft = (gone: number): number => valueAfter(options, gone, decay);
  const oneDay = Math.min(1 / DAYS_PER_YEAR, years);
  return {
    straightLine: total / days,
    firstDay: options.length === 0 ? 0 : valueLeft(0) - valueLeft(oneDay),
    perDayPerPercent: largestPayout > 0 ? total / days / (100 * largestPayout) : null,
    annualSimple: share / years,
    annualRolls: { rolls, share: rolls * share },
    path: Array.from({ length: STEPS + 1 }, (_, step) => ({
      days: (days * step) / STEPS,
      straightLine: total * (1 - step / STEPS),
      byTheta: valueLeft((years * step) / STEPS),
    })),
  };
}

/** How many rolls of one length cover a span, the last one perhaps beyond its end. */
export function wholeRolls(span: number, length: number): number {
  return Math.max(1, Math.ceil(span / length - YEAR_SLACK));
}

/**
 * Value of options at mid when some years have gone and spot stands still: the forward has rolled along its carry, vols are
 * those that today's surface has at the time left.
 */
export function valueAfter(
  options: readonly Pick<PayoffOption, 'right' | 'strike' | 'units'>[],
  gone: number,
  { fits, forward, spot, discount, years }: HedgeDecay,
): number {
  const left = Math.max(0, years - gone);
  const share = left / years;
  const then = spot * (forward / spot) ** share;
  const smile = left > 0 ? surfaceSmile(fits, left) : null;
  return surfaceValue(options, { smile, forward: then, anchor: then, discount: discount ** share });
}
