import type { ExchangeAdapter, ReadMessage, SnapshotPart } from '#exchanges/adapter.ts';
import type { Recording } from './recording.ts';
import type { RecordingInstant } from './recording-instants.ts';

/** A recording, its stops, and how its messages are read. */
export interface RecordedSnapshots {
  readonly recording: Recording;
  readonly adapter: ExchangeAdapter;
  readonly instants: readonly RecordingInstant[];
  /** Reads the message of an index. */
  readonly read: (index: number) => ReadMessage;
}

/**
 * For each snapshot that a venue gives in several answers, the end of the last stop not after `end` at which all the
 * needed parts came and could be read: prices of one look at the market never stand beside vols of another. A
 * snapshot that was never complete has no entry: what there is of it is shown.
 */
export function completeSnapshotEnds(end: number, recorded: RecordedSnapshots): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  const { instants } = recorded;
  const keys = recorded.adapter.partOf === undefined ? [] : snapshotsBefore(end, recorded);
  for (const key of keys) {
    for (let stop = instants.length - 1; stop >= 0; stop -= 1) {
      const stopEnd = instants[stop]?.end ?? 0;
      const from = instants[stop - 1]?.end ?? 0;
      if (stopEnd > end || !isComplete(key, from, stopEnd, recorded)) continue;
      ends.set(key, stopEnd);
      break;
    }
  }
  return ends;
}

function snapshotsBefore(end: number, { recording, adapter }: RecordedSnapshots): Iterable<string> {
  const parts = recording.messages.slice(0, end).flatMap(({ request }) => adapter.partOf?.(request) ?? []);
  return new Set(parts.map((part) => part.snapshot));
}

function isComplete(key: string, from: number, end: number, recorded: RecordedSnapshots): boolean {
  const indices = new Map<string, number[]>();
  let needs: SnapshotPart['needs'] = [];
  for (let index = from; index < end; index += 1) {
    const part = recorded.adapter.partOf?.(recorded.recording.messages[index]?.request ?? '') ?? null;
    if (part === null || part.snapshot !== key) continue;
    needs = part.needs;
    indices.set(part.part, [...(indices.get(part.part) ?? []), index]);
  }
  return (
    indices.size > 0 &&
    needs.every((part) => (indices.get(part) ?? []).some((index) => isReadable(recorded.read(index))))
  );
}

function isReadable(read: ReadMessage): boolean {
  return read.failures.every((failure) => failure.scope === 'row');
}
