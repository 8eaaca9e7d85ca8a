import { epochMs } from '#base/time.ts';
import type { OpenedFile } from '#feed/open-file.ts';
import type { ReplayMarket } from './market-source.ts';

/** An opened file as the page shows it. */
export function replayMarket({ adapter, replay }: OpenedFile, id: string, fileName: string): ReplayMarket {
  const { recording, instants, underlyings } = replay;
  const unread = replay.last(underlyings[0] ?? '').unread.length;
  return {
    id,
    fileName,
    venueLabel: adapter.label,
    sample: recording.header.sample === true,
    underlyings,
    frames: instants.map(({ at }) => ({ at })),
    snapshot: (underlying, frame) => {
      const { chain } = replay.snapshot(underlying, frame);
      const receivedAt = instants[frame]?.at ?? epochMs(recording.header.startedAt);
      return chain === null ? null : { chain, ref: { kind: 'given', chain }, receivedAt, underlyings };
    },
    leftOut:
      unread === 0
        ? null
        : `${unread} ${unread === 1 ? 'message' : 'messages'} could not be read; earlier answers stand in`,
  };
}
