import type { ContractActivity } from '#analytics/activity/contract-activity.ts';
import type { SmileStrip, StripMark } from '#charts/smile-detail/smile-strip.ts';
import type { SmileCurve, SmileQuote } from '#charts/smile/smile-model.ts';
import type { Activity, ResidualUnit } from '#state/selection.ts';
import { type Residual, residualsOf } from './residuals.ts';

/** What is known of each contract's activity, by instrument. */
export type ActivityByContract = ReadonlyMap<string, ContractActivity>;

const shown = (curves: readonly SmileCurve[]): readonly SmileCurve[] =>
  curves.filter(({ compared }) => !compared);

function inPoints({ id, x, points, range, used }: Residual): StripMark {
  return { id, x, value: points, interval: range, faded: !used };
}

function inHalfSpreads({ id, x, inHalfSpreads: value, used }: Residual): readonly StripMark[] {
  return value === null ? [] : [{ id, x, value, interval: null, faded: !used }];
}

/** How far each mid lies from its fit; null where the strip is off. */
export function residualStrip(curves: readonly SmileCurve[], unit: ResidualUnit): SmileStrip | null {
  if (unit === 'off') return null;
  const spreads = unit === 'spread';
  return {
    id: 'residual',
    titles: spreads
      ? ['Mid less fit, in half-spreads; shaded: the fit is inside bid and ask', 'Mid less fit, half-spreads']
      : ['Mid less fit, vol points; bars: bid to ask', 'Mid less fit, vol points'],
    look: 'dots',
    band: spreads ? [-1, 1] : null,
    leastSpan: spreads ? 3 : 1,
    series: shown(curves).map((curve) => {
      const residuals = residualsOf(curve);
      return {
        expiryId: curve.expiryId,
        colour: curve.colour,
        marks: spreads ? residuals.flatMap(inHalfSpreads) : residuals.map(inPoints),
        line: [],
        lineRests: null,
      };
    }),
    emptyText: 'No two-sided quote stands beside a fit here.',
  };
}

const VALUES_OF: Readonly<
  Record<Exclude<Activity, 'off'>, (one: ContractActivity) => readonly (number | null)[]>
> = {
  interest: ({ openInterest }) => [openInterest],
  volume: ({ volume }) => [volume],
  size: ({ bidSize, askSize }) => [bidSize, askSize === null ? null : -askSize],
};

const TITLES: Readonly<Record<Exclude<Activity, 'off'>, (coin: string) => readonly string[]>> = {
  interest: (coin) => [`Open interest, ${coin}`],
  volume: (coin) => [`Volume of 24 hours, ${coin}`],
  size: (coin) => [
    `Size at the best bid (up) and the best ask (down), ${coin}`,
    `Size bid (up), asked (down), ${coin}`,
  ],
};

const EMPTY: Readonly<Record<Exclude<Activity, 'off'>, string>> = {
  interest: 'The venue does not say how much is open here.',
  volume: 'The venue does not say what was traded here.',
  size: 'The venue does not say what is on offer here.',
};

function activityMarks(
  { id, x }: SmileQuote,
  kind: Exclude<Activity, 'off'>,
  activity: ActivityByContract,
): readonly StripMark[] {
  const known = activity.get(id);
  const values = known === undefined ? [] : VALUES_OF[kind](known);
  return values.flatMap((value) =>
    value === null || value === 0 ? [] : [{ id, x, value, interval: null, faded: false }],
  );
}

function whyEmpty(
  curves: readonly SmileCurve[],
  activity: ActivityByContract,
  kind: Exclude<Activity, 'off'>,
): string {
  if (curves.every(({ quotes }) => quotes.length === 0)) return 'No contract has a place here.';
  return activity.size === 0 ? 'Asking …' : EMPTY[kind];
}

/** What is held, traded or on offer at each contract drawn; null where the strip is off. */
export function activityStrip(
  curves: readonly SmileCurve[],
  activity: ActivityByContract,
  { kind, coin }: { readonly kind: Activity; readonly coin: string },
): SmileStrip | null {
  if (kind === 'off') return null;
  return {
    id: 'activity',
    titles: TITLES[kind](coin),
    look: 'columns',
    band: null,
    leastSpan: 0,
    series: shown(curves).map(({ expiryId, colour, quotes }) => ({
      expiryId,
      colour,
      marks: quotes.flatMap((quote) => activityMarks(quote, kind, activity)),
      line: [],
      lineRests: null,
    })),
    emptyText: whyEmpty(curves, activity, kind),
  };
}
