import { numberText, signedText } from '#charts/number-text.ts';
import type { SmileCurve, SmileQuote } from '#charts/smile/smile-model.ts';
import type { Difference, QuotedDifference } from './differences.ts';
import { type Residual, residualsOf } from './residuals.ts';
import type { ActivityByContract } from './smile-strips.ts';

/** What else is known of the contracts drawn. */
export interface PointKnowledge {
  readonly activity: ActivityByContract;
  readonly coin: string;
  readonly differences: readonly Difference[];
}

function amountText(amount: number): string {
  return numberText(amount, amount < 10 && !Number.isInteger(amount) ? 1 : 0);
}

function residualText({ points, inHalfSpreads }: Residual): string {
  const spreads = inHalfSpreads === null ? '' : `, ${signedText(inHalfSpreads, 1)} half-spreads`;
  return `mid less fit ${signedText(points, 1)} vol points${spreads}`;
}

function activityTexts(quote: SmileQuote, { activity, coin }: PointKnowledge): readonly string[] {
  const known = activity.get(quote.id);
  if (known === undefined) return [];
  const { openInterest, volume, bidSize, askSize } = known;
  const line = (parts: readonly (readonly [name: string, text: string | null])[]): readonly string[] => {
    const said = parts.flatMap(([name, text]) => (text === null ? [] : [name.replace('#', text)]));
    return said.length === 0 ? [] : [said.join(', ')];
  };
  const amount = (value: number | null): string | null => (value === null ? null : amountText(value));
  return [
    ...line([
      [`open # ${coin}`, amount(openInterest)],
      ['traded # in 24 h', amount(volume)],
    ]),
    ...line([
      ['# bid', amount(bidSize)],
      ['# asked', amount(askSize)],
      ['last trade #', quote.last === null ? null : numberText(quote.last, 1)],
    ]),
  ];
}

function differenceText({ value, interval }: QuotedDifference, b: SmileCurve): string {
  const [lo, hi] = interval.map((end) => signedText(end, 1));
  return `less ${b.label}: ${signedText(value, 1)} (${lo} to ${hi})`;
}

/** Every quote of the curves with what there is to say of it. */
export function withDetails(curves: readonly SmileCurve[], knowledge: PointKnowledge): readonly SmileCurve[] {
  return curves.map((curve) => {
    if (curve.compared) return curve;
    const residuals = new Map(residualsOf(curve).map((one) => [one.id, one]));
    const difference = knowledge.differences.find(({ pair }) => pair.a.expiryId === curve.expiryId);
    const quoted = new Map(difference?.quoted.map((one) => [one.id, one]));
    const quotes = curve.quotes.map((quote) => {
      const residual = residuals.get(quote.id);
      const differs = quoted.get(quote.id);
      const details = (): readonly string[] => [
        ...(difference && differs ? [differenceText(differs, difference.pair.b)] : []),
        ...(residual ? [residualText(residual)] : []),
        ...activityTexts(quote, knowledge),
      ];
      return { ...quote, details };
    });
    return { ...curve, quotes };
  });
}

/** Every quote with its last trade, where one is known. */
export function withLastTrades(
  curves: readonly SmileCurve[],
  activity: ActivityByContract,
): readonly SmileCurve[] {
  return curves.map((curve) => ({
    ...curve,
    quotes: curve.quotes.map((quote) => {
      const last = activity.get(quote.id)?.lastVol ?? null;
      return { ...quote, last: last === null ? null : last * 100 };
    }),
  }));
}
