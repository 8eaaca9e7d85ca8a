import { type Domain, quoteVols } from './smile-domain.ts';
import type { SmileCurve, SmileQuote } from './smile-model.ts';

/** Quotes that the axes leave out, by where they lie. */
export interface ClippedQuotes {
  readonly above: readonly SmileQuote[];
  readonly below: readonly SmileQuote[];
  readonly beside: readonly SmileQuote[];
}

/** Parts a curve's quotes into those the axes show, wholly or in part, and those they do not. */
export function clipQuotes(
  curve: SmileCurve,
  [left, right]: Domain,
  [lowest, highest]: Domain,
): { readonly shown: readonly SmileQuote[]; readonly clipped: ClippedQuotes } {
  const shown: SmileQuote[] = [];
  const clipped = { above: [] as SmileQuote[], below: [] as SmileQuote[], beside: [] as SmileQuote[] };
  for (const quote of curve.quotes) {
    const vols = quoteVols(quote);
    if (vols.length === 0) continue;
    if (quote.x < left || quote.x > right) clipped.beside.push(quote);
    else if (Math.min(...vols) > highest) clipped.above.push(quote);
    else if (Math.max(...vols) < lowest) clipped.below.push(quote);
    else shown.push(quote);
  }
  return { shown, clipped };
}
