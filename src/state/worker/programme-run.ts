import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { ProgrammeWalk } from '#analytics/protection/programme-walk.ts';
import type { ProtectionPlan } from '#analytics/protection/protection-plan.ts';
import type { RolledOn } from '../selection.ts';

/** Through what a floor is rolled: an opened recording, or the simulator. */
export interface ProgrammeQuestion {
  readonly on: 'recording' | 'simulator';
  /** Names the opened recording; means nothing for the simulator. */
  readonly shelf: string;
  readonly underlying: string;
  /** A plan with a rolling horizon in the words of the command line. */
  readonly words: string;
  readonly settings: AnalysisSettings;
}

/** What a floor was rolled through: the recording, or one path of the simulator. */
export type ProgrammePath = Exclude<RolledOn, 'plan'>;

/** A floor rolled at every period through one market, or through several. */
export interface ProgrammeRun {
  readonly plan: ProtectionPlan;
  /** What the market through time lists it as: the simulator lists fewer than venues do. */
  readonly underlying: string;
  /** For how long rolls are bought. */
  readonly days: number;
  /** Null for a recording. */
  readonly seed: number | null;
  readonly walks: readonly { readonly path: ProgrammePath; readonly walk: ProgrammeWalk }[];
}
