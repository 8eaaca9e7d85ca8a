import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import { readPlan } from '#analytics/protection/plan-text.ts';
import { type ProgrammeWalk, isRolled, walkProgrammes } from '#analytics/protection/programme-walk.ts';
import { epochMs } from '#base/time.ts';
import { recordedChains } from '#feed/chains-through-time.ts';
import type { Replay } from '#feed/replay.ts';

/** A plan with a rolling horizon bought again and again through a whole recording; null for any other plan. */
export function rolledThrough(
  replay: Replay,
  underlying: string,
  { text, settings }: { readonly text: string; readonly settings: AnalysisSettings },
): ProgrammeWalk | null {
  const through = recordedChains(replay, underlying);
  const [first, last] = [through.instants[0], through.instants.at(-1)];
  if (first === undefined || last === undefined) return null;
  const read = readPlan(text, first);
  if (!read.ok) return null;
  const { plan } = read.value;
  if (plan.horizon.kind !== 'rolling' || !isRolled(plan)) return null;
  const until = epochMs(Math.min(plan.horizon.until, last));
  const steps = walkProgrammes({ through, plan, until, settings, narrow: false });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
