import { useMemo } from 'react';
import type { PlanStudy } from '#analytics/protection/protection-study.ts';
import type { ContractTerms } from '#analytics/venues/contract-terms.ts';
import type { PlanForm } from '#state/plan-form.ts';
import { planWords } from '#state/plan-in-words.ts';
import { type ComparedMarket, useComparedMarket } from '#state/use-compared-market.ts';
import type { Market } from '#state/use-market.ts';
import { useOrderBooks } from '#state/use-order-books.ts';
import { useStudy } from '#state/use-study.ts';
import { tradedContracts } from '../traded-contracts.ts';
import { sameFloor, withCash } from './same-floor.ts';

/** The plan on two markets, as far as they have answered. */
export interface Across {
  readonly compared: ComparedMarket | null;
  readonly own: PlanStudy;
  /** Null before the second market has answered. */
  readonly other: PlanStudy | null;
  readonly ownTerms: ContractTerms | null;
  readonly otherTerms: ContractTerms | null;
  /** Both are reckoned with the premium paid in cash, though the plan pays it from the holding. */
  readonly cashForBoth: boolean;
  /** Why an order book of the second market could not be read; null where nothing was wrong. */
  readonly bookError: string | null;
}

const NOTHING = { sourceId: '', snapshot: null };

type Answered = { readonly ok: true; readonly value: PlanStudy } | { readonly ok: false } | null;

const studyOf = (answered: Answered): PlanStudy | null => (answered?.ok === true ? answered.value : null);

const unitOf = (study: PlanStudy | null) =>
  study?.answer.ok === true ? study.answer.value.premiumUnit : null;

/** The contracts of the bill on screen at the other market, and their order books where it is live. */
function useOther(beside: ComparedMarket | null, form: PlanForm, study: PlanStudy) {
  const asked = useMemo(() => {
    const plan = sameFloor(form, study);
    return { words: planWords(unitOf(study) === 'quote' ? withCash(plan) : plan) };
  }, [form, study]);
  const { value } = useStudy(beside ?? NOTHING, 'protectionBeside', beside && asked);
  const other = studyOf(value);
  const books = useOrderBooks(
    { ...(beside ?? NOTHING), kind: beside?.live === true ? 'live' : 'none' },
    useMemo(() => tradedContracts(other), [other]),
  );
  return { other, bookError: books.error };
}

/** The bill on screen, paid with cash where the other market's is. */
function useOwn(market: Market, form: PlanForm, study: PlanStudy, other: PlanStudy | null) {
  const cashForBoth = unitOf(study) === 'underlying' && unitOf(other) === 'quote' && !form.cash;
  const asked = useMemo(() => ({ words: planWords(withCash(form)) }), [form]);
  const { value } = useStudy(market, 'protectionBeside', cashForBoth ? asked : null);
  const inCash = cashForBoth ? studyOf(value) : null;
  return { own: inCash ?? study, cashForBoth: inCash !== null };
}

/** Prices the floor of the bill on screen on the compared market too. */
export function useAcross(market: Market, form: PlanForm, study: PlanStudy): Across {
  const compared = useComparedMarket(market);
  const beside = compared?.snapshot === null ? null : compared;
  const { other, bookError } = useOther(beside, form, study);
  const { own, cashForBoth } = useOwn(market, form, study, other);
  const wanted = beside && NO_WORDS;
  const { value: ownTerms } = useStudy(market, 'terms', wanted);
  const { value: otherTerms } = useStudy(beside ?? NOTHING, 'terms', wanted);
  return useMemo(
    () => ({ compared, own, other, ownTerms, otherTerms, cashForBoth, bookError }),
    [compared, own, other, ownTerms, otherTerms, cashForBoth, bookError],
  );
}

const NO_WORDS = {};
