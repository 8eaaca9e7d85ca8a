import { normalCdf, normalPdf } from '../../special/normal.ts';
import type { SliceQuotes } from '../slice-quotes.ts';

/** One option's quotes as a fraction of the forward (a coin premium); 0 where a side is missing. */
export interface CoinQuote {
  readonly strike: number;
  readonly isCall: boolean;
  readonly bid: number;
  readonly ask: number;
}

/** Undiscounted Black-76 premium over the forward, of the out-of-the-money option at log-strike k. */
export function coinPremium(k: number, deviation: number): number {
  const d1 = -k / deviation + deviation / 2;
  const d2 = d1 - deviation;
  const sign = k >= 0 ? 1 : -1;
  return sign * (normalCdf(sign * d1) - Math.exp(k) * normalCdf(sign * d2));
}

/** Annualised vol of an out-of-the-money coin premium by bisection in σ√T; NaN outside the attainable range. */
export function coinVol(premium: number, k: number, years: number): number {
  if (!(premium > 0) || premium >= Math.min(1, Math.exp(k))) return NaN;
  let low = 1e-9;
  let high = 40;
  for (let i = 0; i < 80 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (coinPremium(k, middle) < premium) low = middle;
    else high = middle;
  }
  return (low + high) / 2 / Math.sqrt(years);
}

/** Price step of a coin-margined option: 0.0001 below 0.005 coin, 0.0005 above. */
export function coinTick(premium: number): number {
  return premium < 0.005 ? 0.0001 : 0.0005;
}

/** The out-of-the-money side of one expiry as fit input. */
export function sliceQuotesFromCoin(
  years: number,
  forward: number,
  quotes: readonly CoinQuote[],
): SliceQuotes {
  const rows = quotes
    .filter((quote) => quote.isCall === quote.strike >= forward && (quote.bid > 0 || quote.ask > 0))
    .sort((p, q) => p.strike - q.strike);
  const logStrikes = Float64Array.from(rows, (row) => Math.log(row.strike / forward));
  const bidVols = Float64Array.from(rows, (row, i) => coinVol(row.bid, logStrikes[i]!, years));
  const askVols = Float64Array.from(rows, (row, i) => coinVol(row.ask, logStrikes[i]!, years));
  const halfTickVols = Float64Array.from(rows, (row, i) => {
    const k = logStrikes[i]!;
    const vol = Number.isNaN(askVols[i]!) ? bidVols[i]! : askVols[i]!;
    const deviation = vol * Math.sqrt(years);
    const vega = normalPdf(-k / deviation + deviation / 2) * Math.sqrt(years);
    return coinTick(row.ask > 0 ? row.ask : row.bid) / (2 * vega);
  });
  return { years, logStrikes, bidVols, askVols, halfTickVols };
}
