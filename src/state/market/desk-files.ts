import { err, ok } from '#base/result.ts';
import { fileTooLarge } from '#feed/recording-bounds.ts';
import type { Desk } from '../worker/start-desk.ts';
import type { FileHead } from '../worker/desk-protocol.ts';
import { snapshotOf } from './desk-market.ts';
import type { FileOpening, MarketDoors, MarketSnapshot, ReplayMarket } from './market-source.ts';

function unreadText(unread: number): string {
  return `${unread} ${unread === 1 ? 'message' : 'messages'} could not be read; earlier answers stand in`;
}

function replayMarket(desk: Desk, head: FileHead, shelf: string, fileName: string): ReplayMarket {
  const { venueLabel, sample, underlyings, stops, unread, damaged, first } = head;
  const frames = stops.map((at) => ({ at }));
  const begin = frames[0]?.at;
  return {
    id: shelf,
    fileName,
    venueLabel,
    sample,
    underlyings,
    frames,
    first: first && begin !== undefined ? snapshotOf(first, begin) : null,
    snapshot: async (underlying, frame, signal): Promise<MarketSnapshot | null> => {
      const at = frames[frame]?.at;
      const held = await desk.call('stop', { shelf, underlying, stop: frame }, { signal });
      if (!held.ok) throw new Error(held.error);
      return held.value && at !== undefined ? snapshotOf(held.value, at) : null;
    },
    close: () => void desk.call('closeFile', shelf),
    leftOut: [damaged ?? [], unread === 0 ? [] : unreadText(unread)].flat().join('; ') || null,
  };
}

let opened = 0;

/** Opens a file in the worker: the page itself never touches its text. */
export async function openInDesk(
  desk: Desk,
  file: File,
  { underlying, settings, signal, onProgress }: FileOpening,
): ReturnType<MarketDoors['openFile']> {
  const refused = fileTooLarge(file.size);
  if (refused !== null) return err(refused.detail);
  opened += 1;
  const shelf = `file ${opened}`;
  const head = await desk.call('openFile', { file, shelf, underlying, settings }, { signal, onProgress });
  if (!head.ok) return head;
  return head.value.ok ? ok(replayMarket(desk, head.value.value, shelf, file.name)) : head.value;
}
