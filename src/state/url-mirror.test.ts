import { expect, it } from 'vitest';
import { createSelectionStore } from './selection-store.ts';
import { DEFAULT_SELECTION } from './selection.ts';
import type { UnreadField } from './url-codec.ts';
import { type AddressBar, mirrorSelection } from './url-mirror.ts';

/** An address bar with a working history, as a browser keeps it. */
function addressBar(start: string) {
  const entries = [start];
  let at = 0;
  let listener: () => void = () => {};
  const search = (): string => entries[at]!.replace(/^[^?]*/, '');
  const bar: AddressBar = {
    location: {
      pathname: '/smirk/',
      hash: '',
      get search() {
        return search();
      },
    },
    history: {
      pushState(_data, _unused, url) {
        entries.splice(at + 1, entries.length, url);
        at += 1;
      },
      replaceState(_data, _unused, url) {
        entries[at] = url;
      },
    },
    addEventListener: (_type, added) => void (listener = added),
    removeEventListener: () => void (listener = () => {}),
  };
  const go = (by: number): void => {
    at += by;
    listener();
  };
  return { bar, entries, go };
}

it('opens what the address says and writes what the user chooses', () => {
  const { bar, entries } = addressBar('/smirk/?underlying=ETH');
  const store = createSelectionStore();
  mirrorSelection(store, bar, () => {});
  expect(store.getState().underlying).toBe('ETH');
  store.setState({ axis: 'strike' });
  expect(entries).toEqual(['/smirk/?underlying=ETH', '/smirk/?underlying=ETH&axis=strike']);
});

it('goes back and forward through what the user chose', () => {
  const { bar, go } = addressBar('/smirk/');
  const store = createSelectionStore();
  mirrorSelection(store, bar, () => {});
  store.setState({ axis: 'strike' });
  store.setState({ axis: 'log' });
  go(-1);
  expect(store.getState().axis).toBe('strike');
  go(-1);
  expect(store.getState()).toEqual(DEFAULT_SELECTION);
  go(2);
  expect(store.getState().axis).toBe('log');
});

it('does not make a step in history of a theme or a pin', () => {
  const { bar, entries } = addressBar('/smirk/');
  const store = createSelectionStore();
  mirrorSelection(store, bar, () => {});
  store.setState({ theme: 'dark' });
  expect(entries).toEqual(['/smirk/?theme=dark']);
});

it('tells of parts of the address that were not understood, and stops when told to', () => {
  const { bar, entries } = addressBar('/smirk/?axis=banana');
  const heard: (readonly UnreadField[])[] = [];
  const store = createSelectionStore();
  const stop = mirrorSelection(store, bar, (fields) => heard.push(fields));
  expect(heard).toEqual([[{ field: 'axis', text: 'banana', reason: 'unknown-value' }]]);
  stop();
  store.setState({ axis: 'strike' });
  expect(entries).toHaveLength(1);
});
