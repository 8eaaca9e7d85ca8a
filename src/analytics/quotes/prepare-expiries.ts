import { type Years, yearsBetween } from '#base/time.ts';
import type { ExpiryQuotes, OptionChain, RowFailureReason } from '#market/option-chain.ts';
import type { AnalysisSettings } from '../analysis-settings.ts';
import { type ExpiryForward, expiryForward } from '../forward/expiry-forward.ts';
import { type ContractVols, NO_VOLS, contractVols } from './contract-vols.ts';
import { type JudgedContract, judgeContracts } from './judge-contracts.ts';
import { listedExpiries } from './listed-expiries.ts';

/** One contract with the vols of its prices. */
export interface VolContract {
  readonly contract: JudgedContract;
  readonly vols: ContractVols;
}

/** One expiry's contracts with their vols, and what they are measured against. */
export interface PreparedExpiry {
  readonly quotes: ExpiryQuotes;
  /** ACT/365F from the chain's `asOf`; ≤ 0 when expired. */
  readonly years: Years;
  readonly forward: ExpiryForward;
  /** In the chain's order. */
  readonly contracts: readonly VolContract[];
}

/** Finds every expiry's forward, judges every quote, and inverts all prices of the chain in one batch. */
export function prepareExpiries(chain: OptionChain, settings: AnalysisSettings): readonly PreparedExpiry[] {
  const context = {
    asOf: chain.asOf,
    staleAfterMs: settings.staleAfterMs,
    unread: unreadReasons(chain),
  };
  const judged = listedExpiries(chain).map((quotes) => {
    const forward = expiryForward(quotes);
    return { quotes, forward, contracts: judgeContracts(quotes.contracts, forward, context) };
  });
  const vols = contractVols(judged.flatMap(({ contracts }) => contracts));
  let next = 0;
  return judged.map(({ quotes, forward, contracts }) => ({
    quotes,
    forward,
    years: yearsBetween(chain.asOf, quotes.expiry),
    contracts: contracts.map((contract) => ({ contract, vols: vols[next++] ?? NO_VOLS })),
  }));
}

/** Of several unread rows of one contract the first tells why. */
function unreadReasons(chain: OptionChain): ReadonlyMap<string, RowFailureReason> {
  const reasons = new Map<string, RowFailureReason>();
  for (const { instrument, reason } of chain.rejected) {
    if (instrument !== null && !reasons.has(instrument)) reasons.set(instrument, reason);
  }
  return reasons;
}
