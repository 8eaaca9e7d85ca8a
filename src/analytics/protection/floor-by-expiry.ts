import { type Result, err } from '#base/result.ts';
import type { EpochMs } from '#base/time.ts';
import type { ContractQuote, OptionChain } from '#market/option-chain.ts';
import type { OrderBook } from '#market/order-book.ts';
import type { ExpiryReport, Report, ReportPoint } from '../report.ts';
import { type FloorBill, type NoBill, floorBill } from './floor-bill.ts';
import { floorContract } from './floor-contract.ts';
import { bookSide } from './side-fills.ts';

/** What is held and how far it may fall. */
export interface FloorRequest {
  /** Units of the underlying, > 0. */
  readonly amount: number;
  /** Floor as a fraction of each expiry's forward, for example 0.85. */
  readonly floor: number;
  /** Order books where they are known, by instrument name. */
  readonly books?: ReadonlyMap<string, OrderBook>;
}

/** One expiry's answer. */
export interface ExpiryFloor {
  readonly expiry: EpochMs;
  readonly label: string;
  /** ACT/365F from the chain's `asOf`. */
  readonly years: number;
  readonly bill: Result<FloorBill, NoBill>;
}

/**
 * The same floor at every listed expiry: a bill, or the reason there is none. One put a unit held; the strike is the
 * listed one nearest to the floor.
 */
export function floorByExpiry(
  chain: OptionChain,
  report: Report,
  request: FloorRequest,
): readonly ExpiryFloor[] {
  const points = new Map(report.points.map((point) => [point.instrument, point]));
  const contracts = new Map(chain.expiries.map((expiry) => [expiry.expiry, expiry.contracts]));
  return report.expiries.map((expiry) => ({
    expiry: expiry.expiry,
    label: expiry.label,
    years: expiry.years,
    bill: expiryBill(expiry, contracts.get(expiry.expiry) ?? [], points, request),
  }));
}

function expiryBill(
  { forward, atmVol, discount, unfitted }: ExpiryReport,
  contracts: readonly ContractQuote[],
  points: ReadonlyMap<string, ReportPoint>,
  { amount, floor, books }: FloorRequest,
): Result<FloorBill, NoBill> {
  if (unfitted === 'expired') return none('expired');
  if (forward === null) return none('no-forward');
  if (atmVol === null) return none('no-smile');
  const contract = floorContract(contracts, floor * forward);
  const point = contract && points.get(contract.instrument.name);
  if (!contract || !point) return none('no-strike');
  const book = books?.get(contract.instrument.name);
  const asks = book === undefined ? null : bookSide(book, 'buy');
  return floorBill(contract, point, { amount, forward, discount, atmVol, asks });
}

function none(reason: NoBill['reason']): Result<FloorBill, NoBill> {
  return err({ reason, fillable: null });
}
