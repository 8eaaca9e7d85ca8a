import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';

/** Both options of one strike; prices in the quote currency, null (or not above zero) where there is no quote. */
export interface StripQuote {
  readonly strike: number;
  readonly callBid: number | null;
  readonly callAsk: number | null;
  readonly putBid: number | null;
  readonly putAsk: number | null;
}

/**
 * Why quotes make no strip. `no-forward`: no strike has both mids. `no-central-strike`: no strike at or below the forward has both mids.
 * `too-few-strikes`: fewer than two options are left.
 */
export type VixStripFailure = 'no-forward' | 'no-central-strike' | 'too-few-strikes';

/** One option of the strip; `both` is the mean of put and call at the central strike. */
export interface StripRow {
  readonly strike: number;
  readonly leg: 'put' | 'call' | 'both';
  readonly mid: number;
  /** Half the distance between the neighbouring strikes of the strip; at its ends the distance to the one neighbour. */
  readonly deltaK: number;
  /** ΔK/K² · mid / discount. */
  readonly contribution: number;
}

/** An option left out of the strip. */
export interface StripExclusion {
  readonly strike: number;
  readonly leg: 'put' | 'call';
  readonly reason: 'zero-bid' | 'after-two-zero-bids' | 'no-ask';
}

/** The strip of one expiry, as Cboe selects it. */
export interface VixStrip {
  /** ACT/365 years as the caller counts them (Cboe: minutes / 525 600). */
  readonly years: number;
  /** Strike of the smallest |call − put|, plus that difference over the discount factor. */
  readonly forward: number;
  /** Largest strike at or below the forward with both mids: K0. */
  readonly centralStrike: number;
  /** Rising in strike. */
  readonly rows: readonly StripRow[];
  readonly excluded: readonly StripExclusion[];
  /** σ², annualised: (2/T) Σ contributions − (F/K0 − 1)²/T. */
  readonly variance: number;
}

/**
 * Selects the strip and computes its model-free variance: options out of the money about K0, those without a bid skipped, nothing further
 * out after two strikes in a row without a bid.
 * Ref: Cboe (2019), "Volatility Index Methodology: Cboe Volatility Index", steps 1–2.
 * @param quotes rising in strike
 * @param years > 0
 * @param discount factor to expiry, e^(−RT)
 */
export function vixStrip(
  quotes: readonly StripQuote[],
  years: number,
  discount: number,
): Result<VixStrip, VixStripFailure> {
  assert(years > 0 && discount > 0, `years were ${years}, discount ${discount}`);
  const forward = parityForward(quotes, discount);
  if (forward === null) return err('no-forward');
  const central = quotes.findLastIndex(
    (q) => q.strike <= forward && callMid(q) !== null && putMid(q) !== null,
  );
  const middle = quotes[central];
  if (middle === undefined) return err('no-central-strike');
  const puts = walk(quotes.slice(0, central).toReversed(), 'put');
  const calls = walk(quotes.slice(central + 1), 'call');
  const both = {
    strike: middle.strike,
    leg: 'both' as const,
    mid: 0.5 * ((callMid(middle) ?? 0) + (putMid(middle) ?? 0)),
  };
  const picked = [...puts.picked.toReversed(), both, ...calls.picked];
  if (picked.length < 2) return err('too-few-strikes');
  const rows = picked.map((option, i): StripRow => {
    const left = picked[i - 1]?.strike;
    const right = picked[i + 1]?.strike;
    const span = (right ?? option.strike) - (left ?? option.strike);
    const deltaK = left === undefined || right === undefined ? span : 0.5 * span;
    const { strike, leg, mid } = option;
    return { strike, leg, mid, deltaK, contribution: ((deltaK / strike ** 2) * mid) / discount };
  });
  const sum = rows.reduce((total, row) => total + row.contribution, 0);
  const offCentre = forward / middle.strike - 1;
  return ok({
    years,
    forward,
    centralStrike: middle.strike,
    rows,
    excluded: [...puts.excluded.toReversed(), ...calls.excluded],
    variance: (2 * sum - offCentre * offCentre) / years,
  });
}

function parityForward(quotes: readonly StripQuote[], discount: number): number | null {
  let nearest = Infinity;
  let forward: number | null = null;
  for (const quote of quotes) {
    const [call, put] = [callMid(quote), putMid(quote)];
    if (call === null || put === null || Math.abs(call - put) >= nearest) continue;
    nearest = Math.abs(call - put);
    forward = quote.strike + (call - put) / discount;
  }
  return forward;
}

type Picked = Pick<StripRow, 'strike' | 'leg' | 'mid'>;

/** Takes options outward from the central strike by the zero-bid rule. */
function walk(
  outward: readonly StripQuote[],
  leg: 'put' | 'call',
): { readonly picked: readonly Picked[]; readonly excluded: readonly StripExclusion[] } {
  const picked: Picked[] = [];
  const excluded: StripExclusion[] = [];
  let zeroBids = 0;
  for (const quote of outward) {
    const { strike } = quote;
    const mid = leg === 'put' ? putMid(quote) : callMid(quote);
    const bid = leg === 'put' ? quote.putBid : quote.callBid;
    if (zeroBids >= 2) excluded.push({ strike, leg, reason: 'after-two-zero-bids' });
    else if (!isPrice(bid)) {
      zeroBids++;
      excluded.push({ strike, leg, reason: 'zero-bid' });
    } else {
      zeroBids = 0;
      if (mid === null) excluded.push({ strike, leg, reason: 'no-ask' });
      else picked.push({ strike, leg, mid });
    }
  }
  return { picked, excluded };
}

function callMid(quote: StripQuote): number | null {
  return midOf(quote.callBid, quote.callAsk);
}

function putMid(quote: StripQuote): number | null {
  return midOf(quote.putBid, quote.putAsk);
}

function midOf(bid: number | null, ask: number | null): number | null {
  return isPrice(bid) && isPrice(ask) ? 0.5 * (bid + ask) : null;
}

function isPrice(price: number | null): price is number {
  return price !== null && price > 0;
}
