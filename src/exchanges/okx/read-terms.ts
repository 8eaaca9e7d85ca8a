import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import type { ReadMessage } from '../adapter.ts';
import { documentFailure, isRecord } from '../json-document.ts';
import { readRows, unreadMessage } from '../read-rows.ts';
import { type RowFields, rowFields } from '../row-fields.ts';
import { underlyingOfFamily } from './instrument-name.ts';
import { ownerOf } from './read-parts.ts';

/** Reads instruments: terms of every listed option. A row that contradicts its own name is left out. */
export function readInstruments(content: unknown, receivedAt: EpochMs): ReadMessage {
  const { value: instruments, failures } = readRows<Instrument>(content, {
    owner: (row) => ownerOf(row, receivedAt),
    read: termsOf,
  });
  if (instruments === null) return unreadMessage(...failures);
  return { value: [{ kind: 'instruments', at: receivedAt, instruments }], failures };
}

function termsOf(fields: RowFields, fromName: Instrument): Instrument | string {
  const [right, strike, expiry] = [fields.word('optType'), fields.price('stk'), fields.instant('expTime')];
  if (right !== (fromName.right === 'call' ? 'C' : 'P')) return 'optType contradicts the name';
  if (strike === null || Math.abs(strike - fromName.strike) > 1e-9 * strike)
    return 'stk contradicts the name';
  if (expiry !== fromName.expiry) return 'expTime contradicts the name';
  const [value, multiplier] = [fields.price('ctVal'), fields.price('ctMult')];
  const tick = fields.price('tickSz');
  if (value === null || multiplier === null || tick === null) return 'ctVal, ctMult or tickSz is missing';
  return {
    ...fromName,
    contractSize: value * multiplier,
    minimumTrade: fields.price('minSz'),
    // A row tells one tick of several; the finer of it and the usual ones cannot misjudge a quote, and the bands follow.
    ticks: tick < fromName.ticks.base || fromName.ticks.steps.length === 0 ? flat(tick) : fromName.ticks,
  };
}

function flat(tick: number): TickTable {
  return { base: tick, steps: [] };
}

const MOST_FAMILIES = 100;

/** Reads instrument-tick-bands: for each family the tick that applies from each price on. */
export function readTickBands(content: unknown, receivedAt: EpochMs): ReadMessage {
  if (!Array.isArray(content) || content.length > MOST_FAMILIES) {
    return unreadMessage(documentFailure('malformed-document', 'there is no list of families inside'));
  }
  const read = (content as readonly unknown[]).map(familyTicks);
  const bad = read.find((one) => typeof one === 'string');
  if (bad !== undefined) return unreadMessage(documentFailure('malformed-document', bad));
  return {
    value: read.flatMap((family) =>
      typeof family === 'string' || family === null
        ? []
        : [{ kind: 'ticks' as const, at: receivedAt, underlyings: [family.underlying], ticks: family.ticks }],
    ),
    failures: [],
  };
}

interface FamilyTicks {
  readonly underlying: string;
  readonly ticks: TickTable;
}

/** Null for a family that is not settled in coin; text says what is wrong. */
function familyTicks(family: unknown): FamilyTicks | null | string {
  if (!isRecord(family)) return 'a family that is not an object';
  const { instFamily, tickBand } = family;
  const underlying = typeof instFamily === 'string' ? underlyingOfFamily(instFamily) : null;
  if (underlying === null) return null;
  if (!Array.isArray(tickBand) || tickBand.length === 0 || tickBand.length > 64) return 'no list of bands';
  const bands = (tickBand as readonly unknown[]).map(bandOf);
  const steps = bands.flatMap((band) => (band === null ? [] : [band])).sort((a, b) => a.above - b.above);
  const [lowest, ...higher] = steps;
  if (lowest === undefined || steps.length < bands.length) return 'a band without prices or tick';
  return { underlying, ticks: { base: lowest.tick, steps: higher } };
}

function bandOf(value: unknown): { readonly above: number; readonly tick: number } | null {
  if (!isRecord(value)) return null;
  const fields = rowFields(value);
  const [above, tick] = [fields.amount('minPx'), fields.price('tickSz')];
  return above === null || tick === null || fields.defect() !== null ? null : { above, tick };
}
