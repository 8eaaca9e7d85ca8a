import { type EpochMs, DAY_MS, epochMs } from '#base/time.ts';
import type { OptionChain } from '#market/option-chain.ts';
import { analyseChainFrom } from '../analyse-chain.ts';
import type { AnalysisSettings } from '../analysis-settings.ts';
import { ROLL_DAYS } from './plan-answer.ts';
import { type ProgrammeRecord, programmeRecord } from './programme-record.ts';
import { protectionMarket } from './protection-market.ts';
import type { ProtectionPlan, RollPeriod, Structure } from './protection-plan.ts';
import { type ProgrammeState, type RollingPlan, startProgramme, stepProgramme } from './rolling-programme.ts';
import type { OptionStructure } from './structure-legs.ts';

/** The periods at which a floor is rolled, short to long. */
export const ROLL_PERIODS = Object.keys(ROLL_DAYS) as readonly RollPeriod[];

/** Which of the listed expiries are wanted at an instant. */
export type ChooseExpiries = (listed: readonly EpochMs[], at: EpochMs) => readonly EpochMs[];

/** A market through time, looked at one instant at a time. */
export interface MarketThroughTime {
  /** Rising. */
  readonly instants: readonly EpochMs[];
  /** The chain at an instant by its number, of the expiries chosen; null where there is none yet. */
  readonly chainAt: (index: number, choose: ChooseExpiries) => OptionChain | null;
}

/** One floor rolled weekly, monthly and quarterly through the same market. */
export interface ProgrammeWalk {
  /** In the order of `ROLL_PERIODS`. */
  readonly records: readonly ProgrammeRecord[];
  /** First and last instant looked at. */
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly instants: number;
  /** Instants looked at: all, or where there are many those at which a roll ends and some in between. */
  readonly looked: number;
  /** Venue and names as the chain has them; null where there was no chain at all. */
  readonly market: (Pick<OptionChain, 'venue' | 'underlying'> & { readonly quoteCurrency: string }) | null;
}

/** How far a walk has come, in [0, 1]. */
export type WalkProgress = number;

export interface WalkRequest {
  readonly through: MarketThroughTime;
  readonly plan: ProtectionPlan & { readonly structure: OptionStructure };
  /** From the first instant on; buying ends then, and what is open is still followed to its expiry. */
  readonly until: EpochMs;
  readonly settings: AnalysisSettings;
  /**
   * Whether a purchase looks only at expiries that can serve it, which is quicker; the smiles are then fitted without
   * their neighbours. Marks in between always look at what is held alone.
   */
  readonly narrow: boolean;
}

/** Looks beyond this many are spread out in time. */
const LOOKS = 200;

/** Whether a structure is made of options, which alone expire and can be rolled. */
export function isRolled<P extends { readonly structure: Structure }>(
  plan: P,
): plan is P & { readonly structure: OptionStructure } {
  return plan.structure.kind !== 'short-future' && plan.structure.kind !== 'short-perpetual';
}

/** Walks a market instant by instant and buys the floor again whenever a roll ends; yields how far it has come. */
export function* walkProgrammes(request: WalkRequest): Generator<WalkProgress, ProgrammeWalk> {
  const { through, plan, until, settings } = request;
  const { instants } = through;
  let states = ROLL_PERIODS.map((every) => startProgramme(rolling(plan, every, until)));
  let market: ProgrammeWalk['market'] = null;
  const seen: EpochMs[] = [];
  let next = 0;
  while (next < instants.length && (seen.length === 0 || !isOver(states, instants[next], until))) {
    const chain = chainFor(states, next, request);
    next += 1;
    yield next / instants.length;
    if (chain === null || chain.asOf <= (seen.at(-1) ?? Number.NEGATIVE_INFINITY)) continue;
    seen.push(chain.asOf);
    market ??= marketOf(chain);
    const hedgers = protectionMarket(chain, analyseChainFrom(chain, settings, null));
    states = states.map((state) => stepProgramme(state, hedgers));
    next = nextLook(instants, next, heldExpiries(states));
  }
  const [first, last] = [seen[0] ?? epochMs(0), seen.at(-1) ?? epochMs(0)];
  return {
    records: states.map(programmeRecord),
    from: first,
    to: last,
    instants: instants.length,
    looked: seen.length,
    market,
  };
}

function isOver(states: readonly ProgrammeState[], at: EpochMs | undefined, until: EpochMs): boolean {
  return at === undefined || (at >= until && states.every(({ open }) => open === null));
}

function chainFor(
  states: readonly ProgrammeState[],
  index: number,
  { through, until, narrow }: WalkRequest,
): OptionChain | null {
  const at = through.instants[index] ?? until;
  const held = heldExpiries(states);
  const due = at < until && states.some(({ open }) => open === null || open.roll.expiry <= at);
  const serving: ChooseExpiries = (listed) => servingExpiries(listed, at, { held, due });
  return through.chainAt(index, due && !narrow ? (listed) => listed : serving);
}

/** The next instant worth a look: the next of all, or of very many the next at which a roll ends, some time passed, or all end. */
function nextLook(instants: readonly EpochMs[], from: number, held: readonly EpochMs[]): number {
  const [first, before, last] = [instants[0], instants[from - 1], instants.at(-1)];
  if (instants.length <= LOOKS || first === undefined || before === undefined || last === undefined)
    return from;
  const soonest = Math.min(before + (last - first) / LOOKS, last, ...held);
  const found = instants.findIndex((at, index) => index >= from && at >= soonest);
  return found === -1 ? instants.length : found;
}

function rolling(plan: WalkRequest['plan'], every: RollPeriod, until: EpochMs): RollingPlan {
  return { ...plan, horizon: { kind: 'rolling', every, until } };
}

function heldExpiries(states: readonly ProgrammeState[]): readonly EpochMs[] {
  return [...new Set(states.flatMap(({ open }) => (open === null ? [] : [open.roll.expiry])))];
}

function marketOf({ venue, underlying, expiries }: OptionChain): ProgrammeWalk['market'] {
  return { venue, underlying, quoteCurrency: expiries[0]?.contracts[0]?.instrument.quoteCurrency ?? 'USD' };
}

/** Of all listed expiries those that are held and, with `due`, those that a programme of any period would buy. */
function servingExpiries(
  listed: readonly EpochMs[],
  at: EpochMs,
  { held, due }: { readonly held: readonly EpochMs[]; readonly due: boolean },
): readonly EpochMs[] {
  const open = listed.filter((expiry) => expiry > at);
  const nearest = (wanted: number): readonly EpochMs[] =>
    open.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b).slice(0, 1);
  const bought = due ? ROLL_PERIODS.flatMap((every) => nearest(at + ROLL_DAYS[every] * DAY_MS)) : [];
  return listed.filter((expiry) => held.includes(expiry) || bought.includes(expiry));
}
