import { utcInstant } from '#base/calendar.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import { type LinearTerms, linearInstrument } from './linear-instrument.ts';

/** Where a name does not tell the tick: a step too coarse would misjudge quotes. */
export const FINEST_TICKS: TickTable = { base: 0.0001, steps: [] };

/** The parts of a linear option's name, as its pattern found them, and its venue's usual terms. */
export interface LinearName extends Pick<LinearTerms, 'venue' | 'name' | 'coin' | 'currency' | 'fees'> {
  /** Digits of the date; a year of two digits is this century's. Null for a month of no known name. */
  readonly date: {
    readonly year: string;
    readonly month: string | number | null;
    readonly day: string;
    readonly hour: number;
  };
  /** With a point. */
  readonly strike: string;
  readonly side: string | undefined;
  /** Coins in one contract, 1 where absent. */
  readonly contractSize?: number;
  /** The finest known where absent. */
  readonly ticks?: TickTable;
}

/** The contract that a linear option's name stands for; null for a date that does not exist or a strike of nothing. */
export function linearFromName(parts: LinearName): Instrument | null {
  const { date, strike: strikeText, side, contractSize = 1, ticks = FINEST_TICKS, ...terms } = parts;
  const { year, month, day, hour } = date;
  const century = year.length === 2 ? 2_000 : 0;
  const expiry =
    month === null
      ? null
      : utcInstant({ year: century + Number(year), month: Number(month), day: Number(day), hour });
  const strike = Number(strikeText);
  if (expiry === null || !(strike > 0)) return null;
  return linearInstrument({
    ...terms,
    expiry,
    strike,
    right: side === 'C' ? 'call' : 'put',
    contractSize,
    ticks,
  });
}

/** How the underlying is told by a name that begins with its coin: `BTC_USDT` of `BTC-…`. */
export function pairOfCoin(name: string, currency: string): string | null {
  const coin = /^([A-Z0-9]{1,12})-/.exec(name)?.[1];
  return coin === undefined ? null : `${coin}_${currency}`;
}
