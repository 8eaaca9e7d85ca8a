import type { DropReason } from '../report.ts';
import type { VolContract } from './out-of-the-money.ts';

/**
 * Why a contract is no two-sided point of its smile, judged before any fit; null when it is one. What is wrong with the
 * quote itself comes first, then which side of the forward it is on, then whether its prices say anything about vol.
 */
export function dropReason({ contract, vols }: VolContract, isOutOfTheMoney: boolean): DropReason | null {
  if (contract.unread !== null) return contract.unread;
  if (contract.state !== 'two-sided') return contract.state;
  if (contract.forward === null) return 'no-forward';
  if (!isOutOfTheMoney) return 'in-the-money';
  return vols.silent;
}
