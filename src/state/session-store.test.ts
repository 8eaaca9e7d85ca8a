import { expect, it } from 'vitest';
import { err, ok } from '#base/result.ts';
import { epochMs } from '#base/time.ts';
import type { FileOpening, MarketDoors, ReplayMarket } from './market/market-source.ts';
import { fileOpener } from './open-file.ts';
import { createRestMemory } from './market/rest-memory.ts';
import { createSelectionStore } from './selection-store.ts';
import {
  closeReplay,
  createSessionStore,
  dismissNotice,
  goToFrame,
  notify,
  playOn,
  togglePlaying,
} from './session-store.ts';

const replay = (fileName: string, underlyings: readonly string[] = ['BTC']): ReplayMarket => ({
  id: fileName,
  fileName,
  venueLabel: 'Deribit',
  sample: false,
  underlyings,
  frames: [{ at: epochMs(0) }],
  first: null,
  snapshot: () => Promise.resolve(null),
  close: () => undefined,
  leftOut: null,
});

/** Doors whose files open when the test says so. */
function heldDoors() {
  const opened = new Map<string, (result: Awaited<ReturnType<MarketDoors['openFile']>>) => void>();
  const openings = new Map<string, FileOpening>();
  const doors = {
    live: [],
    sample: () => Promise.reject(new Error('not asked for')),
    sampleBook: () => Promise.reject(new Error('not asked for')),
    openFile: ((file, opening) => {
      openings.set(file.name, opening);
      return new Promise((resolve) => opened.set(file.name, resolve));
    }) satisfies MarketDoors['openFile'],
    asked: (name: string): FileOpening => {
      const opening = openings.get(name);
      if (opening === undefined) throw new Error(`${name} was not opened`);
      return opening;
    },
    saveRecording: () => Promise.resolve(null),
    recorded: () => null,
    restMemory: createRestMemory(null, () => epochMs(0)),
    now: () => epochMs(0),
  };
  return { doors, opened };
}
const file = (name: string) => new File(['{}'], name);

it('plays to the last frame and stops there, and starts over from it', () => {
  const store = createSessionStore();
  togglePlaying(store, 3);
  playOn(store, 3);
  expect(store.getState()).toMatchObject({ frame: 1, playing: true });
  playOn(store, 3);
  expect(store.getState()).toMatchObject({ frame: 2, playing: false });
  togglePlaying(store, 3);
  expect(store.getState()).toMatchObject({ frame: 0, playing: true });
});

it('stays within the frames and stops playing when moved by hand', () => {
  const store = createSessionStore();
  togglePlaying(store, 3);
  goToFrame(store, 99, 3);
  expect(store.getState()).toMatchObject({ frame: 2, playing: false });
  goToFrame(store, -1, 3);
  expect(store.getState().frame).toBe(0);
});

it('does not repeat a notice that is on screen, and forgets it when dismissed', () => {
  const store = createSessionStore();
  notify(store, 'error', 'one');
  notify(store, 'error', 'one');
  notify(store, 'info', 'two');
  expect(store.getState().notices.map(({ text }) => text)).toEqual(['one', 'two']);
  dismissNotice(store, store.getState().notices[0]!.id);
  expect(store.getState().notices.map(({ text }) => text)).toEqual(['two']);
});

it('leaves the market on screen when a file cannot be read, and says why', async () => {
  const { doors, opened } = heldDoors();
  const session = createSessionStore();
  session.setState({ replay: replay('good.jsonl') });
  const open = fileOpener(session, createSelectionStore(), doors);
  const done = open(file('cat.png'));
  expect(session.getState().opening?.fileName).toBe('cat.png');
  opened.get('cat.png')?.(err('it is no recording'));
  await done;
  expect(session.getState().replay?.fileName).toBe('good.jsonl');
  expect(session.getState().notices[0]?.text).toBe('cat.png was not opened: it is no recording.');
});

it('leaves the market on screen when the user cancels, without a word, and lets the work go', async () => {
  const { doors, opened } = heldDoors();
  const session = createSessionStore();
  session.setState({ replay: replay('good.jsonl') });
  const done = fileOpener(session, createSelectionStore(), doors)(file('huge.jsonl'));
  const { onProgress, signal } = doors.asked('huge.jsonl');
  onProgress({ stage: 'bytes', read: 5, total: 50 });
  expect(session.getState().opening?.progress).toEqual({ stage: 'bytes', read: 5, total: 50 });
  session.getState().opening?.cancel();
  expect(signal.aborted).toBe(true);
  expect(session.getState().opening).toBeNull();
  onProgress({ stage: 'quotes' });
  opened.get('huge.jsonl')?.(err('opening was cancelled'));
  await done;
  expect(session.getState()).toMatchObject({ opening: null, notices: [] });
  expect(session.getState().replay?.fileName).toBe('good.jsonl');
});

it('lets go of the file that was open, when another takes its place and when it is closed', async () => {
  const { doors, opened } = heldDoors();
  const session = createSessionStore();
  const closed: string[] = [];
  const closing = (name: string) => ({ ...replay(name), close: () => void closed.push(name) });
  session.setState({ replay: closing('old.jsonl') });
  const done = fileOpener(session, createSelectionStore(), doors)(file('new.jsonl'));
  opened.get('new.jsonl')?.(ok(closing('new.jsonl')));
  await done;
  expect(closed).toEqual(['old.jsonl']);
  closeReplay(session);
  expect(closed).toEqual(['old.jsonl', 'new.jsonl']);
});

it('turns to an underlying the file holds', async () => {
  const { doors, opened } = heldDoors();
  const [session, selection] = [createSessionStore(), createSelectionStore()];
  const done = fileOpener(session, selection, doors)(file('eth.jsonl'));
  opened.get('eth.jsonl')?.(ok(replay('eth.jsonl', ['ETH'])));
  await done;
  expect(selection.getState().underlying).toBe('ETH');
});

it('shows the file that was chosen last, whichever is read first', async () => {
  const { doors, opened } = heldDoors();
  const session = createSessionStore();
  const open = fileOpener(session, createSelectionStore(), doors);
  const both = [open(file('slow.jsonl')), open(file('quick.jsonl'))];
  opened.get('quick.jsonl')?.(ok(replay('quick.jsonl')));
  opened.get('slow.jsonl')?.(ok(replay('slow.jsonl')));
  await Promise.all(both);
  expect(session.getState().replay?.fileName).toBe('quick.jsonl');
});
