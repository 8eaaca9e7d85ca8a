import type { PartId } from '#analytics/protection/bill-parts.ts';
import type { ProgrammeRecord, ProgrammeTotals } from '#analytics/protection/programme-record.ts';
import type { RollPeriod } from '#analytics/protection/protection-plan.ts';
import { DAY_MS, DAYS_PER_YEAR } from '#base/time.ts';
import { numberText } from '#charts/number-text.ts';
import { daysInWords } from '#app/reading/expiry-words.ts';
import type { PlanForm, ROLLS } from '#state/plan-form.ts';
import type { ProgrammePath, ProgrammeRun } from '#state/worker/programme-run.ts';
import { floorInWords } from '../plan-words.ts';

type Every = (typeof ROLLS)[number];

/** Periods as a plan names them. */
export const EVERY: Readonly<Record<RollPeriod, Every>> = {
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
};

export const PATH_NAMES: Readonly<Record<ProgrammePath, string>> = {
  recording: 'Recording',
  calm: 'Simulated calm',
  'sell-off': 'Simulated sell-off',
  crash: 'Simulated crash',
};

/** A fraction as a percentage, one decimal. */
export function shareText(share: number | null): string {
  return share === null ? numberText(null, 0) : `${numberText(100 * share, 1)} %`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function span(days: number): string {
  return days < 2 ? `${numberText(24 * days, 1)} h` : daysInWords(days);
}

interface Told {
  readonly run: ProgrammeRun;
  readonly path: ProgrammePath;
  readonly record: ProgrammeRecord;
  readonly records: readonly ProgrammeRecord[];
  readonly form: PlanForm;
}

/** What a floor rolled at one period came to, in one sentence with units. */
export function programmeSentence(told: Told): string {
  const { path, record, form } = told;
  const { totals, every } = record;
  if (totals === null) return nothingEnded(told);
  const through = path === 'recording' ? '' : ` through a ${PATH_NAMES[path].toLowerCase()}`;
  const begin = `Rolled ${EVERY[every]}${through}, ${floorInWords(form)}`;
  if (totals.perYear !== null) {
    const { cost, paidBack } = totals.perYear;
    return `${begin} cost ${shareText(cost)} of the holding a year and paid back ${shareText(paidBack)}.`;
  }
  const days = daysInWords(totals.years * DAYS_PER_YEAR);
  return `${begin} cost ${shareText(totals.cost)} of the holding in ${days} and paid back ${shareText(totals.paidBack)}: too short to be called a year’s cost.`;
}

function nothingEnded({ run, path, records, record, form }: Told): string {
  const place = path === 'recording' ? `This recording spans ${span(run.days)}` : 'On the simulator';
  const ended = records.filter(({ totals }) => totals !== null);
  const bought = record.rolls.length > 0;
  const why = bought ? 'ends within it' : 'could be bought';
  if (ended.length === 0) {
    return `${place}: no weekly, monthly or quarterly roll of ${floorInWords(form)} ${why}.`;
  }
  return `${place}: no ${EVERY[record.every]} roll of ${floorInWords(form)} ${why}.`;
}

/** How many rolls of each period ended, and how many were open or could not be bought. */
export function rollsInWords(records: readonly ProgrammeRecord[]): string {
  const counts = records.map(({ every, rolls, totals, missed }) => {
    const ended = totals?.rolls ?? 0;
    const open = rolls.length - ended;
    const beside = [
      ...(open > 0 ? [`${open} still open`] : []),
      ...(missed.length > 0 ? [`not to be had at ${missed.length} looks`] : []),
    ];
    const aside = beside.length === 0 ? '' : ` (${beside.join(', ')})`;
    return `${numberText(ended, 0)} ${EVERY[every]}${aside}`;
  });
  return `Rolls that ended: ${counts.join(', ')}.`;
}

/** Where a market ends before the days that were asked for are over; nothing otherwise. */
export function shortenedWords({ run, form }: Pick<Told, 'run' | 'form'>): string {
  const { horizon } = form;
  if (horizon.kind !== 'rolling' || horizon.days < run.days + 1) return '';
  const asked = numberText(horizon.days, 0);
  return run.seed === null
    ? ` Of the ${asked} days asked for the recording has ${span(run.days)}.`
    : ` Of the ${asked} days asked for ${numberText(run.days, 0)} are rolled: the simulator’s paths go no further.`;
}

/** A path's price: where it ended against its start, and its deepest fall from a height before. */
export interface PathPrice {
  readonly change: number | null;
  readonly deepest: number | null;
}

export function pathPrice({ marks }: Pick<ProgrammeRecord, 'marks'>): PathPrice {
  const spots = marks.flatMap(({ spot }) => (spot === null ? [] : [spot]));
  const [first, last] = [spots[0], spots.at(-1)];
  if (first === undefined || last === undefined) return { change: null, deepest: null };
  let [height, deepest] = [first, 0];
  for (const spot of spots) {
    height = Math.max(height, spot);
    deepest = Math.min(deepest, spot / height - 1);
  }
  return { change: last / first - 1, deepest };
}

const UNKNOWN: Readonly<Partial<Record<PartId, string>>> = {
  fee: 'fees',
  delivery: 'delivery fees',
  'half-spread': 'half-spread',
  slippage: 'slippage',
};

function unknownWords(records: readonly ProgrammeRecord[]): readonly string[] {
  const parts = new Set(records.flatMap(({ rolls }) => rolls.flatMap(({ unknown }) => unknown)));
  if (parts.size === 0) return [];
  return [
    `Without ${[...parts].map((part) => UNKNOWN[part] ?? part).join(' and ')}, which the venue does not say.`,
  ];
}

function lateWords(records: readonly ProgrammeRecord[]): readonly string[] {
  const late = Math.max(
    0,
    ...records.flatMap(({ rolls }) => rolls.map(({ settled }) => settled?.lateMs ?? 0)),
  );
  if (late < 60_000) return [];
  return [
    `A roll is settled at the spot of the first instant after its expiry, here up to ${span(late / DAY_MS)} later.`,
  ];
}

interface Assumed {
  readonly run: ProgrammeRun;
  readonly records: readonly ProgrammeRecord[];
  readonly looked: number;
  readonly instants: number;
  readonly wanted: string;
  readonly changed: readonly ('strike' | 'entry')[];
  readonly form: PlanForm;
}

function whereWords({ run, looked, instants, wanted }: Assumed): readonly string[] {
  const { seed, underlying, days } = run;
  if (seed === null) {
    return [`Looked at ${numberText(looked, 0)} of the recording’s ${numberText(instants, 0)} instants.`];
  }
  const stands =
    underlying === wanted ? '' : `; it does not list ${wanted}, so that its ${underlying} stands in`;
  return [
    `Simulator of ${underlying} options, seed ${seed}${stands}: one path each for ${numberText(days, 0)} days, no average over chance and no forecast.`,
    'Calm has no fall put in, a sell-off one long way down, a crash a fall within ten days of which half is made good; option prices answer to falls.',
    'Looked at on Fridays at 08:00 UTC, at quoted prices whatever the size: the simulator’s chain has no books.',
  ];
}

const CHANGED: Readonly<Record<Assumed['changed'][number], string>> = {
  strike: 'A strike is rolled as the share of spot that it is today.',
  entry: 'The price paid for the holding does not count on the simulator.',
};

/** What the numbers rest on. */
export function assumptions(assumed: Assumed): readonly string[] {
  const { records, changed, form } = assumed;
  const fee = form.taker === null ? 'the venue’s fees' : `a taker fee of ${form.taker} %`;
  return [
    ...whereWords(assumed),
    `Bought at the ask when a roll has ended, with ${fee}: the listed expiry nearest to 7, 30 or 91 days, held to its end. The last roll bought is followed until it ends where the market goes on that long; one still open is not counted.`,
    'In percent of what the holding was worth when each roll was bought; a year is a year under protection.',
    ...changed.map((what) => CHANGED[what]),
    ...lateWords(records),
    ...unknownWords(records),
  ];
}

/** `cost 11.1, back 3.4, net −7.7`. */
export function headlineOf(totals: ProgrammeTotals | null, open: boolean): string {
  if (totals === null) return open ? 'no roll has ended' : 'no roll could be bought';
  const [cost, back, net] = [totals.cost, totals.paidBack, totals.net].map((share) =>
    numberText(100 * share, 1),
  );
  return `cost ${cost} %, back ${back} %, net ${net} %`;
}

export function programmeSummaryWords(records: readonly ProgrammeRecord[]): string {
  return records
    .map(({ every, totals, rolls }) => `${capital(EVERY[every])}: ${headlineOf(totals, rolls.length > 0)}`)
    .join('; ');
}
