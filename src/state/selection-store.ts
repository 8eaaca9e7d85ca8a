import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochMs } from '#base/time.ts';
import { DEFAULT_SELECTION, MOST_EXPIRIES, type Selection } from './selection.ts';

/** The one store of what the user chose. */
export type SelectionStore = StoreApi<Selection>;

export function createSelectionStore(initial: Selection = DEFAULT_SELECTION): SelectionStore {
  return createStore<Selection>(() => initial);
}

/** Another market: what belonged to the old one (expiries, pins, level, zoom, comparison) is let go. */
export function chooseUnderlying(
  store: SelectionStore,
  target: Partial<Pick<Selection, 'market' | 'venue' | 'underlying'>>,
): void {
  store.setState({ ...target, expiries: null, pins: [], level: null, zoom: null, compare: null });
}

/** Adds or removes one expiry, starting from those on screen; the last one stays, the oldest choice makes room. */
export function toggleExpiry(store: SelectionStore, expiry: EpochMs, onScreen: readonly EpochMs[]): void {
  const without = onScreen.filter((other) => other !== expiry);
  if (without.length === onScreen.length) {
    store.setState({ expiries: [...without.slice(-(MOST_EXPIRIES - 1)), expiry] });
  } else if (without.length > 0) store.setState({ expiries: without });
}
