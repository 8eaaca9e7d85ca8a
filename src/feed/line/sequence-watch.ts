import type { SequencePlace } from '#exchanges/venue-streams.ts';

/** How a push stands to the one before it on its channel. `old`: it, or a later one, was there already. */
export type SequenceStep = 'follows' | 'gap' | 'old';

/** Watches the numbering of every channel that has one. */
export interface SequenceWatch {
  see(channel: string, place: SequencePlace): SequenceStep;
  /** The channel begins anew. */
  forget(channel: string): void;
  forgetAll(): void;
}

export function createSequenceWatch(): SequenceWatch {
  const last = new Map<string, number>();
  return {
    see: (channel, { here, previous }) => {
      const before = last.get(channel);
      if (previous === null || before === undefined) {
        last.set(channel, here);
        // Changes before any beginning have nothing to change.
        return previous === null ? 'follows' : 'gap';
      }
      if (here <= before) return 'old';
      last.set(channel, here);
      return previous === before ? 'follows' : 'gap';
    },
    forget: (channel) => void last.delete(channel),
    forgetAll: () => last.clear(),
  };
}
