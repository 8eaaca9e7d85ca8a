import { type Result, err, ok } from '#base/result.ts';
import type { OptionRight } from '#market/instrument.ts';
import { deltaStrike } from '#quant/skew/delta-strike.ts';
import { FARTHEST_STRIKE } from './floor-contract.ts';
import type { ListedContract } from './protection-market.ts';
import type { StrikeChoice } from './protection-plan.ts';
import type { NoHedgeReason } from './no-hedge.ts';
import type { Smile } from '#quant/smile.ts';
import type { DeltaConvention } from '../report.ts';

/** What a named strike is measured against. */
export interface StrikeContext {
  readonly spot: number | null;
  readonly forward: number;
  readonly smile: Smile;
  readonly convention: DeltaConvention;
}

/** The strike that a choice means, quote currency, listed or not. */
export function strikeTarget(
  choice: StrikeChoice,
  right: OptionRight,
  { spot, forward, smile, convention }: StrikeContext,
): Result<number, Extract<NoHedgeReason, 'no-spot' | 'no-delta'>> {
  if (choice.by === 'strike') return ok(choice.strike);
  if (choice.by === 'forward') return ok(choice.share * forward);
  if (choice.by === 'spot') return spot === null ? err('no-spot') : ok(choice.share * spot);
  const found = deltaStrike(smile, { delta: choice.delta, right, convention: { kind: convention } });
  return found.ok ? ok(forward * Math.exp(found.value.k)) : err('no-delta');
}

/**
 * The contract whose strike is nearest to a target, the higher of two equally near; null when none lies within 5 %, since
 * a farther one protects something else.
 */
export function nearestStrike(contracts: readonly ListedContract[], target: number): ListedContract | null {
  let nearest: ListedContract | null = null;
  let distance = FARTHEST_STRIKE * target;
  for (const contract of contracts) {
    const away = Math.abs(contract.instrument.strike - target);
    if (away > distance) continue;
    nearest = contract;
    distance = away;
  }
  return nearest;
}
