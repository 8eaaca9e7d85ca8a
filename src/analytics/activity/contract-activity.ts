import type { EpochMs } from '#base/time.ts';
import { impliedVol } from '#quant/black/implied-vol.ts';
import { tickAt } from '#market/tick-table.ts';
import type { Analysis } from '../analyse-chain.ts';
import { finiteOrNull } from '../finite-or-null.ts';
import type { JudgedContract } from '../quotes/judge-contracts.ts';
import { silenceOf } from '../quotes/price-resolution.ts';
import { intrinsicValue, undiscountedPrice } from '../quotes/undiscounted-price.ts';

/** What is held, traded and on offer in one contract. Amounts are units of the underlying; missing is null. */
export interface ContractActivity {
  readonly instrument: string;
  readonly openInterest: number | null;
  /** Of the last 24 hours. */
  readonly volume: number | null;
  /** Offered at the best bid and the best ask. */
  readonly bidSize: number | null;
  readonly askSize: number | null;
  /**
   * Vol of the last trade's price at the forward of now, decimal. Venues do not say when that trade was, so it may be
   * old; null where the price says nothing about vol.
   */
  readonly lastVol: number | null;
}

/** Open interest, volume, sizes and last trades of every contract of the expiries asked for, in the chain's order. */
export function contractActivity(
  { smiles }: Pick<Analysis, 'smiles'>,
  expiries: readonly EpochMs[],
): readonly ContractActivity[] {
  return smiles
    .filter(({ expiry }) => expiries.includes(expiry.quotes.expiry))
    .flatMap(({ expiry }) => expiry.contracts.map(({ contract }) => activityOf(contract)));
}

function activityOf(contract: JudgedContract): ContractActivity {
  const { instrument, quote } = contract;
  const inCoin = (contracts: number | null | undefined): number | null =>
    contracts === null || contracts === undefined ? null : contracts * instrument.contractSize;
  return {
    instrument: instrument.name,
    openInterest: quote?.openInterest ?? null,
    volume: quote?.volume ?? null,
    bidSize: inCoin(quote?.bidSize),
    askSize: inCoin(quote?.askSize),
    lastVol: lastVolOf(contract),
  };
}

function lastVolOf({ instrument, quote, forward, discount, years }: JudgedContract): number | null {
  const last = quote?.last ?? null;
  if (last === null || forward === null || years <= 0 || forward <= 0) return null;
  const { strike, right, premiumUnit, ticks } = instrument;
  const basis = { premiumUnit, forward, discount };
  const price = undiscountedPrice(last, basis);
  const implied = impliedVol(price, forward, strike, years, 1, right);
  if (!implied.ok) return null;
  const silence = silenceOf({
    timeValue: price - intrinsicValue(right, strike, forward),
    tick: undiscountedPrice(tickAt(ticks, last), basis),
    vol: implied.value,
    forward,
    strike,
    years,
  });
  return silence === null ? finiteOrNull(implied.value) : null;
}
