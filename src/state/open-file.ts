import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import type { AppContext } from './app-context.ts';
import type { MarketDoors, ReplayMarket } from './market/market-source.ts';
import type { SelectionStore } from './selection-store.ts';
import { chooseUnderlying } from './selection-store.ts';
import { notify, type SessionStore, showReplay } from './session-store.ts';

/**
 * Reads a file that the user chose or dropped, with word of how far it has come. One that cannot be read leaves a
 * sentence that says why, one that is cancelled no word; both are null.
 */
export async function readChosenFile(
  { session, selection, doors }: Pick<AppContext, 'session' | 'selection' | 'doors'>,
  file: File,
  mine: AbortController,
): Promise<ReplayMarket | null> {
  const cancel = (): void => {
    mine.abort();
    session.setState({ opening: null });
  };
  const { underlying, delta: deltaConvention } = selection.getState();
  session.setState({ opening: { fileName: file.name, progress: null, cancel } });
  const opened = await doors.openFile(file, {
    underlying,
    settings: { ...DEFAULT_SETTINGS, deltaConvention },
    signal: mine.signal,
    onProgress: (progress) => {
      if (!mine.signal.aborted) session.setState({ opening: { fileName: file.name, progress, cancel } });
    },
  });
  if (mine.signal.aborted) return null;
  session.setState({ opening: null });
  if (!opened.ok) {
    notify(session, 'error', `${file.name} was not opened: ${opened.error}.`);
    return null;
  }
  const { leftOut } = opened.value;
  if (leftOut !== null) notify(session, 'info', `${file.name}: ${leftOut}.`);
  return opened.value;
}

/**
 * Opens a file and puts it on screen. A file that cannot be read leaves the market on screen as it is; a newer file takes
 * the place of one still being read.
 */
export function fileOpener(
  session: SessionStore,
  selection: SelectionStore,
  doors: MarketDoors,
): (file: File) => Promise<void> {
  let reading: AbortController | null = null;
  return async (file) => {
    reading?.abort();
    const mine = new AbortController();
    reading = mine;
    const replay = await readChosenFile({ session, selection, doors }, file, mine);
    if (replay === null) return;
    const [first] = replay.underlyings;
    if (first !== undefined && !replay.underlyings.includes(selection.getState().underlying)) {
      chooseUnderlying(selection, { underlying: first });
    }
    showReplay(session, replay);
  };
}
