import { DEFAULT_SETTINGS } from '#analytics/analysis-settings.ts';
import type { MarketDoors } from './market/market-source.ts';
import type { SelectionStore } from './selection-store.ts';
import { chooseUnderlying } from './selection-store.ts';
import { notify, type SessionStore, showReplay } from './session-store.ts';

/**
 * Opens a file that the user chose or dropped. A file that cannot be read leaves the market on screen as it is and a
 * sentence that says why, one that the user cancels leaves no word; a newer file takes the place of one still being read.
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
    if (mine.signal.aborted) return;
    session.setState({ opening: null });
    if (!opened.ok) {
      notify(session, 'error', `${file.name} was not opened: ${opened.error}.`);
      return;
    }
    const replay = opened.value;
    const [first] = replay.underlyings;
    if (first !== undefined && !replay.underlyings.includes(selection.getState().underlying)) {
      chooseUnderlying(selection, { underlying: first });
    }
    showReplay(session, replay);
    if (replay.leftOut !== null) notify(session, 'info', `${file.name}: ${replay.leftOut}.`);
  };
}
