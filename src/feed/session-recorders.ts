import type { WireMessage } from '#market/recording.ts';
import type { VenueId } from '#market/venue-id.ts';
import { type Recorder, type RecorderState, createRecorder } from './recorder.ts';

/** What every venue has said since the page opened, a recorder each. */
export interface SessionRecorders {
  tap(venue: VenueId, message: WireMessage): void;
  /** Null before the first message. */
  state(venue: VenueId): RecorderState | null;
  save(venue: VenueId): Promise<Blob> | null;
}

/** Recorders open with the first message of their venue. */
export function createSessionRecorders(): SessionRecorders {
  const recorders = new Map<VenueId, Recorder>();
  return {
    tap: (venue, message) => {
      const recorder =
        recorders.get(venue) ?? createRecorder({ venue, startedAt: message.at, sample: false });
      recorders.set(venue, recorder);
      recorder.tap(message);
    },
    state: (venue) => recorders.get(venue)?.state() ?? null,
    save: (venue) => recorders.get(venue)?.save() ?? null,
  };
}
