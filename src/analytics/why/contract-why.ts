import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { Quote } from '#market/quote.ts';
import { tickAt } from '#market/tick-table.ts';
import { blackPrice } from '#quant/black/black-price.ts';
import type { Analysis } from '../analyse-chain.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { ExpiryForward } from '../forward/expiry-forward.ts';
import type { JudgedContract } from '../quotes/judge-contracts.ts';
import type { VolContract } from '../quotes/prepare-expiries.ts';
import { intrinsicValue, undiscountedPrice } from '../quotes/undiscounted-price.ts';
import type { ReportPoint } from '../report.ts';

/** One price of a contract and the vol that was solved from it. */
export interface WhyPrice {
  readonly side: 'bid' | 'ask' | 'mid' | 'mark';
  /** In premium units per unit of the underlying. */
  readonly premium: number | null;
  /** Contracts; null where none are stated. */
  readonly size: number | null;
  /** Quote currency: the price that is inverted. */
  readonly undiscounted: number | null;
  /** Our own inversion, decimal; null where the price says nothing about vol. */
  readonly vol: number | null;
  /** Black's undiscounted price at that vol, quote currency: what the inversion gives back. */
  readonly restored: number | null;
  /** What the venue says, decimal. */
  readonly venueVol: number | null;
}

/** Black's arguments at one of the vols. */
export interface WhyArguments {
  readonly side: WhyPrice['side'];
  readonly vol: number;
  /** σ√T. */
  readonly stdDev: number;
  readonly d1: number;
  readonly d2: number;
}

/** The forward that a contract's inversion used, and whose it is. */
export interface WhyForward {
  readonly value: number | null;
  /** `row`: stated with this very quote; otherwise the expiry's, from the venue's other rows or from put-call parity. */
  readonly source: 'row' | 'venue' | 'parity' | null;
  /** The venue's name of it: a listed future, a synthetic, the index. */
  readonly name: string | null;
  /** What the whole expiry is measured against. */
  readonly ofExpiry: number | null;
}

/** Everything one contract's vols came from; plain data, missing is null. */
export interface ContractWhy {
  readonly instrument: Instrument;
  readonly point: ReportPoint;
  readonly prices: readonly WhyPrice[];
  readonly last: number | null;
  /** The venue's stamp of the quote; null where there is no quote, and then time runs from the chain's. */
  readonly quotedAt: EpochMs | null;
  /** ACT/365F from that stamp to the expiry. */
  readonly years: number;
  readonly forward: WhyForward;
  readonly discount: number;
  /** Undiscounted, quote currency. */
  readonly intrinsic: number | null;
  /** The price step at the bid, or at the price there is; premium units. */
  readonly tick: number;
  /** Half of that step in vol, decimal; 0 where no price has a vol. */
  readonly halfTickVol: number;
  /** At the mid's vol, or the mark's, or that of the only side. */
  readonly at: WhyArguments | null;
}

/**
 * How the vols of one contract came about.
 * @returns null when the analysis has no contract of this name
 */
export function contractWhy({ smiles, report }: Analysis, name: string): ContractWhy | null {
  const point = report.points.find(({ instrument }) => instrument === name);
  for (const { expiry } of smiles) {
    const found = expiry.contracts.find(({ contract }) => contract.instrument.name === name);
    if (found && point) return explained(found, point, expiry.forward);
  }
  return null;
}

function explained(found: VolContract, point: ReportPoint, expiry: ExpiryForward): ContractWhy {
  const { contract, vols } = found;
  const { instrument, quote, forward, discount, years } = contract;
  const prices = pricesOf(found);
  const steppedAt = prices.find(({ premium }) => premium !== null)?.premium ?? 0;
  return {
    instrument,
    point,
    prices,
    last: quote?.last ?? null,
    quotedAt: quote?.at ?? null,
    years,
    forward: forwardOf(contract, expiry),
    discount,
    intrinsic: forward === null ? null : intrinsicValue(instrument.right, instrument.strike, forward),
    tick: tickAt(instrument.ticks, steppedAt),
    halfTickVol: vols.halfTick,
    at: argumentsOf(contract, prices),
  };
}

function forwardOf({ quote, forward }: JudgedContract, expiry: ExpiryForward): WhyForward {
  const stated = quote?.forward ?? null;
  return {
    value: forward,
    source: stated === null ? expiry.source : 'row',
    name: quote?.forwardName ?? null,
    ofExpiry: expiry.forward,
  };
}

function midOf({ bid, ask }: Quote): number | null {
  return bid === null || ask === null || bid > ask ? null : (bid + ask) / 2;
}

function pricesOf({ contract, vols }: VolContract): readonly WhyPrice[] {
  const { quote } = contract;
  if (quote === null) return [];
  const { bid, ask, mark, bidSize, askSize, venueBidVol, venueAskVol, venueMarkVol } = quote;
  const price = (row: Pick<WhyPrice, 'side' | 'premium' | 'size' | 'vol' | 'venueVol'>): WhyPrice => ({
    ...row,
    undiscounted: inverted(contract, row.premium),
    restored: restored(contract, row.vol),
  });
  return [
    price({ side: 'bid', premium: bid, size: bidSize, vol: vols.bid, venueVol: venueBidVol }),
    price({ side: 'ask', premium: ask, size: askSize, vol: vols.ask, venueVol: venueAskVol }),
    price({ side: 'mid', premium: midOf(quote), size: null, vol: vols.mid, venueVol: null }),
    price({ side: 'mark', premium: mark, size: null, vol: vols.mark, venueVol: venueMarkVol }),
  ];
}

function inverted({ instrument, forward, discount }: JudgedContract, premium: number | null): number | null {
  if (premium === null || forward === null) return null;
  return finiteOrNull(undiscountedPrice(premium, { premiumUnit: instrument.premiumUnit, forward, discount }));
}

function restored({ instrument, forward, years }: JudgedContract, vol: number | null): number | null {
  if (vol === null || forward === null) return null;
  return finiteOrNull(blackPrice(forward, instrument.strike, vol, years, 1, instrument.right));
}

const BEST_KNOWN = ['mid', 'mark', 'bid', 'ask'] as const;

function argumentsOf(
  { instrument, forward, years }: JudgedContract,
  prices: readonly WhyPrice[],
): WhyArguments | null {
  for (const side of BEST_KNOWN) {
    const vol = prices.find((price) => price.side === side)?.vol ?? null;
    if (vol === null || forward === null || vol <= 0 || years <= 0) continue;
    const stdDev = vol * Math.sqrt(years);
    const d1 = Math.log(forward / instrument.strike) / stdDev + stdDev / 2;
    return { side, vol, stdDev, d1, d2: d1 - stdDev };
  }
  return null;
}
