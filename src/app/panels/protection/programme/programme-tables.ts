import type { ProgrammeRecord } from '#analytics/protection/programme-record.ts';
import type { Roll } from '#analytics/protection/rolling-programme.ts';
import { DAY_MS, type EpochMs } from '#base/time.ts';
import type { DataTable } from '#charts/figure/data-table.ts';
import { noHedgeReasonWords } from '#app/reading/no-hedge-words.ts';
import { instantText } from '#app/reading/time-words.ts';
import type { ProgrammeRun } from '#state/worker/programme-run.ts';
import { EVERY, PATH_NAMES, pathPrice } from './programme-words.ts';

/** How instants are told: by the calendar, or in days from the start, since a simulated date is none. */
export interface Calendar {
  readonly simulated: boolean;
  readonly from: EpochMs;
}

function whenText(at: EpochMs, { simulated, from }: Calendar): string {
  if (simulated) return `day ${Math.round((at - from) / DAY_MS)}`;
  return instantText(at).slice(0, 16);
}

interface Missed {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly looks: number;
  readonly reason: ProgrammeRecord['missed'][number]['reason'];
}

/** Looks one after another that failed for the same reason, with no roll in between, are one gap. */
function gapsOf({ missed, rolls }: ProgrammeRecord): readonly Missed[] {
  const gaps: Missed[] = [];
  for (const { at, reason } of missed) {
    const last = gaps.at(-1);
    const between = rolls.some(({ boughtAt }) => last !== undefined && boughtAt > last.to && boughtAt < at);
    if (last === undefined || between || last.reason !== reason)
      gaps.push({ from: at, to: at, looks: 1, reason });
    else gaps[gaps.length - 1] = { ...last, to: at, looks: last.looks + 1 };
  }
  return gaps;
}

function outcomeOf({ settled }: Roll): string {
  if (settled === null) return 'open at the end';
  return settled.payout > 0 ? 'paid back' : 'expired worthless';
}

/** Every roll and every gap of one programme, in order of time; amounts in the quote currency for the whole holding. */
export function rollTable(record: ProgrammeRecord, currency: string, calendar: Calendar): DataTable {
  const rolls = record.rolls.map((roll) => ({
    at: roll.boughtAt,
    row: {
      id: `roll ${roll.boughtAt}`,
      cells: [
        whenText(roll.boughtAt, calendar),
        whenText(roll.expiry, calendar),
        roll.strike,
        roll.spotAtStart,
        roll.contracts,
        roll.paid - roll.fees,
        roll.halfSpread + roll.slippage,
        roll.fees,
        (100 * roll.paid) / roll.holding,
        roll.settled?.price ?? null,
        roll.settled?.deliveryFee ?? null,
        roll.settled?.payout ?? null,
        roll.settled === null ? null : (100 * (roll.settled.payout - roll.paid)) / roll.holding,
        outcomeOf(roll),
      ],
    },
  }));
  const gaps = gapsOf(record).map(({ from, to, looks, reason }) => ({
    at: from,
    row: {
      id: `gap ${from}`,
      cells: [
        whenText(from, calendar),
        looks === 1 ? null : `to ${whenText(to, calendar)}`,
        ...Array.from({ length: 11 }, () => null),
        `not bought: ${noHedgeReasonWords(reason)}`,
      ],
    },
  }));
  const time = calendar.simulated ? '' : ', UTC';
  return {
    columns: [
      { id: 'bought', label: `bought${time}`, decimals: null },
      { id: 'expiry', label: `expiry${time}`, decimals: null },
      { id: 'strike', label: `strike, ${currency}`, decimals: 0 },
      { id: 'spot', label: `spot, ${currency}`, decimals: 0 },
      { id: 'contracts', label: 'contracts', decimals: 2 },
      { id: 'premium', label: `premium, ${currency}`, decimals: 0 },
      { id: 'half-spread', label: `half-spread in it, ${currency}`, decimals: 0 },
      { id: 'fee', label: `fee, ${currency}`, decimals: 0 },
      { id: 'paid', label: 'paid, % of the holding', decimals: 2 },
      { id: 'settled', label: `spot at expiry, ${currency}`, decimals: 0 },
      { id: 'delivery', label: `delivery fee, ${currency}`, decimals: 0 },
      { id: 'paid-back', label: `paid back, ${currency}`, decimals: 0 },
      { id: 'net', label: 'net, % of the holding', decimals: 2 },
      { id: 'outcome', label: 'outcome', decimals: null },
    ],
    rows: [...rolls, ...gaps].toSorted((a, b) => a.at - b.at).map(({ row }) => row),
  };
}

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

function totalsCells({ totals }: ProgrammeRecord): readonly (number | null)[] {
  if (totals === null) return [0, null, null, null, null, null, null, null, null];
  const { rolls, cost, halfSpread, slippage, fees, paidBack, net, perYear, won } = totals;
  const shares = [cost, halfSpread + slippage, fees, paidBack, net];
  const yearly = perYear === null ? [null, null] : [perYear.cost, perYear.paidBack];
  return [rolls, ...[...shares, ...yearly].map(percent), won];
}

/** Every period on every path, side by side; percent of the holding. */
export function periodTable({ walks, seed }: ProgrammeRun): DataTable {
  const rows = walks.flatMap(({ path, walk }) =>
    walk.records.map((record) => {
      const { every, missed } = record;
      const { change, deepest } = pathPrice(record);
      const name = seed === null ? EVERY[every] : `${PATH_NAMES[path]}, ${EVERY[every]}`;
      const cells = [name, ...totalsCells(record), missed.length, percent(change), percent(deepest)];
      return { id: `${path} ${every}`, cells };
    }),
  );
  return {
    columns: [
      { id: 'rolled', label: 'rolled', decimals: null },
      { id: 'rolls', label: 'rolls ended', decimals: 0 },
      { id: 'cost', label: 'cost, %', decimals: 1 },
      { id: 'spread', label: 'spread in it, %', decimals: 1 },
      { id: 'fees', label: 'fees in it, %', decimals: 1 },
      { id: 'paid-back', label: 'paid back, %', decimals: 1 },
      { id: 'net', label: 'net, %', decimals: 1 },
      { id: 'cost-year', label: 'cost a year, %', decimals: 1 },
      { id: 'back-year', label: 'back a year, %', decimals: 1 },
      { id: 'won', label: 'rolls in gain', decimals: 0 },
      { id: 'missed', label: 'not to be had', decimals: 0 },
      { id: 'change', label: 'spot’s change, %', decimals: 1 },
      { id: 'deepest', label: 'spot’s deepest fall, %', decimals: 1 },
    ],
    rows,
  };
}
