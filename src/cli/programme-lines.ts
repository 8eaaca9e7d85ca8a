import type { ProgrammeRecord } from '#analytics/protection/programme-record.ts';
import type { ProgrammeWalk } from '#analytics/protection/programme-walk.ts';
import { utcFields } from '#base/calendar.ts';
import { DAY_MS, type EpochMs } from '#base/time.ts';
import { type TextColumn, alignedTable } from './aligned-table.ts';

const MISSING = '–';

/** A rolling programme as text for a person: every period side by side, then every roll of each. */
export function programmeLines(walk: ProgrammeWalk): string {
  const { records, from, to, looked, instants } = walk;
  const days = ((to - from) / DAY_MS).toFixed(2);
  return [
    `rolled through the recording: ${whenText(from)} to ${whenText(to)}, ${days} days, ${looked} of ${instants} instants looked at`,
    'bought at the ask when a roll has ended, held to expiry, settled at the first spot after it; % of what the holding was worth when each roll was bought; open rolls are not counted',
    '',
    periodTable(records),
    ...records.flatMap((record) => ['', rollTable(record)]),
    '',
  ].join('\n');
}

function periodTable(records: readonly ProgrammeRecord[]): string {
  type Totals = NonNullable<ProgrammeRecord['totals']>;
  const column = (title: string, unit: string, cell: (totals: Totals) => string): TextColumn => ({
    title,
    unit,
    align: 'right',
    cells: records.map(({ totals }) => (totals === null ? MISSING : cell(totals))),
  });
  return alignedTable([
    { title: 'rolled every', unit: '', align: 'left', cells: records.map(({ every }) => every) },
    column('ended', 'rolls', ({ rolls }) => String(rolls)),
    column('cost', '%', ({ cost }) => percent(cost)),
    column('half-spread in it', '%', ({ halfSpread }) => percent(halfSpread)),
    column('slippage in it', '%', ({ slippage }) => percent(slippage)),
    column('fees in it', '%', ({ fees }) => percent(fees)),
    column('paid back', '%', ({ paidBack }) => percent(paidBack)),
    column('net', '%', ({ net }) => percent(net)),
    column('cost', '% a year', ({ perYear }) => percent(perYear?.cost)),
    column('paid back', '% a year', ({ perYear }) => percent(perYear?.paidBack)),
  ]);
}

function rollTable({ every, rolls, missed }: ProgrammeRecord): string {
  const rows = [
    ...rolls.map((roll) => ({
      at: roll.boughtAt,
      cells: [
        whenText(roll.expiry),
        figure(roll.strike),
        figure(roll.spotAtStart),
        roll.paid.toFixed(2),
        roll.halfSpread.toFixed(2),
        roll.fees.toFixed(2),
        roll.settled === null ? MISSING : roll.settled.deliveryFee.toFixed(2),
        roll.settled === null ? 'open' : roll.settled.payout.toFixed(2),
      ],
    })),
    ...missed.map(({ at, reason }) => ({ at, cells: [`none: ${reason}`] })),
  ].toSorted((a, b) => a.at - b.at);
  const titles = ['expiry', 'strike', 'spot', 'paid', 'half-spread', 'fee', 'delivery fee', 'paid back'];
  return alignedTable([
    { title: `every ${every}`, unit: 'bought', align: 'left', cells: rows.map(({ at }) => whenText(at)) },
    ...titles.map((title, place): TextColumn => ({
      title,
      unit: place < 1 ? '' : 'quote ccy',
      align: place < 1 ? 'left' : 'right',
      cells: rows.map(({ cells }) => cells[place] ?? ''),
    })),
  ]);
}

/** The same as rows of the bill's CSV: section, item, value, unit, note. */
export function programmeCsvRows({ records }: ProgrammeWalk): string {
  const rows = records.flatMap(({ every, rolls, missed, totals }) => [
    ...Object.entries(totals ?? {}).flatMap(([item, value]) =>
      typeof value === 'number'
        ? [[`rolled ${every}`, item, value, UNITS[item] ?? 'of the holding', '']]
        : [],
    ),
    ...rolls.flatMap(({ boughtAt, expiry, strike, paid, fees, settled }) => [
      [
        `rolled ${every}`,
        `bought ${boughtAt}`,
        paid,
        'quote currency paid',
        `strike ${strike ?? ''} expiry ${expiry}`,
      ],
      [`rolled ${every}`, `bought ${boughtAt}`, fees, 'quote currency of fees', ''],
      [
        `rolled ${every}`,
        `bought ${boughtAt}`,
        settled?.payout ?? '',
        'quote currency paid back',
        settled === null ? 'open' : '',
      ],
    ]),
    ...missed.map(({ at, reason }) => [`rolled ${every}`, `not bought ${at}`, '', '', reason]),
  ]);
  return rows.map((row) => `${row.join(',')}\n`).join('');
}

const UNITS: Readonly<Record<string, string>> = {
  rolls: 'rolls',
  won: 'rolls',
  years: 'years',
  from: 'ms UTC',
  to: 'ms UTC',
};

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? MISSING : (100 * share).toFixed(2);
}

function figure(value: number | null): string {
  return value === null ? MISSING : String(Number(value.toPrecision(8)));
}

function whenText(at: EpochMs): string {
  const { year, month, day, hour, minute } = utcFields(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} UTC`;
}
