import { type EpochMs, type Years, yearsBetween } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ContractQuote, RowFailureReason } from '#market/option-chain.ts';
import type { Quote } from '#market/quote.ts';
import type { ExpiryForward } from '../forward/expiry-forward.ts';
import type { QuoteState } from '../report.ts';
import { quoteState } from './quote-state.ts';

/** One contract, what its book looks like, and the basis its own inversion uses. */
export interface JudgedContract {
  readonly instrument: Instrument;
  readonly quote: Quote | null;
  readonly state: QuoteState;
  /** The row's own forward, the expiry's where the row has none; quote currency. */
  readonly forward: number | null;
  readonly discount: number;
  /** ACT/365F from the quote's own time stamp to the expiry; ≤ 0 when expired. */
  readonly years: Years;
  /** Why the venue's row for this contract was not read; null when it was. */
  readonly unread: RowFailureReason | null;
}

/** What is the same for every contract of a chain. */
export interface JudgeContext {
  readonly asOf: EpochMs;
  readonly staleAfterMs: number;
  /** Reasons of the rows that could not be read, by instrument name. */
  readonly unread: ReadonlyMap<string, RowFailureReason>;
}

/** Judges every contract of one expiry against the chain's clock and the expiry's forward, in the chain's order. */
export function judgeContracts(
  contracts: readonly ContractQuote[],
  expiry: ExpiryForward,
  { asOf, staleAfterMs, unread }: JudgeContext,
): readonly JudgedContract[] {
  return contracts.map(({ instrument, quote }) => {
    const forward = quote?.forward ?? expiry.forward;
    const discount = quote?.discount ?? expiry.discount;
    return {
      instrument,
      quote,
      state: quoteState(instrument, quote, { asOf, staleAfterMs, forward, discount }),
      forward,
      discount,
      years: yearsBetween(quote?.at ?? asOf, instrument.expiry),
      unread: quote === null ? (unread.get(instrument.name) ?? null) : null,
    };
  });
}
