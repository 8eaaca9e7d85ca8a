import { DAYS_PER_YEAR } from '#base/time.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { PartSizes } from './bill-parts.ts';
import { type HedgeAnswer, billOf } from './hedge-bill.ts';
import { type HedgeBasis, type HedgeCore, maximumLoss, partsAndTotal, referencePrice } from './hedge-core.ts';
import type { HedgePayoff } from './hedge-payoff.ts';
import { type NoHedge, noHedge } from './no-hedge.ts';
import type { FutureTerms } from './protection-plan.ts';
import { walkBook } from './walk-book.ts';

/**
 * Selling the whole holding forward, the benchmark of every floor: it stops all losses and all gains.
 *
 * A future sold at price P leaves N·P at expiry at every settlement price, linear or inverse alike (an inverse one of N·P
 * quote currency brings N·P·(1/S − 1/P) coin, which with N coins is N·P/S coin, worth N·P). What it costs is spot less
 * P: the basis, at the forward; then half-spread, slippage and fee. A perpetual has no basis but funding until
 * the same day; without a rate of funding it has no bill. Without bids the forward (or spot) alone is used and half-spread and slippage are not known.
 */
export function futureBill(
  structure: 'short-future' | 'short-perpetual',
  terms: FutureTerms,
  basis: HedgeBasis,
): HedgeAnswer {
  const { market, expiry, plan } = basis;
  const { spot } = market;
  if (spot === null) return err(noHedge('no-spot'));
  if (structure === 'short-perpetual' && terms.fundingPerYear === null) return err(noHedge('no-funding'));
  const { amount } = plan;
  const middle = structure === 'short-future' ? expiry.forward : spot;
  const sold = soldAt(terms.bids, amount, middle);
  if (!sold.ok) return sold;
  const { price } = sold.value;
  const fee = terms.taker === null ? null : terms.taker * price;
  const funding = terms.fundingPerYear === null ? null : -terms.fundingPerYear * expiry.years * spot;
  const carried: PartSizes =
    structure === 'short-future' ? [['basis', spot - expiry.forward]] : [['funding', funding]];
  const sizes: PartSizes = [...sold.value.sizes, ['fee', fee], ...carried];
  const received = structure === 'short-perpetual' ? -(funding ?? 0) : 0;
  const payoff: HedgePayoff = {
    units: amount,
    cash: amount * (received - (fee ?? 0)),
    options: [],
    short: { units: amount, price },
  };
  const reference = referencePrice(plan.entry, spot, expiry.forward);
  const days = expiry.years * DAYS_PER_YEAR;
  const core: HedgeCore = {
    trades: [],
    sizing: {
      rule: 'one-for-one',
      solved: amount,
      contracts: amount,
      lot: null,
      coinPerUnit: null,
      unitsLeft: amount,
    },
    ...partsAndTotal(sizes, { amount, forward: expiry.forward, perCoin: spot, vega: null, days }),
    payoff,
    reference,
    maximumLoss: maximumLoss(payoff, amount, reference),
  };
  return ok(billOf(structure, core, basis));
}

/** The mean price of selling a size into bids, and what that lost against the middle. */
function soldAt(
  bids: FutureTerms['bids'],
  amount: number,
  middle: number,
): Result<{ readonly price: number; readonly sizes: PartSizes }, NoHedge> {
  if (bids === null) {
    return ok({
      price: middle,
      sizes: [
        ['half-spread', null],
        ['slippage', null],
      ],
    });
  }
  const best = bids[0]?.price;
  if (best === undefined) return err(noHedge('no-bid', { fillable: 0 }));
  const { filled, averagePrice } = walkBook(bids, amount);
  if (filled < amount) return err(noHedge('beyond-book', { fillable: filled / amount }));
  const price = averagePrice ?? best;
  return ok({
    price,
    sizes: [
      ['half-spread', middle - best],
      ['slippage', best - price],
    ],
  });
}
