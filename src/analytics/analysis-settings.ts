import type { DeltaConvention } from './report.ts';

/** What the user chose about the analysis; everything else follows from the chain. */
export interface AnalysisSettings {
  readonly deltaConvention: DeltaConvention;
  /** A quote whose own time stamp is older than the chain's `asOf` by more than this is stale; milliseconds. */
  readonly staleAfterMs: number;
}

/** Forward delta; quotes older than ten minutes are stale, which lets a slow poll of single order books through. */
export const DEFAULT_SETTINGS: AnalysisSettings = { deltaConvention: 'forward', staleAfterMs: 600_000 };
