import type { AnalysisSettings } from '#analytics/analysis-settings.ts';
import type { PlanForm } from '#state/plan-form.ts';
import { planWords } from '#state/plan-in-words.ts';
import type { RolledOn } from '#state/selection.ts';
import type { ProgrammeQuestion } from '#state/worker/programme-run.ts';

/** What is rolled, and through what; a null question asks nothing yet. */
export interface ProgrammeAsked {
  readonly question: ProgrammeQuestion | null;
  /** The plan as it is rolled: on the simulator, whose prices are its own, without an entry price and with strikes as shares of spot. */
  readonly form: PlanForm;
  /** Something of the plan was put otherwise for the simulator. */
  readonly changed: readonly ('strike' | 'entry')[];
  /** A recording was asked for and none is open. */
  readonly unopened: boolean;
}

interface Situation {
  readonly form: PlanForm;
  readonly rolledOn: RolledOn;
  readonly recordingOpen: boolean;
  readonly shelf: string;
  readonly underlying: string;
  /** Of the market on screen; null where it is not known. */
  readonly spot: number | null;
  readonly settings: AnalysisSettings;
}

/** Rolls are bought for so long where the plan does not say: a year, or as long as a recording lasts. */
const YEAR = 365;
const LONGEST = 3650;

function placeOf({ rolledOn, form, recordingOpen }: Situation): ProgrammeQuestion['on'] | null {
  if (rolledOn === 'recording') return recordingOpen ? 'recording' : null;
  if (rolledOn !== 'plan') return 'simulator';
  if (form.horizon.kind !== 'rolling') return null;
  return recordingOpen ? 'recording' : 'simulator';
}

/** In whole percent, so that a market that moves does not ask anew with every tick. */
function shareOf(strike: number, spot: number): number {
  return Math.max(1, Math.round((100 * strike) / spot));
}

function forSimulator(form: PlanForm, spot: number | null): Pick<ProgrammeAsked, 'form' | 'changed'> {
  const strike = form.unit === 'strike' && spot !== null;
  const shares = strike
    ? {
        unit: 'spot' as const,
        level: shareOf(form.level, spot),
        second: form.second === null ? null : shareOf(form.second, spot),
      }
    : {};
  return {
    form: { ...form, ...shares, entry: null },
    changed: [...(strike ? ['strike' as const] : []), ...(form.entry === null ? [] : ['entry' as const])],
  };
}

/** What the worker is asked: every period is answered at once, so that the words name always the same one. */
export function programmeAsked(situation: Situation): ProgrammeAsked {
  const { form: plan, rolledOn, recordingOpen, shelf, underlying, spot, settings } = situation;
  const on = placeOf(situation);
  const unopened = rolledOn === 'recording' && !recordingOpen;
  const { form, changed } = on === 'simulator' ? forSimulator(plan, spot) : { form: plan, changed: [] };
  if (on === null) return { question: null, form, changed, unopened };
  const days = plan.horizon.kind === 'rolling' ? plan.horizon.days : on === 'simulator' ? YEAR : LONGEST;
  const words = planWords({ ...form, horizon: { kind: 'rolling', every: 'monthly', days } });
  const question = { on, shelf: on === 'simulator' ? '' : shelf, underlying, words, settings };
  return { question, form, changed, unopened };
}
