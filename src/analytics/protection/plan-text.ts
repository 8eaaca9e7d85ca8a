import { monthNumber, utcInstant } from '#base/calendar.ts';
import { type Result, err, ok } from '#base/result.ts';
import { DAYS_PER_YEAR, DAY_MS, type EpochMs, epochMs } from '#base/time.ts';
import type {
  FloorChoice,
  Horizon,
  ProtectionPlan,
  RollPeriod,
  StrikeChoice,
  Structure,
} from './protection-plan.ts';

/** The grammar of a plan in one line, for people. */
export const PLAN_GRAMMAR = `AMOUNT [COIN] floor LEVEL HORIZON [put | collar CAP | zero-cost collar | future | perpetual [FUNDING%]] [entry PRICE] [cash] [taker RATE%] [cap RATE%]
  instead of "floor LEVEL" also: put spread LEVEL/LEVEL | put ratio LEVEL/LEVEL xN | collar LEVEL/CAP | zero-cost collar LEVEL
  LEVEL    85% of spot, 85%F of the forward, 52000 a strike, 25delta, or "loss 15%" for the cheapest that keeps a loss
  HORIZON  30d, 6w, 3m (months of 30 days), 2026-07-31, 31JUL26, or a programme: "rolled weekly for 180d", "rolled monthly", "rolled quarterly";
           without "for SPAN" it runs a year
  a date without expiry is served by the next listed one; a premium in coin is paid from the holding unless "cash" is said`;

/** A plan as it was typed, and the coin it names; null where it names none. */
export interface TypedPlan {
  readonly plan: ProtectionPlan;
  readonly coin: string | null;
}

/**
 * Reads a plan written in words, such as `10 BTC floor 85% 30d` or `5 put spread 90%/75% 31JUL26`; the error is one line.
 * @param asOf from when spans of time count
 */
export function readPlan(text: string, asOf: EpochMs): Result<TypedPlan, string> {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const amount = Number(words.shift() ?? '');
  if (!(amount > 0 && Number.isFinite(amount)))
    return err(`a plan begins with an amount, was ${quoted(text)}`);
  const coin = /^[a-z][a-z0-9_]*$/i.test(words[0] ?? '') && !READERS.has((words[0] ?? '').toLowerCase());
  const name = coin ? (words.shift() ?? null) : null;
  const draft: Draft = { ...EMPTY };
  while (words.length > 0) {
    const word = words.shift() ?? '';
    const problem = readWord(word, words, draft, asOf);
    if (problem !== null) return err(problem);
  }
  return finished(draft, amount, name === null ? null : name.toUpperCase());
}

interface Draft {
  floor: FloorChoice | null;
  second: StrikeChoice | null;
  kind: Structure['kind'] | null;
  ratio: number;
  funding: number | null;
  horizon: Horizon | null;
  entry: number | null;
  cash: boolean;
  taker: number | null;
  cap: number | null;
}

const EMPTY: Readonly<Draft> = {
  floor: null,
  second: null,
  kind: null,
  ratio: 2,
  funding: null,
  horizon: null,
  entry: null,
  cash: false,
  taker: null,
  cap: null,
};

type WordReader = (words: string[], draft: Draft, asOf: EpochMs) => string | null;

const READERS: ReadonlyMap<string, WordReader> = new Map<string, WordReader>(
  Object.entries({
    floor: (words, draft) => readFloor(words, draft),
    put: (words, draft) => readPut(words, draft),
    collar: (words, draft) => readCollar(words, draft, 'collar'),
    'zero-cost': (words, draft) => {
      if (words[0]?.toLowerCase() === 'collar') words.shift();
      return readCollar(words, draft, 'zero-cost-collar');
    },
    future: (_, draft) => setKind(draft, 'short-future'),
    perpetual: (words, draft) => {
      const rate = percent(words[0]);
      if (rate !== null) words.shift();
      draft.funding = rate;
      return setKind(draft, 'short-perpetual');
    },
    rolled: (words) =>
      ['weekly', 'monthly', 'quarterly'].includes(words[0]?.toLowerCase() ?? '')
        ? null
        : 'rolled needs weekly, monthly or quarterly',
    weekly: (words, draft, asOf) => readRolling('week', words, draft, asOf),
    monthly: (words, draft, asOf) => readRolling('month', words, draft, asOf),
    quarterly: (words, draft, asOf) => readRolling('quarter', words, draft, asOf),
    entry: (words, draft) => {
      draft.entry = positive(words.shift());
      return draft.entry === null ? 'entry needs a price' : null;
    },
    cash: (_, draft) => {
      draft.cash = true;
      return null;
    },
    taker: (words, draft) => {
      draft.taker = percent(words.shift());
      return draft.taker === null ? 'taker needs a rate such as 0.03%' : null;
    },
    cap: (words, draft) => {
      draft.cap = percent(words.shift());
      return draft.cap === null ? 'cap needs a rate such as 12.5%' : null;
    },
  }),
);

function readWord(word: string, words: string[], draft: Draft, asOf: EpochMs): string | null {
  const reader = READERS.get(word.toLowerCase());
  if (reader !== undefined) return reader(words, draft, asOf);
  const until = instantOf(word, asOf);
  if (until === null) return `not understood: ${quoted(word)}`;
  return setHorizon(draft, { kind: 'date', at: until });
}

function readFloor(words: string[], draft: Draft): string | null {
  const word = words.shift() ?? '';
  if (word.toLowerCase() !== 'loss') return setFloor(draft, word);
  const share = percent(words.shift());
  if (share === null) return 'loss needs a fraction such as 15%';
  return draft.floor === null ? assign(draft, { floor: { by: 'loss', share } }) : 'a plan has one floor';
}

function readPut(words: string[], draft: Draft): string | null {
  const [next = ''] = words;
  if (/^(spread|ratio)$/i.test(next)) return readTwoPuts(words, draft);
  const problem = setKind(draft, 'put');
  if (problem !== null || levelOf(next) === null) return problem;
  words.shift();
  return setFloor(draft, next);
}

function readTwoPuts(words: string[], draft: Draft): string | null {
  const kind = words.shift()?.toLowerCase() === 'spread' ? 'put-spread' : 'put-ratio';
  const problem = setKind(draft, kind) ?? readPair(words.shift() ?? '', draft);
  const times = /^x(\d+(?:\.\d+)?)$/i.exec(words[0] ?? '');
  if (problem !== null || kind === 'put-spread' || times === null) return problem;
  words.shift();
  const ratio = Number(times[1]);
  return ratio > 0 ? assign(draft, { ratio }) : 'a ratio needs a number of puts sold such as x2';
}

function readCollar(words: string[], draft: Draft, kind: 'collar' | 'zero-cost-collar'): string | null {
  const problem = setKind(draft, kind);
  const next = words[0] ?? '';
  if (problem !== null) return problem;
  if (next.includes('/')) return readPair(words.shift() ?? '', draft);
  const level = levelOf(next);
  if (level === null) return null;
  words.shift();
  return kind === 'collar' ? assign(draft, { second: level }) : setFloor(draft, next);
}

function readPair(word: string, draft: Draft): string | null {
  const [first = '', second = '', ...more] = word.split('/');
  const other = levelOf(second);
  if (other === null || more.length > 0) return `two levels such as 85%/70% are needed, was ${quoted(word)}`;
  return setFloor(draft, first) ?? assign(draft, { second: other });
}

function readRolling(every: RollPeriod, words: string[], draft: Draft, asOf: EpochMs): string | null {
  const named = /^(?:for|until)$/i.test(words[0] ?? '');
  if (named) words.shift();
  const until = instantOf(words[0] ?? '', asOf);
  if (until === null && named) return 'a rolling programme ends after a span such as "for 180d"';
  if (until !== null) words.shift();
  const aYear = epochMs(asOf + DAYS_PER_YEAR * DAY_MS);
  return setHorizon(draft, { kind: 'rolling', every, until: until ?? aYear });
}

function setFloor(draft: Draft, word: string): string | null {
  const floor = levelOf(word);
  if (floor === null) return `a level such as 85%, 85%F, 52000 or 25delta is needed, was ${quoted(word)}`;
  return draft.floor === null ? assign(draft, { floor }) : 'a plan has one floor';
}

function setKind(draft: Draft, kind: Structure['kind']): string | null {
  return draft.kind === null ? assign(draft, { kind }) : 'a plan has one structure';
}

function setHorizon(draft: Draft, horizon: Horizon): string | null {
  return draft.horizon === null ? assign(draft, { horizon }) : 'a plan has one horizon';
}

function assign(draft: Draft, fields: Partial<Draft>): null {
  Object.assign(draft, fields);
  return null;
}

function finished(draft: Draft, amount: number, coin: string | null): Result<TypedPlan, string> {
  const { horizon, entry, cash, taker, cap, kind } = draft;
  if (horizon === null) return err('a plan needs a horizon such as 30d or 31JUL26');
  const future = kind === 'short-future' || kind === 'short-perpetual';
  if (draft.floor === null && !future) return err('a plan needs a floor such as "floor 85%"');
  const structure = structureOf(draft);
  if (structure === null) return err('a collar needs a cap such as "collar 115%"');
  const fees = taker === null && cap === null ? null : { taker, premiumCap: cap, delivery: null };
  const floor = draft.floor ?? { by: 'spot', share: 1 };
  const funding = cash ? 'cash' : 'from-holding';
  return ok({ plan: { amount, entry, floor, horizon, structure, funding, fees }, coin });
}

function structureOf({ kind, second, ratio, funding, taker }: Draft): Structure | null {
  const terms = { bids: null, taker, fundingPerYear: funding };
  if (kind === 'short-future' || kind === 'short-perpetual') return { kind, terms };
  if (kind === null || kind === 'put' || kind === 'zero-cost-collar') return { kind: kind ?? 'put' };
  if (second === null) return null;
  if (kind === 'collar') return { kind, cap: second };
  return kind === 'put-ratio' ? { kind, lower: second, ratio } : { kind, lower: second };
}

/** A strike as it is written; null where it is none. */
function levelOf(word: string): StrikeChoice | null {
  const found = /^(\d+(?:\.\d+)?)(%f?|delta|Δ)?$/i.exec(word);
  const number = Number(found?.[1]);
  if (found === null || !(number > 0)) return null;
  const unit = (found[2] ?? '').toLowerCase();
  if (unit === '%') return { by: 'spot', share: number / 100 };
  if (unit === '%f') return { by: 'forward', share: number / 100 };
  if (unit === '') return { by: 'strike', strike: number };
  const delta = number < 1 ? number : number / 100;
  return delta < 1 ? { by: 'delta', delta } : null;
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
const EXPIRY_HOUR = 8;

/** An instant as a span from now, or as a date, which then means 08:00 UTC, when most venues settle. */
function instantOf(word: string, asOf: EpochMs): EpochMs | null {
  const span = /^(\d+(?:\.\d+)?)([dwmy])$/i.exec(word);
  if (span === null) return dateOf(word);
  const days = Number(span[1]) * (DAYS[(span[2] ?? '').toLowerCase()] ?? 0);
  return days > 0 && days < 36_500 ? epochMs(asOf + days * DAY_MS) : null;
}

function dateOf(word: string): EpochMs | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(word) ?? [];
  if (isoYear !== undefined) {
    return utcInstant({
      year: Number(isoYear),
      month: Number(isoMonth),
      day: Number(isoDay),
      hour: EXPIRY_HOUR,
    });
  }
  const [, day, name = '', year] = /^(\d{1,2})([a-z]{3})(\d{2})$/i.exec(word) ?? [];
  const month = monthNumber(name.toUpperCase());
  if (month === null) return null;
  return utcInstant({ year: 2000 + Number(year), month, day: Number(day), hour: EXPIRY_HOUR });
}

function percent(word: string | undefined): number | null {
  const found = /^(-?\d+(?:\.\d+)?)%$/.exec(word ?? '');
  return found === null ? null : Number(found[1]) / 100;
}

function positive(word: string | undefined): number | null {
  const value = Number(word ?? '');
  return value > 0 && Number.isFinite(value) ? value : null;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
