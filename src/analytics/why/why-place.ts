import type { EpochMs } from '#base/time.ts';
import type { Analysis } from '../analyse-chain.ts';
import { type ContractWhy, contractWhy } from './contract-why.ts';
import { type ExpiryWhy, expiryWhy } from './expiry-why.ts';

/** What is asked about: a contract by its name, or else a whole expiry. */
export interface WhyPlace {
  readonly instrument: string | null;
  readonly expiry: EpochMs;
}

/** What is known of a place; both are null where the market does not list it. */
export interface WhyAnswer {
  readonly contract: ContractWhy | null;
  readonly expiry: ExpiryWhy | null;
}

/** How the numbers of one place of a chart came about. A contract that is not listed leaves its expiry to be explained. */
export function whyPlace(analysis: Analysis, { instrument, expiry }: WhyPlace): WhyAnswer {
  return {
    contract: instrument === null ? null : contractWhy(analysis, instrument),
    expiry: expiryWhy(analysis, expiry),
  };
}
