import { readPlan } from '#analytics/protection/plan-text.ts';
import {
  type ProgrammeWalk,
  type WalkRequest,
  isRolled,
  walkProgrammes,
} from '#analytics/protection/programme-walk.ts';
import { err, ok, type Result } from '#base/result.ts';
import { DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import { recordedChains } from '#feed/chains-through-time.ts';
import type { Replay } from '#feed/replay.ts';
import {
  SIMULATED_FROM,
  SIMULATED_SEED,
  simulatedChains,
  simulatedUnderlying,
} from '#feed/simulated-chains.ts';
import type { ProgrammePath, ProgrammeQuestion, ProgrammeRun } from './programme-run.ts';
import type { Job } from './protocol.ts';

const PATHS = ['calm', 'sell-off', 'crash'] as const;
/** A path of chance is defined for some years only, and each year of it takes a second or so. */
const LONGEST_DAYS = 3 * 365;
/** Between two pauses at which a cancelled run ends. */
const TURN_MS = 30;

type Route = Pick<ProgrammeRun, 'underlying' | 'seed'> & {
  readonly from: EpochMs;
  readonly longestDays: number;
  readonly ways: readonly {
    readonly path: ProgrammePath;
    readonly through: (days: number) => WalkRequest['through'];
  }[];
};

function routeOf({ on, underlying }: ProgrammeQuestion, replay: Replay | null): Route | null {
  if (on === 'simulator') {
    const listed = simulatedUnderlying(underlying);
    const ways = PATHS.map((path) => ({
      path,
      through: (days: number) => simulatedChains(listed, path, days),
    }));
    return {
      underlying: listed,
      seed: SIMULATED_SEED,
      from: SIMULATED_FROM,
      longestDays: LONGEST_DAYS,
      ways,
    };
  }
  const instants = replay?.instants ?? [];
  const [first, last] = [instants[0], instants.at(-1)];
  if (replay === null || first === undefined || last === undefined) return null;
  return {
    underlying,
    seed: null,
    from: first.at,
    longestDays: (last.at - first.at) / DAY_MS,
    ways: [{ path: 'recording', through: () => recordedChains(replay, underlying) }],
  };
}

/** Rolls a plan through a recording, or through every path of the simulator; the error is one line for people. */
export async function runProgramme(
  question: ProgrammeQuestion,
  job: Job<number>,
  replay: Replay | null,
): Promise<Result<ProgrammeRun, string>> {
  const route = routeOf(question, replay);
  if (route === null) return err('no recording is open');
  const { underlying, seed, from, longestDays, ways } = route;
  const read = readPlan(question.words, from);
  if (!read.ok) return read;
  const { plan } = read.value;
  if (!isRolled(plan)) return err('a future has no expiry that it could be rolled at');
  if (plan.horizon.kind !== 'rolling') return err('the plan says nothing of rolling');
  const days = Math.min((plan.horizon.until - from) / DAY_MS, longestDays);
  const request = {
    plan,
    until: epochMs(from + days * DAY_MS),
    settings: question.settings,
    narrow: question.on === 'simulator',
  };
  const walks: ProgrammeRun['walks'][number][] = [];
  for (const { path, through } of ways) {
    const steps = walkProgrammes({ ...request, through: through(days) });
    const walk = await finish(steps, job, (share) => (walks.length + share) / ways.length);
    if (walk === null) return err('cancelled');
    walks.push({ path, walk });
  }
  return ok({ plan, underlying, days, seed, walks });
}

/** Walks to the end with pauses for others; null where nobody waits any more. */
async function finish(
  steps: Generator<number, ProgrammeWalk>,
  { signal, report }: Job<number>,
  ofAll: (share: number) => number,
): Promise<ProgrammeWalk | null> {
  let pausedAt = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - pausedAt < TURN_MS) continue;
    report(ofAll(step.value));
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal.aborted) return null;
    pausedAt = performance.now();
  }
}
