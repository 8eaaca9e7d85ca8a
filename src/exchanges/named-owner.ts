import { err, ok } from '#base/result.ts';
import type { Instrument } from '#market/instrument.ts';
import type { RowOwner } from './read-rows.ts';
import { LONGEST_NAME } from './option-name.ts';
import { rowFailure } from './row-failure.ts';

/** How a venue's names are read. */
export interface NameReading {
  /** The contract a name stands for; `not-an-option` for other things that the venue lists, null for no known form. */
  readonly instrumentOf: (name: string) => Instrument | 'not-an-option' | null;
  /** The underlying that a name begins with, even where the rest cannot be read. */
  readonly underlyingOf: (name: string) => string | null;
}

/** The contract of a row by its name. */
export function namedOwner(name: unknown, { instrumentOf, underlyingOf }: NameReading): RowOwner {
  if (typeof name !== 'string') {
    const detail = 'no name in the row';
    return err(rowFailure({ underlying: null, name: null, reason: 'unreadable-name', detail }));
  }
  const bounded = name.length <= LONGEST_NAME;
  const instrument = bounded ? instrumentOf(name) : null;
  if (instrument !== null && instrument !== 'not-an-option') return ok(instrument);
  const underlying = bounded ? underlyingOf(name) : null;
  return err(
    instrument === 'not-an-option'
      ? rowFailure({ underlying, name, reason: 'not-an-option', detail: 'listed, but no option' })
      : rowFailure({ underlying, name, reason: 'unreadable-name', detail: 'a name of no known form' }),
  );
}
