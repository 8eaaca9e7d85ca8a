import type { UnreadField } from './url-codec.ts';
import { decodeSelection, encodeSelection } from './url-codec.ts';
import type { Selection } from './selection.ts';
import type { SelectionStore } from './selection-store.ts';

/** The parts of `window` that keep the address; a test hands in its own. */
export interface AddressBar {
  readonly location: { readonly search: string; readonly pathname: string; readonly hash: string };
  readonly history: {
    pushState(data: unknown, unused: string, url: string): void;
    replaceState(data: unknown, unused: string, url: string): void;
  };
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

/** A change of these is not a place to come back to. */
const PASSING: ReadonlySet<keyof Selection> = new Set(['theme', 'pins', 'zoom', 'level', 'find', 'sort']);

function isPassing(before: Selection, after: Selection): boolean {
  return (Object.keys(after) as (keyof Selection)[]).every(
    (name) => before[name] === after[name] || PASSING.has(name),
  );
}

/**
 * Keeps the address and the store the same: a choice writes the address, back and forward write the store.
 * `onUnread` hears of parts of an address that were not understood. Returns how to stop.
 */
export function mirrorSelection(
  store: SelectionStore,
  bar: AddressBar,
  onUnread: (fields: readonly UnreadField[]) => void,
): () => void {
  const readAddress = (): void => {
    const { value, failures } = decodeSelection(bar.location.search.replace(/^\?/, ''));
    store.setState(value, true);
    onUnread(failures);
  };
  const writeAddress = (after: Selection, before: Selection): void => {
    const query = encodeSelection(after);
    if (query === bar.location.search.replace(/^\?/, '')) return;
    const address = `${bar.location.pathname}${query === '' ? '' : `?${query}`}${bar.location.hash}`;
    if (isPassing(before, after)) bar.history.replaceState(null, '', address);
    else bar.history.pushState(null, '', address);
  };
  readAddress();
  const stop = store.subscribe(writeAddress);
  bar.addEventListener('popstate', readAddress);
  return () => {
    stop();
    bar.removeEventListener('popstate', readAddress);
  };
}
