import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ReplayMarket } from './market/market-source.ts';
import type { ReplaySpeed } from './replay-pace.ts';
import type { OpeningProgress } from './worker/desk-protocol.ts';

/** A sentence for the user that stays until dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: 'error' | 'info';
  readonly text: string;
}

/** A file being read. */
export interface Opening {
  readonly fileName: string;
  /** Null before the first word of it. */
  readonly progress: OpeningProgress | null;
  readonly cancel: () => void;
}

/** What belongs to this visit alone and to no link: the opened file, where its replay stands, notices. */
export interface Session {
  readonly replay: ReplayMarket | null;
  /** A second file, for comparing the market on screen with. */
  readonly beside: ReplayMarket | null;
  readonly frame: number;
  readonly playing: boolean;
  readonly speed: ReplaySpeed;
  /** Null when no file is being read. */
  readonly opening: Opening | null;
  readonly notices: readonly Notice[];
}

export type SessionStore = StoreApi<Session>;

const MOST_NOTICES = 3;

export function createSessionStore(): SessionStore {
  return createStore<Session>(() => ({
    replay: null,
    beside: null,
    frame: 0,
    playing: false,
    speed: '1',
    opening: null,
    notices: [],
  }));
}

/** Adds a notice once: the same words are not repeated while they are on screen. */
export function notify(store: SessionStore, tone: Notice['tone'], text: string): void {
  const { notices } = store.getState();
  if (notices.some((notice) => notice.text === text)) return;
  const id = 1 + Math.max(0, ...notices.map((notice) => notice.id));
  store.setState({ notices: [...notices, { id, tone, text }].slice(-MOST_NOTICES) });
}

export function dismissNotice(store: SessionStore, id: number): void {
  store.setState({ notices: store.getState().notices.filter((notice) => notice.id !== id) });
}

export function closeReplay(store: SessionStore): void {
  store.getState().replay?.close();
  store.setState({ replay: null, frame: 0, playing: false });
}

/** Puts an opened file on screen, in the place of one that was open. */
export function showReplay(store: SessionStore, replay: ReplayMarket): void {
  store.getState().replay?.close();
  store.setState({ replay, frame: 0, playing: false });
}

/** Moves the replay, within its frames; moving by hand stops playing. */
export function goToFrame(store: SessionStore, frame: number, count: number): void {
  store.setState({ frame: Math.min(Math.max(0, frame), Math.max(0, count - 1)), playing: false });
}

/** One frame on while playing; stops at the last. */
export function playOn(store: SessionStore, count: number): void {
  const { frame, playing } = store.getState();
  if (!playing) return;
  if (frame + 1 >= count) store.setState({ playing: false });
  else store.setState({ frame: frame + 1, playing: frame + 2 < count });
}

/** Starts or stops playing; from the last frame it starts over. */
export function togglePlaying(store: SessionStore, count: number): void {
  const { frame, playing } = store.getState();
  const atEnd = frame + 1 >= count;
  store.setState(playing ? { playing: false } : { playing: count > 1, frame: atEnd ? 0 : frame });
}
