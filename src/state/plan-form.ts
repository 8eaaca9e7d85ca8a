/** How a floor is named: as a share of spot or of the forward, a strike, the size of a put's delta, or the loss it must keep to. */
export const FLOOR_UNITS = ['spot', 'forward', 'strike', 'delta', 'loss'] as const;
export type FloorUnit = (typeof FLOOR_UNITS)[number];

export const STRUCTURES = [
  'put',
  'put-spread',
  'collar',
  'zero-cost-collar',
  'put-ratio',
  'future',
  'perpetual',
] as const;
export type StructureChoice = (typeof STRUCTURES)[number];

export const ROLLS = ['weekly', 'monthly', 'quarterly'] as const;

/** Until when the floor stands: some days from now, a listed expiry's date, or a programme that buys again and again. */
export type HorizonChoice =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'rolling'; readonly every: (typeof ROLLS)[number]; readonly days: number };

/** A plan of protection as it is filled in; percentages and deltas as they are typed: 85 for 85 %. */
export interface PlanForm {
  readonly amount: number;
  readonly unit: FloorUnit;
  readonly level: number;
  readonly horizon: HorizonChoice;
  readonly structure: StructureChoice;
  /**
   * The strike sold beside the put, in the floor's own unit (for a collar a percentage of spot); for a perpetual the
   * funding it receives, percent a year. Null where there is none.
   */
  readonly second: number | null;
  /** What was paid for a unit; null measures loss from spot. */
  readonly entry: number | null;
  /** A premium in coin is bought with cash instead of paid from the holding. */
  readonly cash: boolean;
  /** A user's own taker fee in percent of the underlying; null takes the venue's. */
  readonly taker: number | null;
}

/** A plan whose amount may be left to the market: as many units as a first look at its contracts is made for. */
export interface OpenPlan extends Omit<PlanForm, 'amount'> {
  readonly amount: number | null;
}

export const DEFAULT_PLAN: OpenPlan = {
  amount: null,
  unit: 'spot',
  level: 85,
  horizon: { kind: 'days', days: 30 },
  structure: 'put',
  second: null,
  entry: null,
  cash: false,
  taker: null,
};

const NUMBER = /^\d{1,9}(\.\d{1,9})?$/;

function horizonCode(horizon: HorizonChoice): string {
  if (horizon.kind === 'days') return `${horizon.days}d`;
  return horizon.kind === 'date' ? horizon.date : `${horizon.every}${horizon.days}`;
}

function readHorizon(code: string): HorizonChoice | null {
  if (/^\d{1,2}[A-Z]{3}\d{2}$/.test(code)) return { kind: 'date', date: code };
  const [, days] = /^(\d{1,4})d$/.exec(code) ?? [];
  if (days !== undefined) return Number(days) > 0 ? { kind: 'days', days: Number(days) } : null;
  const [, word, span] = /^([a-z]+)(\d{1,4})$/.exec(code) ?? [];
  const every = ROLLS.find((one) => one === word);
  return every === undefined || !(Number(span) > 0) ? null : { kind: 'rolling', every, days: Number(span) };
}

const code = (value: number | null): string => (value === null ? '' : String(value));

/** A number, null for nothing, undefined for what is neither. */
function readNumber(text: string | undefined): number | null | undefined {
  if (text === undefined || text === '') return null;
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** The plan with the amount that the market on screen suggests where none was typed. */
export function withAmount(plan: OpenPlan, suggested: number): PlanForm {
  return { ...plan, amount: plan.amount ?? suggested };
}

/** The plan as it stands in a link: its fields in order, parted by `~`; an amount that was not typed is left out. */
export function planCode(form: OpenPlan): string {
  const { amount, unit, level, horizon, structure, second, entry, cash, taker } = form;
  const fields = [code(amount), unit, level, horizonCode(horizon), structure, code(second), code(entry)];
  return [...fields, cash ? 'cash' : '', code(taker)].join('~').replace(/~+$/, '');
}

/** Reads what `planCode` writes; null for anything else. */
export function readPlanCode(text: string): OpenPlan | null {
  const [amountText, unitText, levelText, horizonText = '', structureText, ...rest] = text.split('~');
  const [amount, level] = [readNumber(amountText), readNumber(levelText)];
  const unit = FLOOR_UNITS.find((one) => one === unitText);
  const structure = STRUCTURES.find((one) => one === structureText);
  const horizon = readHorizon(horizonText);
  const terms = readTerms(rest);
  if (amount === undefined || amount === 0 || !level || terms === null) return null;
  if (unit === undefined || structure === undefined || horizon === null) return null;
  return { amount, unit, level, horizon, structure, ...terms };
}

/** What follows the structure; null where it is none of it. */
function readTerms(rest: readonly string[]): Pick<OpenPlan, 'second' | 'entry' | 'cash' | 'taker'> | null {
  const [second, entry, taker] = [readNumber(rest[0]), readNumber(rest[1]), readNumber(rest[3])];
  const cash = rest[2] ?? '';
  if (second === undefined || entry === undefined || taker === undefined) return null;
  if (rest.length > 4 || !['', 'cash'].includes(cash)) return null;
  return { second, entry, cash: cash === 'cash', taker };
}
