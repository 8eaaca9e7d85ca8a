import type { HedgeAnswer } from './hedge-bill.ts';
import type { Structure } from './protection-plan.ts';

/** The same plan by another structure. */
export interface StructureAnswer {
  readonly structure: Structure;
  readonly answer: HedgeAnswer;
}
