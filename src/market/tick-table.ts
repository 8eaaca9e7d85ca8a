/** Smallest price steps of an instrument, in its premium unit: `base`, and a larger tick from each `above` price on. */
export interface TickTable {
  readonly base: number;
  readonly steps: readonly { readonly above: number; readonly tick: number }[];
}

/** The tick that applies at a price; both in premium units. */
export function tickAt(table: TickTable, price: number): number {
  let tick = table.base;
  for (const step of table.steps) if (price >= step.above) tick = step.tick;
  return tick;
}
