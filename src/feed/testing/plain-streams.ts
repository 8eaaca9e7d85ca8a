import type { Frame, VenueStreams } from '#exchanges/venue-streams.ts';
import { epochMs } from '#base/time.ts';

/**
 * A venue for tests, whose frames say what they are: `d CHANNEL` is the whole state of a channel, `c CHANNEL` a change
 * that counts, `s CHANNEL HERE PREVIOUS` one of a numbered channel, `a ID` an answer, `pong TIME`, `test`, `no WORDS`, `no WORDS ID`.
 */
export function plainStreams(change: Partial<VenueStreams> = {}): VenueStreams {
  return {
    restFromPage: 'yes',
    heartbeat: {
      opening: () => ['hello'],
      beat: () => 'ping',
      everyMs: 10_000,
      silenceMs: 15_000,
      lifeMs: null,
    },
    limits: { channelsPerSocket: 100, frameEveryMs: 0, framesPerHour: 1_000 },
    plan: () => [],
    subscribe: (channels) => channels.map((channel) => `+${channel}`),
    unsubscribe: (channels) => channels.map((channel) => `-${channel}`),
    calls: () => [],
    recognise,
    stampOf: (text) => {
      const stamp = /@(\d{13})/.exec(text)?.[1];
      return stamp === undefined ? null : epochMs(Number(stamp));
    },
    ...change,
  };
}

function recognise(text: string): Frame {
  const [kind = '', channel = '', here, previous] = text.split(' ');
  const data = { kind: 'data', key: null, channel, sequence: null } as const;
  if (kind === 'd') return { ...data, key: channel };
  if (kind === 's') {
    const place = { here: Number(here), previous: previous === undefined ? null : Number(previous) };
    return { ...data, sequence: place };
  }
  if (kind === 'a') return { kind: 'answer', id: Number(channel) };
  if (kind === 'pong') return { kind: 'alive', venueTime: channel === '' ? null : epochMs(Number(channel)) };
  if (kind === 'test') return { kind: 'reply', frame: 'here' };
  if (kind === 'no') {
    const answers = here === undefined ? null : Number(here);
    return { kind: 'refused', reason: 'rate-limited', detail: channel, channels: [], answers };
  }
  return data;
}
