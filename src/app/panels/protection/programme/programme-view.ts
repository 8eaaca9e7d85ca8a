import type { ProgrammeMark, ProgrammeRecord } from '#analytics/protection/programme-record.ts';
import type { ProgrammeWalk } from '#analytics/protection/programme-walk.ts';
import type { RollPeriod } from '#analytics/protection/protection-plan.ts';
import { DAY_MS } from '#base/time.ts';
import type { FigureCaption, FigureText } from '#charts/figure/figure-text.ts';
import type { ProgrammeLines, ProgrammeModel } from '#charts/programme/programme-model.ts';
import { instantText } from '#app/reading/time-words.ts';
import type { PlanForm } from '#state/plan-form.ts';
import type { RolledOn } from '#state/selection.ts';
import type { ProgrammePath, ProgrammeRun } from '#state/worker/programme-run.ts';
import {
  EVERY,
  assumptions,
  headlineOf,
  programmeSentence,
  programmeSummaryWords,
  rollsInWords,
  shortenedWords,
} from './programme-words.ts';
import type { ProgrammeAsked } from './programme-question.ts';

/** A run as the section shows it: one path, one period in front of the others. */
export interface ProgrammeView {
  readonly path: ProgrammePath;
  readonly every: RollPeriod;
  readonly record: ProgrammeRecord;
  readonly walk: ProgrammeWalk;
  readonly sentence: string;
  readonly counts: string;
  readonly assumptions: readonly string[];
  readonly currency: string;
  /** Null where no roll of any period ended: there is nothing to draw. */
  readonly model: ProgrammeModel | null;
  readonly text: FigureText;
  readonly caption: FigureCaption;
}

interface Shown {
  readonly run: ProgrammeRun;
  readonly asked: Pick<ProgrammeAsked, 'form' | 'changed'>;
  readonly plan: PlanForm;
  readonly rolledOn: RolledOn;
  /** Of the market on screen. */
  readonly underlying: string;
  readonly caption: FigureCaption;
}

/** The path asked for; where none was named, the one between a calm time and a crash. */
function walkOf({ walks }: ProgrammeRun, rolledOn: RolledOn): ProgrammeRun['walks'][number] | undefined {
  return (
    walks.find(({ path }) => path === rolledOn) ?? walks.find(({ path }) => path === 'sell-off') ?? walks[0]
  );
}

/** The plan's own period, else monthly; where the plan names none, one that something can be said of. */
function recordOf(records: readonly ProgrammeRecord[], { horizon }: PlanForm): ProgrammeRecord | undefined {
  const named = horizon.kind === 'rolling' ? horizon.every : null;
  const wanted = records.find(({ every }) => EVERY[every] === (named ?? 'monthly'));
  if (named !== null || wanted?.totals !== null) return wanted;
  return records.find(({ totals }) => totals !== null) ?? wanted;
}

/** Sorts a run into words, picture and tables; null where there is nothing at all. */
export function programmeView(shown: Shown): ProgrammeView | null {
  const { run, asked, plan, rolledOn, underlying } = shown;
  const found = walkOf(run, rolledOn);
  const record = found && recordOf(found.walk.records, plan);
  if (found === undefined || record === undefined) return null;
  const { path, walk } = found;
  const { records, looked, instants } = walk;
  const currency = walk.market?.quoteCurrency ?? 'USD';
  return {
    path,
    every: record.every,
    record,
    walk,
    currency,
    sentence: programmeSentence({ run, path, record, records, form: asked.form }),
    counts: `${rollsInWords(records)}${shortenedWords({ run, form: asked.form })}`,
    assumptions: assumptions({ run, records, looked, instants, wanted: underlying, ...asked }),
    model: records.some(({ totals }) => totals !== null)
      ? modelOf(walk, { currency, simulated: run.seed !== null, chosen: record.every })
      : null,
    text: {
      title: 'Rolled again and again: cost, paid back, net',
      howToRead: 'Paid lies below zero, what came back above; the line is both with the open roll at mid',
      summary: `${programmeSummaryWords(records)}, of the holding.`,
    },
    caption: captionOf(shown, found),
  };
}

function captionOf({ run, caption }: Shown, { path, walk }: ProgrammeRun['walks'][number]): FigureCaption {
  if (run.seed === null) {
    return { ...caption, time: `${instantText(walk.from)} to ${instantText(walk.to)}` };
  }
  return {
    ...caption,
    source: `Simulator ${run.underlying}, seed ${run.seed}, ${path}`,
    time: `${Math.round(run.days)} days`,
  };
}

interface Drawn {
  readonly currency: string;
  readonly simulated: boolean;
  readonly chosen: RollPeriod;
}

const inPercent = (share: number | null): number | null => (share === null ? null : 100 * share);

function modelOf(walk: ProgrammeWalk, { currency, simulated, chosen }: Drawn): ProgrammeModel {
  const marks = walk.records[0]?.marks ?? [];
  const dayOf = (at: number): number => (at - walk.from) / DAY_MS;
  return {
    axis: simulated ? 'days' : 'dates',
    startedAt: walk.from,
    days: marks.map(({ at }) => dayOf(at)),
    spot: marks.map(({ spot }) => spot),
    spotUnit: currency,
    programmes: walk.records.map((record) => linesOf(record, dayOf, record.every === chosen)),
    emptyText: 'no roll has ended',
  };
}

function linesOf(
  { every, rolls, marks, totals, missed }: ProgrammeRecord,
  dayOf: (at: number) => number,
  chosen: boolean,
): ProgrammeLines {
  const paidParts = (of: (mark: ProgrammeMark) => number): readonly number[] =>
    marks.map((mark) => 100 * of(mark));
  const name = EVERY[every];
  return {
    id: every,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    headline: headlineOf(totals, rolls.length > 0),
    chosen,
    paid: paidParts(({ paid }) => paid),
    execution: paidParts(({ execution }) => execution),
    paidBack: paidParts(({ paidBack }) => paidBack),
    net: marks.map(({ net }) => inPercent(net)),
    decay: marks.map(({ decay }) => inPercent(decay)),
    bought: rolls.map(({ boughtAt }) => dayOf(boughtAt)),
    missed: missed.map(({ at }) => dayOf(at)),
  };
}
