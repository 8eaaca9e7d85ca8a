import type { RecordingHeader, WireMessage } from '#market/recording.ts';

/** A recording in memory: its messages in the order in which they were received. */
export interface Recording {
  readonly header: RecordingHeader;
  readonly messages: readonly WireMessage[];
}

/** Puts messages in order of time; those of one instant keep the order in which they came. */
export function recordingOf(header: RecordingHeader, messages: readonly WireMessage[]): Recording {
  const ordered = messages.every(
    (message, index) => index === 0 || message.at >= (messages[index - 1]?.at ?? 0),
  );
  return { header, messages: ordered ? messages : [...messages].sort((a, b) => a.at - b.at) };
}
