import type { FeeSchedule } from '#market/fee-schedule.ts';
import type { OptionRight } from '#market/instrument.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { type Smile, smileVol } from '#quant/smile.ts';
import type { FeeOverride } from './protection-plan.ts';

/** The venue's schedule with a user's own rates in place of its own; null where neither is known. */
export function feesFor(venue: FeeSchedule | null, own: FeeOverride | null): FeeSchedule | null {
  if (own === null) return venue;
  const rates = { premiumCap: null, delivery: null, ...venue, ...known(own) };
  const { taker } = rates;
  return taker === undefined ? null : { maker: taker, ...rates, taker };
}

function known({ taker, premiumCap, delivery }: FeeOverride): Partial<FeeSchedule> {
  return {
    ...(taker === null ? {} : { taker }),
    ...(premiumCap === null ? {} : { premiumCap }),
    ...(delivery === null ? {} : { delivery }),
  };
}

/** The rate and cap at which an option is delivered; a cap that is not known lets the fee take the whole payout, never more. */
export interface DeliveryTerms {
  /** Fraction of the underlying's value; null where it is not known. */
  readonly delivery: number | null;
  /** Fraction of the payout, in (0, 1]. */
  readonly deliveryCap: number;
}

/** Delivery terms of a fee schedule; where no cap on delivery is told, the one on the premium holds. */
export function deliveryTerms(fees: FeeSchedule | null): DeliveryTerms {
  return { delivery: fees?.delivery ?? null, deliveryCap: fees?.deliveryCap ?? fees?.premiumCap ?? 1 };
}

/** One option and the law of its underlying at expiry. */
export interface DeliveredOption {
  readonly right: OptionRight;
  readonly strike: number;
  readonly forward: number;
  readonly discount: number;
  readonly smile: Smile;
}

/**
 * Today's value of the delivery fee of one option on the fitted law, quote currency per unit, ≥ 0. The fee is
 * min(d·S, c·payout); as a function of S that is what c options at the strike less c ± d options at the price where the
 * cap ends pay, so no density is integrated: put c·P(K) − (c+d)·P(cK/(c+d)), call c·C(K) − (c−d)·C(cK/(c−d)).
 */
export function expectedDeliveryFee(
  option: DeliveredOption,
  { delivery, deliveryCap }: DeliveryTerms,
): number | null {
  if (delivery === null) return null;
  if (delivery === 0) return 0;
  const { right, strike } = option;
  const inner = right === 'put' ? deliveryCap + delivery : deliveryCap - delivery;
  const atStrike = deliveryCap * valueAt(option, strike);
  if (inner <= 0) return atStrike;
  return Math.max(0, atStrike - inner * valueAt(option, (deliveryCap * strike) / inner));
}

function valueAt({ right, forward, discount, smile }: DeliveredOption, strike: number): number {
  const vol = smileVol(smile, Math.log(strike / forward));
  return blackPrice(forward, strike, vol, smile.years, discount, right);
}
