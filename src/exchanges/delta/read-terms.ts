import { utcInstant } from '#base/calendar.ts';
import type { EpochMs } from '#base/time.ts';
import type { Instrument } from '#market/instrument.ts';
import type { ReadMessage } from '../adapter.ts';
import { withListedRates } from '../fee-terms.ts';
import { termsConflict } from '../linear-instrument.ts';
import { namedOwner } from '../named-owner.ts';
import { readRows, unreadMessage } from '../read-rows.ts';
import type { RowFields } from '../row-fields.ts';
import { NAMES } from './contract-terms.ts';

/** Reads products: terms of every option among them. */
export function readProducts(content: unknown, at: EpochMs): ReadMessage {
  const { value: instruments, failures } = readRows<Instrument>(content, {
    owner: (row) => namedOwner(row['symbol'], NAMES),
    read: (fields, named) => termsOf(fields, named, at),
  });
  if (instruments === null) return unreadMessage(...failures);
  return { value: [{ kind: 'instruments', at, instruments }], failures };
}

function termsOf(fields: RowFields, named: Instrument, at: EpochMs): Instrument | string {
  const listed = {
    right: fields.word('contract_type')?.replace('_options', '') ?? null,
    strike: fields.price('strike_price'),
    expiry: instantOf(fields.word('settlement_time')),
  };
  const conflict = termsConflict(named, listed);
  if (conflict !== null) return conflict;
  const [size, tick] = [fields.price('contract_value'), fields.price('tick_size')];
  if (size === null || tick === null) return 'contract_value or tick_size is missing';
  const [maker, taker] = [fields.number('maker_commission_rate'), fields.number('taker_commission_rate')];
  const premiumCap = fields.inside('product_specs').amount('premium_commission_rate');
  return {
    ...named,
    contractSize: size,
    minimumTrade: 1,
    ticks: { base: tick, steps: [] },
    fees:
      maker === null || taker === null
        ? null
        : withListedRates({ maker, taker, premiumCap, delivery: null }, { maker, taker, at }),
  };
}

/** A time such as `2021-11-30T12:00:00Z`; seconds are not counted. */
function instantOf(text: string | null): EpochMs | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):\d{2}Z$/.exec(text ?? '');
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  return utcInstant({ year, month, day, hour, minute });
}
