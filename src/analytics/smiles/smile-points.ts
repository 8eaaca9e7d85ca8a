import type { Years } from '#base/time.ts';
import type { DropReason, ExpiryReport } from '../report.ts';
import type { VolContract } from '../quotes/prepare-expiries.ts';
import { outOfTheMoney } from './out-of-the-money.ts';
import { type Slice, sliceOf } from './slice-of.ts';

/** Fewest two-sided points that make a smile of their own. */
export const LEAST_QUOTES = 3;

/** Which contracts of one expiry its smile rests on, and why the others are none of them. */
export interface SmilePoints {
  /** One entry a contract, in the expiry's order; null for a two-sided point of the smile. */
  readonly reasons: readonly (DropReason | null)[];
  /** What the smile is fitted to; null when there is too little. */
  readonly slice: Slice | null;
  readonly unfitted: ExpiryReport['unfitted'];
}

/**
 * Chooses the points of one expiry's smile before any fit: two-sided quotes of the out-of-the-money side whose prices
 * say something about vol, with lone sides beside them as bounds.
 * @param forward the expiry's forward in the quote currency; null when none is known
 * @param years ACT/365F from the chain's "now"; ≤ 0 when expired
 */
export function smilePoints(
  contracts: readonly VolContract[],
  forward: number | null,
  years: Years,
): SmilePoints {
  const chosen = forward === null ? new Set<VolContract>() : outOfTheMoney(contracts, forward);
  const reasons = contracts.map((entry) => dropReason(entry, chosen.has(entry)));
  const used = contracts.filter((_, index) => reasons[index] === null);
  if (years <= 0) return { reasons, slice: null, unfitted: 'expired' };
  if (forward === null) return { reasons, slice: null, unfitted: 'no-forward' };
  if (used.length < LEAST_QUOTES) {
    return {
      reasons: reasons.map((reason) => reason ?? 'too-few-quotes'),
      slice: null,
      unfitted: 'too-few-quotes',
    };
  }
  const bounds = contracts.filter((entry) => chosen.has(entry) && isBound(entry));
  return { reasons, slice: sliceOf([...used, ...bounds], forward, years), unfitted: null };
}

/** What is wrong with the quote itself comes first, then its side of the forward, then what its prices say of vol. */
function dropReason({ contract, vols }: VolContract, isChosen: boolean): DropReason | null {
  if (contract.unread !== null) return contract.unread;
  if (contract.state !== 'two-sided') return contract.state;
  if (contract.forward === null) return 'no-forward';
  if (!isChosen) return 'in-the-money';
  return vols.silent;
}

function isBound({ contract, vols }: VolContract): boolean {
  if (contract.state === 'bid-only') return vols.bid !== null;
  return contract.state === 'ask-only' && vols.ask !== null;
}
