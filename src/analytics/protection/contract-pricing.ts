import { yearsBetween } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { OrderBook } from '#market/order-book.ts';
import type { Quote } from '#market/quote.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import { impliedVol } from '#quant/black/implied-vol.ts';
import { type Smile, smileVol } from '#quant/smile.ts';
import type { ReportPoint } from '../report.ts';
import { deliveryTerms, expectedDeliveryFee } from './leg-fees.ts';

/** What one contract is worth apart from who trades how much of it: made once a chain. */
export interface ContractPricing {
  /** The row's own forward, which its vols were inverted on; quote currency. */
  readonly forward: number;
  /** From the quote's own time to the expiry, ACT/365F. */
  readonly years: number;
  /** Of the premium: 1 for premiums in coin, which are worth the forward at expiry. */
  readonly discount: number;
  /** Quote currency per unit for one premium unit. */
  readonly scale: number;
  /** Vol halfway between bid and ask, of the order book where it is known; of the fitted smile where one side is missing. */
  readonly midVol: number;
  readonly middle: 'quotes' | 'fit';
  /** Black's value at the expiry's at-the-money vol and at the mid vol, quote currency per unit. */
  readonly flatValue: number;
  readonly midValue: number;
  /** Expected delivery fee on the fitted law at the venue's own rates, quote currency per unit; null where they are not known. */
  readonly delivery: number | null;
  readonly smile: Smile;
}

/** What a contract is priced on. */
export interface PricingInputs {
  readonly instrument: Instrument;
  readonly quote: Quote | null;
  readonly point: ReportPoint;
  readonly book: OrderBook | null;
  /** Of its expiry. */
  readonly forward: number;
  readonly discount: number;
  readonly atmVol: number;
  readonly smile: Smile;
}

/** Prices one contract on its expiry's smile and on its own quotes. */
export function contractPricing(inputs: PricingInputs): ContractPricing {
  const { instrument, quote, atmVol, smile } = inputs;
  const { strike, right, premiumUnit, expiry } = instrument;
  const forward = quote?.forward ?? inputs.forward;
  const inCoin = premiumUnit === 'underlying';
  const basis = {
    forward,
    years: quote === null ? smile.years : yearsBetween(quote.at, expiry),
    discount: inCoin ? 1 : (quote?.discount ?? inputs.discount),
    scale: inCoin ? forward : 1,
  };
  const { vol: midVol, from } = middleVol(inputs, basis);
  const valueAt = (vol: number): number =>
    blackPrice(forward, strike, vol, basis.years, basis.discount, right);
  const delivered = { right, strike, forward, discount: basis.discount, smile };
  return {
    ...basis,
    midVol,
    middle: from,
    flatValue: valueAt(atmVol),
    midValue: valueAt(midVol),
    delivery: expectedDeliveryFee(delivered, deliveryTerms(instrument.fees)),
    smile,
  };
}

/** Black's vol of a premium; null where it has none. */
export function premiumVol(
  premium: number,
  { strike, right }: Pick<Instrument, 'strike' | 'right'>,
  { forward, years, discount, scale }: Pick<ContractPricing, 'forward' | 'years' | 'discount' | 'scale'>,
): number | null {
  const vol = impliedVol(premium * scale, forward, strike, years, discount, right);
  return vol.ok ? vol.value : null;
}

/** A book tells its own middle, for it may be younger than the chain's quote. */
function middleVol(
  { instrument, point, book, smile }: PricingInputs,
  basis: Pick<ContractPricing, 'forward' | 'years' | 'discount' | 'scale'>,
): { readonly vol: number; readonly from: ContractPricing['middle'] } {
  const [bid, ask] = [book?.bids[0], book?.asks[0]];
  const [low, high] =
    book === null
      ? [point.bidVol, point.askVol]
      : [
          bid ? premiumVol(bid.price, instrument, basis) : null,
          ask ? premiumVol(ask.price, instrument, basis) : null,
        ];
  if (low !== null && high !== null && low <= high) return { vol: (low + high) / 2, from: 'quotes' };
  const fitted = point.fitVol ?? smileVol(smile, Math.log(instrument.strike / basis.forward));
  return { vol: fitted, from: 'fit' };
}
