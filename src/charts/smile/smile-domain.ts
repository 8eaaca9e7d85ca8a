import type { SmileAxisKind, SmileCurve, SmileModel, SmileQuote } from './smile-model.ts';

export type Domain = readonly [number, number];

/** Half the width of an axis that has a single place on it. */
const lonelyReach: Record<SmileAxisKind, (x: number) => number> = {
  strike: (x) => Math.max(Math.abs(x) * 0.1, leastStrike),
  'percent-of-forward': () => 10,
  'log-moneyness': () => 0.1,
  'expected-moves': () => 1,
  delta: () => 0.5,
};
/** Below any coin's strike grid. */
const leastStrike = 1e-9;
const sidePadding = 0.03;
/** How far beyond the fitted quotes, in shares of their range, quotes that no fit rests on may stretch the axis. */
const strayReach = 0.06;
/** How many widths of the body an axis may reach beyond it on each side: an index quotes puts twenty expected moves away. */
const bodiesBeyond = 5;

/** Every vol a quote puts on the picture. */
export function quoteVols(quote: SmileQuote): readonly number[] {
  return [quote.bid, quote.ask, quote.mid].filter((vol) => vol !== null);
}

export interface SmileDomains {
  readonly xDomain: Domain;
  readonly volDomain: Domain;
}

/** Both axes: the strikes the fits rest on, the vols worth the height, and no width for strikes whose vols are cut off. */
export function smileDomains(model: SmileModel): SmileDomains {
  const full = smileXDomain(model);
  const volDomain = smileVolDomain(model, full);
  const trimmed = model.xDomain === null && model.axis !== 'delta';
  return { xDomain: trimmed ? shownPart(model, full, volDomain) : full, volDomain };
}

function shownPart(model: SmileModel, [lo, hi]: Domain, [, highest]: Domain): Domain {
  const shown = extent(
    model.curves.flatMap((curve) => [
      ...curve.quotes.filter((quote) => quoteVols(quote).some((vol) => vol <= highest)).map(({ x }) => x),
      ...quotedFit(curve)
        .filter(({ vol }) => vol <= highest)
        .map(({ x }) => x),
      ...(curve.forwardX === null ? [] : [curve.forwardX]),
    ]),
  );
  if (shown === null) return [lo, hi];
  const padding = (hi - lo) * sidePadding;
  const part: Domain = [Math.max(lo, shown[0] - padding), Math.min(hi, shown[1] + padding)];
  return part[1] > part[0] ? part : [lo, hi];
}

function smileXDomain(model: SmileModel): Domain {
  if (model.xDomain !== null) return model.xDomain;
  if (model.axis === 'delta') return [0, 1];
  const rested = model.curves.flatMap((curve) => [
    ...(curve.quotedRange ?? []),
    ...(curve.forwardX === null ? [] : [curve.forwardX]),
    ...curve.markers.filter(({ kind }) => kind === '25Δ').map(({ x }) => x),
  ]);
  const drawn = model.curves.flatMap(({ quotes }) =>
    quotes.filter((quote) => quoteVols(quote).length > 0).map(({ x }) => x),
  );
  const fitted = model.curves.some(({ quotedRange }) => quotedRange !== null);
  const core = extent(fitted ? rested : [...rested, ...drawn]);
  if (core === null) return [-lonelyReach[model.axis](1), lonelyReach[model.axis](1)];
  const stray = strayReach * (core[1] - core[0]);
  const near = drawn.filter((x) => x >= core[0] - stray && x <= core[1] + stray);
  const [lo, hi] = extent([...core, ...near]) ?? core;
  const spread = hi - lo > 1e-6 * Math.max(Math.abs(lo), Math.abs(hi), leastStrike);
  const padding = spread ? (hi - lo) * sidePadding : lonelyReach[model.axis](lo);
  return nearBody(model, [lo - padding, hi + padding]);
}

function nearBody({ curves }: SmileModel, [lo, hi]: Domain): Domain {
  const body = extent(
    curves.flatMap(({ markers }) => markers.filter(({ kind }) => kind === '25Δ').map(({ x }) => x)),
  );
  if (body === null || body[1] <= body[0]) return [lo, hi];
  const reach = bodiesBeyond * (body[1] - body[0]);
  return [Math.max(lo, body[0] - reach), Math.min(hi, body[1] + reach)];
}

function extent(values: readonly number[]): Domain | null {
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}

/** A flat smile is not blown up to fill the picture. */
const leastSpan = 4;
/** The body of the smile keeps at least this share of the height. */
const bodyShare = 0.25;
const volPadding = 0.06;

/** The vols worth the height: the whole body, and the wings as far as the body stays readable. Never forced to zero. */
function smileVolDomain(model: SmileModel, xDomain: Domain): Domain {
  if (model.volDomain !== null) return model.volDomain;
  const inX = ({ x }: { readonly x: number }): boolean => x >= xDomain[0] && x <= xDomain[1];
  const body = model.curves.flatMap((curve) => bodyVols(curve, inX));
  const used = model.curves.flatMap(({ quotes }) =>
    quotes.filter((q) => q.standing !== 'left-out' && inX(q)),
  );
  const any = model.curves.flatMap(({ quotes }) => quotes.filter(inX));
  const wings = [
    ...(used.length > 0 ? used : any).flatMap(quoteVols),
    ...model.curves.flatMap((curve) =>
      quotedFit(curve)
        .filter(inX)
        .map(({ vol }) => vol),
    ),
  ];
  const all = extent([...body, ...wings]);
  if (all === null) return [0, 100];
  const core = extent(body) ?? [all[0], lowerFourFifths(wings) ?? all[1]];
  const bodySpan = Math.max(core[1] - core[0], leastSpan);
  const lo = Math.max(all[0], core[0] - bodySpan);
  const hi = Math.min(all[1], lo + bodySpan / bodyShare);
  const slack = Math.max(0, leastSpan - (hi - lo)) / 2;
  const padding = Math.max(hi - lo, leastSpan) * volPadding + slack;
  return [Math.max(0, lo - padding), hi + padding];
}

/** Stands in for the body where no fit marks it. */
function lowerFourFifths(vols: readonly number[]): number | undefined {
  return vols.toSorted((a, b) => a - b)[Math.floor((vols.length - 1) * 0.8)];
}

/** The fit around the forward, from half as far again below the 25Δ put to as far above the 25Δ call. */
function bodyVols(curve: SmileCurve, inX: (place: { readonly x: number }) => boolean): readonly number[] {
  const middle = extent(curve.markers.filter(({ kind }) => kind === '25Δ').map(({ x }) => x));
  if (middle === null) return [];
  const [lo, hi] = middle;
  const more = (hi - lo) / 2;
  const between = quotedFit(curve).filter(({ x }) => x >= lo - more && x <= hi + more);
  return [...curve.markers.filter(inX), ...between.filter(inX)].map(({ vol }) => vol);
}

function quotedFit({ fit, quotedRange }: SmileCurve): SmileCurve['fit'] {
  return quotedRange === null ? [] : fit.filter(({ x }) => x >= quotedRange[0] && x <= quotedRange[1]);
}
