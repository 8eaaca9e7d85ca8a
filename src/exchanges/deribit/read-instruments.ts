import { type Result, err, ok } from '#base/result.ts';
import { type EpochMs, epochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { TickTable } from '#market/tick-table.ts';
import type { ReadMessage, RowFailure } from '../adapter.ts';
import { feesOf, instrumentFromName } from './contract-terms.ts';
import { withListedRates } from '../fee-terms.ts';
import { documentFailure } from '../json-document.ts';
import { type InstrumentRow, instrumentRowOf } from './messages.ts';
import { MOST_ROWS, type NamedRow, nameRow, rowFailure } from './row.ts';

/** Reads get_instruments: terms of every listed option. Futures, spot pairs and combos are left out with that reason. */
export function readInstruments(content: unknown, sentAt: EpochMs): ReadMessage {
  if (!Array.isArray(content)) {
    return {
      value: [],
      failures: [documentFailure('malformed-document', 'the result is not a list of contracts')],
    };
  }
  if (content.length > MOST_ROWS) {
    return {
      value: [],
      failures: [documentFailure('too-large', `${content.length} rows, more than any list`)],
    };
  }
  const instruments = new Map<string, Instrument>();
  const failures: RowFailure[] = [];
  for (const value of content as readonly unknown[]) {
    const read = readRow(value, sentAt);
    if (!read.ok) failures.push(read.error);
    else if (instruments.has(read.value.name)) {
      failures.push(rowFailure(read.value.name, 'duplicate-row', 'listed twice; the first stays'));
    } else instruments.set(read.value.name, read.value);
  }
  return { value: [{ kind: 'instruments', at: sentAt, instruments: [...instruments.values()] }], failures };
}

function readRow(value: unknown, sentAt: EpochMs): Result<Instrument, RowFailure> {
  const named = nameRow(value);
  if (!named.ok) return named;
  const { name, parts, fields } = named.value;
  const row = instrumentRowOf(fields);
  if (!row.ok) return err(rowFailure(name, 'malformed-row', row.error));
  const conflict = conflictWithName(named.value, row.value);
  if (conflict !== null) return err(rowFailure(name, 'malformed-row', conflict));
  return ok(withTerms(instrumentFromName(name, parts, sentAt), row.value, sentAt));
}

function conflictWithName({ parts }: NamedRow, row: InstrumentRow): string | null {
  if (row.option_type !== parts.right) return 'option_type contradicts the name';
  if (Math.abs(row.strike - parts.strike) > 1e-9 * parts.strike) return 'strike contradicts the name';
  if (epochMs(row.expiration_timestamp) !== parts.expiry) return 'expiration_timestamp contradicts the name';
  return null;
}

function withTerms(fromName: Instrument, row: InstrumentRow, at: EpochMs): Instrument {
  const { maker_commission: maker, taker_commission: taker, min_trade_amount: least } = row;
  const fees =
    typeof maker === 'number' && typeof taker === 'number'
      ? withListedRates(feesOf(fromName), { maker, taker, at })
      : null;
  return {
    ...fromName,
    contractSize: row.contract_size,
    minimumTrade: typeof least === 'number' && least > 0 ? least / row.contract_size : null,
    ticks: ticksOf(row),
    // Contracts that live for a day or two are delivered free of charge.
    fees: fees !== null && row.settlement_period === 'day' ? { ...fees, delivery: 0 } : fees,
  };
}

function ticksOf(row: InstrumentRow): TickTable {
  const steps = (row.tick_size_steps ?? []).map((step) => ({
    above: step.above_price,
    tick: step.tick_size,
  }));
  return { base: row.tick_size, steps: steps.sort((a, b) => a.above - b.above) };
}
