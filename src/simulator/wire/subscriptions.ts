import type { EpochMs } from '#base/time.ts';
import { streamOf } from '../seeded-noise.ts';

/** One channel that is pushed again and again. */
export interface PushChannel {
  readonly everyMs: number;
  /** Whether each push is about one contract, so that many of them make a storm. */
  readonly single: boolean;
  /** What is pushed; nothing where there is nothing to say. */
  frames(now: EpochMs): readonly string[];
}

/** The channels of one session. */
export interface Subscriptions {
  /** Pushed at once and from then on; a channel that is there already stays as it is. */
  add(name: string, channel: PushChannel): void;
  remove(name: string): void;
  clear(): void;
  has(name: string): boolean;
  names(): readonly string[];
  due(now: EpochMs): readonly string[];
  burst(count: number, now: EpochMs): readonly string[];
}

/** Keeps channels; each is pushed on a beat of its own, so that not all of them speak at once. */
export function createSubscriptions(): Subscriptions {
  const open = new Map<string, { readonly channel: PushChannel; readonly phase: number; next: number }>();
  let turn = 0;
  return {
    add: (name, channel) => {
      if (open.has(name)) return;
      open.set(name, { channel, phase: streamOf(name, 0) % channel.everyMs, next: 0 });
    },
    remove: (name) => {
      open.delete(name);
    },
    clear: () => {
      open.clear();
    },
    has: (name) => open.has(name),
    names: () => [...open.keys()],
    due: (now) =>
      [...open.values()].flatMap((one) => {
        if (now < one.next) return [];
        const { everyMs } = one.channel;
        one.next = (Math.floor((now - one.phase) / everyMs) + 1) * everyMs + one.phase;
        return one.channel.frames(now);
      }),
    burst: (count, now) => {
      const single = [...open.values()].filter(({ channel }) => channel.single);
      if (single.length === 0) return [];
      return Array.from({ length: count }, () => {
        turn += 1;
        return single[turn % single.length]?.channel.frames(now) ?? [];
      }).flat();
    },
  };
}
