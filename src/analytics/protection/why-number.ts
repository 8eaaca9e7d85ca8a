import type { PartId } from './bill-parts.ts';

/** One input of a formula, with its unit in plain words. */
export interface WhyInput {
  readonly symbol: string;
  readonly meaning: string;
  /** Null where it is not known. */
  readonly value: number | null;
  readonly unit: string;
}

/** How one number of a bill came about. */
export interface WhyNumber {
  readonly id: PartId | 'total' | 'contracts' | 'maximum-loss' | 'break-even';
  readonly name: string;
  /** In symbols, the same for every bill. */
  readonly formula: string;
  /** The formula with this bill's numbers in it. */
  readonly worked: string;
  readonly inputs: readonly WhyInput[];
  /** What was agreed on and could have been chosen otherwise. */
  readonly convention: string;
  /** Quote currency per unit held, contracts, or a fraction, as `unit` says. */
  readonly value: number | null;
  readonly unit: string;
}
