import type { EpochMs } from '#base/time.ts';
import type { RecordingHeader, WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import { type PackedText, createPackedText } from './packed-text.ts';
import { LARGEST_TEXT, MOST_MESSAGES } from './recording-bounds.ts';

/** How much a recorder holds. */
export interface RecorderState {
  readonly messages: number;
  /** Bytes held, packed as far as they are. */
  readonly size: number;
  /** UTF-16 units of all lines: bytes of the uncompressed file, as venues write plain ASCII. */
  readonly received: number;
  /** What `size` never exceeds. */
  readonly largest: number;
  readonly startedAt: EpochMs;
  /** What `received` never exceeds: more could not be opened again. */
  readonly longest: number;
  /** What `messages` never exceeds, for the same reason. */
  readonly most: number;
  /** When the first message did not fit any more; from then on nothing is recorded. Null while there is room. */
  readonly fullSince: EpochMs | null;
}

/** Keeps the messages of a session as they came, up to a bound. */
export interface Recorder {
  tap(message: WireMessage): void;
  state(): RecorderState;
  /** All that is held so far, as a gzip file to save; recording goes on meanwhile. */
  save(): Promise<Blob>;
  /** Forgets everything and begins anew. */
  clear(startedAt: EpochMs): void;
}

/** The most that is held, in bytes: half a day of two coins asked for every five seconds, of which a minute packs to 0.3 MB. */
export const LARGEST_SESSION = 240_000_000;

/** Room for the first line, which is written at the end. */
const LONGEST_HEADER = 1_000;

/** One line of a recording, line break included. */
function recordingLine(content: RecordingHeader | WireMessage): string {
  return `${JSON.stringify(content)}\n`;
}

/** A recorder of one venue's messages; `sample` marks text of the sample market for ever. */
export function createRecorder(options: {
  readonly venue: VenueId;
  readonly startedAt: EpochMs;
  readonly sample: boolean;
  readonly largest?: number;
  readonly longest?: number;
  readonly most?: number;
  /** Text that is packed together, in UTF-16 units. */
  readonly stretch?: number;
}): Recorder {
  const { venue, sample, largest = LARGEST_SESSION, most = MOST_MESSAGES, stretch } = options;
  const longest = options.longest ?? LARGEST_TEXT - LONGEST_HEADER;
  let { startedAt } = options;
  let text: PackedText = createPackedText(stretch);
  let messages = 0;
  let fullSince: EpochMs | null = null;

  function header(): string {
    const plain: RecordingHeader = { format: 'smirk-recording', version: 1, venue, startedAt };
    return recordingLine(sample ? { ...plain, sample } : plain);
  }

  function fits(line: string): boolean {
    const { length } = line;
    return messages < most && text.size() + length <= largest && text.length() + length <= longest;
  }

  return {
    tap(message) {
      if (fullSince !== null) return;
      const line = recordingLine(message);
      if (!fits(line)) {
        fullSince = message.at;
        return;
      }
      text.add(line);
      messages += 1;
    },
    state: () => ({
      messages,
      size: text.size(),
      received: text.length(),
      largest,
      longest,
      most,
      startedAt,
      fullSince,
    }),
    save: () => text.gzip(header()),
    clear(anew) {
      startedAt = anew;
      text = createPackedText(stretch);
      messages = 0;
      fullSince = null;
    },
  };
}
