import type { VenueStreams } from '#exchanges/venue-streams.ts';
import type { FeedChannels } from '../feed-health.ts';

/** The channels wanted on one connection, those asked for on it, and those refused. */
export interface ChannelList {
  /** Takes what is wanted now, up to the venue's limit, and gives the frames that make it so. */
  want(channels: readonly string[]): readonly string[];
  /** Frames that ask for everything wanted on a new connection. */
  anew(): readonly string[];
  /** Frames that let one channel begin anew. */
  restart(channel: string): readonly string[];
  refuse(channels: readonly string[]): void;
  /** Whether a frame of this number was to subscribe or unsubscribe. */
  asked(id: number): boolean;
  /** The connection is gone, and with it all that was asked for. */
  lost(): void;
  state(): FeedChannels;
}

export function createChannelList(
  streams: Pick<VenueStreams, 'limits' | 'subscribe' | 'unsubscribe'>,
  nextId: () => number,
): ChannelList {
  let wanted: readonly string[] = [];
  let overLimit = 0;
  let open = false;
  const there = new Set<string>();
  const refused = new Set<string>();
  const frames = new Set<number>();
  const ownId = (): number => {
    const id = nextId();
    frames.add(id);
    return id;
  };

  function difference(): readonly string[] {
    const now = new Set(wanted);
    const drop = [...there].filter((channel) => !now.has(channel));
    const add = wanted.filter((channel) => !there.has(channel));
    for (const channel of drop) {
      there.delete(channel);
      refused.delete(channel);
    }
    for (const channel of add) there.add(channel);
    return [...streams.unsubscribe(drop, ownId), ...streams.subscribe(add, ownId)];
  }

  return {
    want: (channels) => {
      wanted = channels.slice(0, streams.limits.channelsPerSocket);
      overLimit = channels.length - wanted.length;
      return open ? difference() : [];
    },
    anew: () => {
      there.clear();
      refused.clear();
      open = true;
      return difference();
    },
    restart: (channel) => [...streams.unsubscribe([channel], ownId), ...streams.subscribe([channel], ownId)],
    refuse: (channels) => {
      for (const channel of channels) if (there.has(channel)) refused.add(channel);
    },
    asked: (id) => frames.has(id),
    lost: () => {
      open = false;
      frames.clear();
      there.clear();
      refused.clear();
    },
    state: () => ({
      wanted: wanted.length + overLimit,
      subscribed: there.size - refused.size,
      refused: refused.size,
      overLimit,
    }),
  };
}
