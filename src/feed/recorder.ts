import type { EpochMs } from '#base/time.ts';
import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import type { Recording } from './recording.ts';
import { recordingBlob, recordingLine } from './write-recording.ts';

/** How much a recorder holds. */
export interface RecorderState {
  readonly messages: number;
  /** Size of the lines held, in UTF-16 units: bytes of the uncompressed file, as venues write plain ASCII. */
  readonly size: number;
  readonly startedAt: EpochMs;
  /** When the first message did not fit any more; from then on nothing is recorded. Null while there is room. */
  readonly fullSince: EpochMs | null;
}

/** Keeps the messages of a session as they came, up to a bound. */
export interface Recorder {
  tap(message: WireMessage): void;
  state(): RecorderState;
  /** All that is held, as a recording. */
  recording(): Recording;
  /** The recording as a gzip file to save. */
  save(): Promise<Blob>;
  /** Forgets everything and begins anew. */
  clear(startedAt: EpochMs): void;
}

/** The most that is held, in UTF-16 units: about 20 minutes of one chain every five seconds. */
export const LARGEST_SESSION = 128_000_000;

/** A recorder of one venue's messages; `sample` marks text of the sample market for ever. */
export function createRecorder(options: {
  readonly venue: VenueId;
  readonly startedAt: EpochMs;
  readonly sample: boolean;
  readonly largest?: number;
}): Recorder {
  const { venue, sample, largest = LARGEST_SESSION } = options;
  let { startedAt } = options;
  let messages: WireMessage[] = [];
  let size = 0;
  let fullSince: EpochMs | null = null;

  function recording(): Recording {
    const header = { format: 'smirk-recording', version: 1, venue, startedAt } as const;
    return { header: sample ? { ...header, sample } : header, messages: [...messages] };
  }

  return {
    tap(message) {
      if (fullSince !== null) return;
      const length = recordingLine(message).length;
      if (size + length > largest) {
        fullSince = message.at;
        return;
      }
      messages.push(message);
      size += length;
    },
    state: () => ({ messages: messages.length, size, startedAt, fullSince }),
    recording,
    save: () => recordingBlob(recording(), true),
    clear(anew) {
      startedAt = anew;
      messages = [];
      size = 0;
      fullSince = null;
    },
  };
}
