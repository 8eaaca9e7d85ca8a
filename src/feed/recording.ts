import type { EpochMs } from '#base/time.ts';
import type { RecordingHeader, WireMessage } from '#market/recording.ts';

/** A damaged stretch of a recording that was left out. */
export interface LeftOutStretch {
  /** How many messages it held; null where that cannot be told. */
  readonly messages: number | null;
  /** When the last message before it was received; null where there is none. */
  readonly after: EpochMs | null;
}

/** A recording in memory: its messages in the order in which they were received. */
export interface Recording {
  readonly header: RecordingHeader;
  readonly messages: readonly WireMessage[];
  readonly leftOut: readonly LeftOutStretch[];
}

/** Puts messages in order of time; those of one instant keep the order in which they came. */
export function recordingOf(
  header: RecordingHeader,
  messages: readonly WireMessage[],
  leftOut: readonly LeftOutStretch[] = [],
): Recording {
  const ordered = messages.every(
    (message, index) => index === 0 || message.at >= (messages[index - 1]?.at ?? 0),
  );
  return { header, messages: ordered ? messages : [...messages].sort((a, b) => a.at - b.at), leftOut };
}

/** What was left out in words, a clause; null where nothing was. */
export function leftOutText(leftOut: readonly LeftOutStretch[]): string | null {
  if (leftOut.length === 0) return null;
  const known = leftOut.reduce((sum, { messages }) => sum + (messages ?? 0), 0);
  const some = leftOut.some(({ messages }) => messages === null);
  const stretches = leftOut.length === 1 ? 'a damaged stretch' : `${leftOut.length} damaged stretches`;
  const count = known === 0 ? 'an unknown number of' : `${some ? 'more than ' : ''}${known}`;
  return `${stretches} with ${count} ${known === 1 ? 'message' : 'messages'} had to be left out`;
}
