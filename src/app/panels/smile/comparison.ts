import { DAY_MS } from '#base/time.ts';
import type { SmileCurve } from '#charts/smile/smile-model.ts';
import { comparedId } from '#app/reading/compared-id.ts';
import { drawnExpiries } from '#app/reading/drawn-expiries.ts';
import { type DrawnExpiry, smileView } from '#app/reading/smile-view.ts';
import type { Comparison, Selection } from '#state/selection.ts';
import type { Analysed } from '#state/worker/desk-protocol.ts';
import type { ComparedPair } from './differences.ts';

/** The market that B is taken from, and what it is called beside a label. */
export interface OtherMarket {
  readonly analysed: Analysed;
  /** `OKX`, `03:47:35`. */
  readonly tag: string;
}

/** Two expiries side by side: A of the market on screen, B of this or another. */
export interface ComparedExpiries {
  readonly a: DrawnExpiry;
  readonly b: DrawnExpiry;
}

/** What is drawn when something is compared. */
export interface ComparedCurves {
  /** A's curves and B's, near to far. */
  readonly curves: readonly SmileCurve[];
  readonly pairs: readonly ComparedPair[];
  readonly expiries: readonly ComparedExpiries[];
  /** Labels of A's expiries that B does not list. */
  readonly unlisted: readonly string[];
}

const NOTHING = { pairs: [], expiries: [], unlisted: [] } as const;

/** B is one of the expiries drawn: it is dashed, and every other one is an A. */
function withinMarket(
  curves: readonly SmileCurve[],
  drawn: readonly DrawnExpiry[],
  expiryId: string,
): ComparedCurves {
  const b = curves.find((curve) => curve.expiryId === expiryId);
  const bDrawn = drawn.find(({ id }) => id === expiryId);
  if (b === undefined || bDrawn === undefined) return { ...NOTHING, curves };
  const dashed = { ...b, compared: true, label: `B ${b.label}` };
  const others = curves.filter((curve) => curve !== b);
  return {
    ...NOTHING,
    curves: curves.map((curve) => (curve === b ? dashed : curve)),
    pairs: others.map((a) => ({ a, b: dashed })),
    expiries: drawn.filter((one) => one !== bDrawn).map((a) => ({ a, b: bDrawn })),
  };
}

/** The other market's expiry at the same instant, or at least on the same day. */
function sameExpiry(wanted: DrawnExpiry, listed: readonly DrawnExpiry[]): DrawnExpiry | null {
  const day = (drawn: DrawnExpiry): number => Math.floor(drawn.report.expiry / DAY_MS);
  const exact = listed.find(({ report }) => report.expiry === wanted.report.expiry);
  return exact ?? listed.find((one) => day(one) === day(wanted)) ?? null;
}

function acrossMarkets(
  curves: readonly SmileCurve[],
  drawn: readonly DrawnExpiry[],
  { analysed }: OtherMarket,
  { axis, sides }: Pick<Selection, 'axis' | 'sides'>,
): ComparedCurves {
  const listed = drawnExpiries(analysed);
  const matches = drawn.map((a) => ({ a, b: sameExpiry(a, listed) }));
  const expiries = matches.flatMap(({ a, b }) =>
    b === null ? [] : [{ a, b: { ...b, colour: a.colour, label: `B ${a.label}` } }],
  );
  const view = smileView(
    analysed.report,
    expiries.map(({ b }) => b),
    axis,
    sides,
  );
  const pairs = expiries.flatMap(({ a }, i) => {
    const [own, other] = [curves.find(({ expiryId }) => expiryId === a.id), view.curves[i]];
    return own && other ? [{ a: own, b: reference(other) }] : [];
  });
  return {
    curves: curves.flatMap((curve) => [curve, ...pairs.flatMap(({ a, b }) => (a === curve ? [b] : []))]),
    pairs,
    expiries,
    unlisted: matches.flatMap(({ a, b }) => (b === null ? [a.label] : [])),
  };
}

function reference(curve: SmileCurve): SmileCurve {
  return {
    ...curve,
    expiryId: comparedId(curve.expiryId),
    compared: true,
    markers: [],
    forwardX: null,
    quotes: curve.quotes.map((quote) => ({ ...quote, id: comparedId(quote.id) })),
  };
}

/** The curves to draw, B's among them. `other` is the second market where the comparison needs one and has it. */
export function comparedCurves(
  curves: readonly SmileCurve[],
  drawn: readonly DrawnExpiry[],
  comparison: Comparison | null,
  context: Pick<Selection, 'axis' | 'sides'> & { readonly other: OtherMarket | null },
): ComparedCurves {
  if (comparison === null) return { ...NOTHING, curves };
  if (comparison.kind === 'expiry') return withinMarket(curves, drawn, String(comparison.expiry));
  const { other, axis, sides } = context;
  return other === null ? { ...NOTHING, curves } : acrossMarkets(curves, drawn, other, { axis, sides });
}
