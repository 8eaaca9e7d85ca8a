import type { OptionChain } from '#market/option-chain.ts';
import type { Report } from '../report.ts';
import { type ExpiryFloor, floorByExpiry } from './floor-by-expiry.ts';

/** The position a first look is billed for: so many units, or so many contracts where a contract is of more than one. */
const UNITS = 10;
const FLOOR = 0.85;

/** One position with one floor, billed at every listed expiry. */
export interface StandardFloor {
  /** Units of the underlying held. */
  readonly amount: number;
  /** Floor as a fraction of each expiry's forward. */
  readonly floor: number;
  /** Units of the underlying in the largest listed contract; null when nothing is listed. */
  readonly contractSize: number | null;
  /** What strikes, forwards and bills are counted in; null when nothing is listed. */
  readonly quoteCurrency: string | null;
  readonly floors: readonly ExpiryFloor[];
}

/**
 * Ten units with a floor at 85 % of each expiry's forward, bought at the ask; ten contracts where one contract is of
 * more than one unit, since a fraction of it cannot be bought. Without order books, as a chain has none.
 */
export function standardFloor(chain: OptionChain, report: Report): StandardFloor {
  let contractSize: number | null = null;
  let quoteCurrency: string | null = null;
  for (const { contracts } of chain.expiries) {
    for (const { instrument } of contracts) {
      contractSize = Math.max(contractSize ?? 0, instrument.contractSize);
      quoteCurrency ??= instrument.quoteCurrency;
    }
  }
  const amount = UNITS * Math.max(1, contractSize ?? 1);
  const floors = floorByExpiry(chain, report, { amount, floor: FLOOR });
  return { amount, floor: FLOOR, contractSize, quoteCurrency, floors };
}
